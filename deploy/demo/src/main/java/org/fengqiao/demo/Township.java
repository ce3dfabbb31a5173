package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes up what happened in the township in 2024 as its ledgers. */
final class Township {

    private static final long SEED = 410_423_106L;
    private static final List<String> DECISIONS =
            List.of(
                    "对重点纠纷逐件明确包案单位和期限，下次例会通报。",
                    "由司法所牵头、派出所配合，三日内上门调解。",
                    "法庭派员指导协议文本，符合条件的引导申请司法确认。",
                    "对排查出的隐患建立清单，村调委会每周回访一次。",
                    "春耕用水、土地流转类纠纷提前介入，逐村走访。");

    private final Chance chance = new Chance(SEED);
    private final List<Committee> committees;
    private final List<MediationCase> cases;

    Township() {
        People people = new People(chance);
        this.committees = Committee.all(chance, people);
        this.cases = MediationCase.all(committees, chance, people);
    }

    /** In the order of import: later ones name what earlier ones hold. */
    List<Ledger> ledgers() {
        return Stream.of(
                        List.of(committees(), mediators(), cases(), screenings(), meetings()),
                        new PetitionDesk().ledgers(),
                        new LegalOffice(villages()).ledgers())
                .flatMap(List::stream)
                .toList();
    }

    private List<Committee> villages() {
        return committees.stream().filter(it -> !it.isTownship()).toList();
    }

    private Ledger committees() {
        List<List<Object>> rows = new ArrayList<>();
        for (Committee it : committees) {
            long women = it.mediators().stream().filter(one -> one.sex().equals("女")).count();
            rows.add(
                    row(
                            rows.size() + 1,
                            it.name(),
                            it.code(),
                            it.isTownship() ? "乡镇" : "村",
                            it.establishedOn(),
                            it.termEndsOn(),
                            it.mediators().size(),
                            (int) women,
                            null));
        }
        return new Ledger(
                "01-committees.xlsx",
                "瓦屋镇2024年人民调解委员会台账",
                List.of("编号", "调委会名称", "区划代码", "层级", "成立日期", "届满日期", "委员人数", "女委员人数", "备注"),
                rows,
                row("合计", "20个", null, null, null, null, sum(rows, 6), sum(rows, 7), null),
                -1);
    }

    private Ledger mediators() {
        List<List<Object>> rows = new ArrayList<>();
        for (Committee committee : committees) {
            for (Committee.Mediator it : committee.mediators()) {
                rows.add(
                        row(
                                rows.size() + 1,
                                committee.name(),
                                it.name(),
                                it.sex(),
                                it.role(),
                                it.fullTime() ? "是" : "否",
                                it.appointedOn(),
                                null,
                                null));
            }
        }
        return new Ledger(
                "02-mediators.xlsx",
                "瓦屋镇2024年人民调解员台账",
                List.of("编号", "调委会", "姓名", "性别", "职务", "专职", "任职日期", "离任日期", "备注"),
                rows,
                row("合计", rows.size() + "人", null, null, null, null, null, null, null),
                1);
    }

    private Ledger cases() {
        List<List<Object>> rows = new ArrayList<>();
        for (MediationCase it : cases) {
            List<Object> row = new ArrayList<>(caseBasics(it, rows.size() + 1));
            row.addAll(caseOutcome(it));
            rows.add(row);
        }
        List<Object> total = new ArrayList<>(Collections.nCopies(CASE_HEADER.size(), null));
        total.set(0, "合计");
        total.set(1, cases.size() + "件");
        total.set(CASE_HEADER.indexOf("涉及人数"), cases.stream().mapToInt(it -> it.persons).sum());
        total.set(
                CASE_HEADER.indexOf("涉案金额"),
                yuan(cases.stream().map(it -> it.amountYuan).toList()));
        total.set(
                CASE_HEADER.indexOf("协议金额"),
                yuan(cases.stream().map(it -> it.agreedYuan).toList()));
        return new Ledger("03-cases.xlsx", "瓦屋镇2024年人民调解案件台账", CASE_HEADER, rows, total, -1);
    }

    private static final List<String> CASE_HEADER =
            List.of(
                    "编号",
                    "调委会",
                    "案件来源",
                    "移送单位",
                    "纠纷类型",
                    "发生地",
                    "简要案情",
                    "登记日期",
                    "受理日期",
                    "调解日期",
                    "调解员",
                    "当事人甲",
                    "甲性别",
                    "甲身份证号",
                    "当事人乙",
                    "乙性别",
                    "乙身份证号",
                    "涉及人数",
                    "涉案金额",
                    "难易程度",
                    "调解结果",
                    "结案日期",
                    "协议形式",
                    "协议金额",
                    "是否确权",
                    "履行日期",
                    "司法确认申请日期",
                    "司法确认裁定日期",
                    "司法确认结果",
                    "防止情形",
                    "防止日期",
                    "防止人数",
                    "参与法律顾问",
                    "备注");

    private List<Object> caseBasics(MediationCase it, int number) {
        return row(
                "〔2024〕" + number + "号",
                it.committee.name(),
                it.source,
                it.referrer,
                it.type.endsWith("争议") || it.type.equals("其他") || chance.percent(30)
                        ? it.type
                        : it.type + "纠纷",
                it.place,
                it.summary,
                asWritten(it.registeredOn),
                asWritten(it.acceptedOn),
                asWritten(it.mediatedOn),
                it.mediators,
                it.partyA.name(),
                it.partyA.sex(),
                it.partyA.identityNumber(),
                it.partyB.name(),
                it.partyB.sex(),
                it.partyB.identityNumber(),
                chance.percent(20) ? it.persons + "人" : it.persons,
                amountAsWritten(it.amountYuan),
                it.difficulty);
    }

    private List<Object> caseOutcome(MediationCase it) {
        return row(
                "调解成功",
                asWritten(it.closedOn),
                it.written ? "书面" : "口头",
                it.agreedYuan,
                it.written ? Dispute.determinesTitle(it.type, it.summary) : null,
                it.performedOn,
                it.confirmationAppliedOn,
                it.confirmationRuledOn,
                it.confirmationRuledOn == null ? null : "确认",
                it.prevented,
                it.prevented == null ? null : it.mediatedOn,
                it.prevented == null ? null : it.preventedPersons,
                it.counsel,
                null);
    }

    private Object asWritten(LocalDate date) {
        return Ledger.asWritten(date, chance);
    }

    private Object amountAsWritten(Integer yuan) {
        boolean inTenThousands = yuan != null && yuan >= 10_000 && yuan % 1_000 == 0;
        return inTenThousands ? yuan / 10_000 + "." + yuan / 1_000 % 10 + "万元" : yuan;
    }

    /** A screening finds at least what the committee took up on its own initiative that month. */
    private Ledger screenings() {
        List<List<Object>> rows = new ArrayList<>();
        for (Committee committee : committees) {
            for (int month = 1; month <= 12; month++) {
                int of = month;
                int taken =
                        (int)
                                cases.stream()
                                        .filter(
                                                it ->
                                                        it.committee == committee
                                                                && it.source.equals("主动调解"))
                                        .filter(it -> it.registeredOn.getMonthValue() == of)
                                        .count();
                int rounds =
                        month <= 3 || month == 12 ? chance.between(2, 4) : chance.between(1, 2);
                rows.add(
                        row(
                                rows.size() + 1,
                                committee.name(),
                                asWritten(LocalDate.of(2024, month, chance.between(20, 28))),
                                chance.percent(20) ? rounds + "次" : rounds,
                                taken + chance.between(0, 1),
                                chance.between(0, 2),
                                null));
            }
        }
        return new Ledger(
                "04-screenings.xlsx",
                "瓦屋镇2024年矛盾纠纷排查台账",
                List.of("编号", "调委会", "排查日期", "排查次数", "发现纠纷", "预防纠纷", "备注"),
                rows,
                row("合计", null, null, sum(rows, 3), sum(rows, 4), sum(rows, 5), null),
                1);
    }

    private Ledger meetings() {
        List<List<Object>> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rows.add(
                    row(
                            "〔2024〕" + month + "号",
                            asWritten(
                                    LocalDate.of(
                                            2024, month, month == 2 ? 6 : chance.between(8, 14))),
                            month == 7 ? "综治办、派出所、司法所" : "综治办、派出所、法庭、司法所",
                            chance.between(3, 9),
                            chance.oneOf(DECISIONS),
                            null));
        }
        return new Ledger(
                "05-meetings.xlsx",
                "瓦屋镇2024年职能部门例会台账",
                List.of("编号", "会议日期", "参会单位", "研究案件", "议定事项", "备注"),
                rows,
                row("合计", "12次", null, sum(rows, 3), null, null),
                -1);
    }

    private static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    private static int sum(List<List<Object>> rows, int column) {
        return rows.stream()
                .map(it -> it.get(column).toString().replaceAll("[^0-9]", ""))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static int yuan(List<Integer> amounts) {
        return amounts.stream().filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
    }
}
