package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.Applied;
import org.fengqiao.kit.ledger.Code;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PartyKind;
import org.fengqiao.mediation.codes.PartyRole;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.Sex;
import org.fengqiao.mediation.committees.Committees;

/** The ledger of mediation cases, as townships keep it: a row is a case with all its steps. */
@ApplicationScoped
class CaseLedger implements LedgerKind {

    static final List<Code> OUTCOMES =
            List.of(
                    Code.of("AGREED", "调解成功", "Agreed", "成功"),
                    Code.of("NOT_AGREED", "调解不成", "Not agreed", "不成功", "调解失败"),
                    Code.of("ENDED_BY_PARTY", "当事人终止", "Ended by a party"),
                    Code.of("WITHDRAWN", "撤回", "Withdrawn"),
                    Code.of("REFUSED", "不予受理", "Refused"));

    private static final List<Code> SOURCES =
            List.of(
                    Code.of("OWN_INITIATIVE", "主动调解", "On own initiative", "主动"),
                    Code.of("ON_APPLICATION", "依申请调解", "On application", "依申请", "申请"),
                    Code.of("REFERRED", "委托移送", "Referred", "移送", "委托"));

    private static final List<Code> DIFFICULTIES =
            List.of(
                    Code.of("SIMPLE", "简易", "Simple", "简单"),
                    Code.of("ORDINARY", "一般", "Ordinary"),
                    Code.of("DIFFICULT", "疑难", "Difficult", "疑难复杂", "复杂"),
                    Code.of("MAJOR", "重大", "Major"));

    // @formatter:off
    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.number("编号", "Number").key().alias("案号", "序号", "卷号"),
            LedgerColumn.text("调委会", "Committee").required().alias("调委会名称", "调解组织"),
            LedgerColumn.code("案件来源", "Source", SOURCES).required().alias("来源"),
            LedgerColumn.code("移送单位", "Referrer", Arrays.asList(Referrer.values())),
            LedgerColumn.code("纠纷类型", "Dispute type", Arrays.asList(DisputeType.values())).required().alias("类型", "纠纷类别"),
            LedgerColumn.text("发生地", "Place").alias("纠纷发生地", "所在村"),
            LedgerColumn.text("简要案情", "Summary").personal().maxLength(2000).alias("案情", "纠纷简要情况"),
            LedgerColumn.date("登记日期", "Registered").required(),
            LedgerColumn.date("受理日期", "Accepted"),
            LedgerColumn.date("调解日期", "First session"),
            LedgerColumn.text("调解员", "Mediators").personal().many(),
            LedgerColumn.text("当事人甲", "Party A").personal().required().alias("申请人"),
            LedgerColumn.code("甲性别", "Sex of A", Arrays.asList(Sex.values())).personal(),
            LedgerColumn.text("甲身份证号", "Identity number of A").personal().maxLength(18),
            LedgerColumn.text("当事人乙", "Party B").personal().alias("被申请人"),
            LedgerColumn.code("乙性别", "Sex of B", Arrays.asList(Sex.values())).personal(),
            LedgerColumn.text("乙身份证号", "Identity number of B").personal().maxLength(18),
            LedgerColumn.integer("涉及人数", "Persons involved").required(),
            LedgerColumn.amount("涉案金额", "Amount in dispute"),
            LedgerColumn.code("难易程度", "Difficulty", DIFFICULTIES).alias("难易", "疑难程度"),
            LedgerColumn.code("调解结果", "Outcome", OUTCOMES).alias("结果"),
            LedgerColumn.date("结案日期", "Closed"),
            LedgerColumn.code("协议形式", "Agreement form", Arrays.asList(AgreementForm.values())),
            LedgerColumn.amount("协议金额", "Agreed amount"),
            LedgerColumn.date("履行日期", "Performed"),
            LedgerColumn.date("司法确认申请日期", "Confirmation applied for"),
            LedgerColumn.date("司法确认裁定日期", "Confirmation ruled on"),
            LedgerColumn.code("司法确认结果", "Ruling", Arrays.asList(ConfirmationRuling.values())),
            LedgerColumn.code("防止情形", "Prevented", Arrays.asList(PreventionKind.values())),
            LedgerColumn.date("防止日期", "Prevented on"),
            LedgerColumn.integer("防止人数", "Persons concerned"),
            LedgerColumn.text("参与法律顾问", "Counsel").many(),
            LedgerColumn.text("备注", "Remark").personal().maxLength(1000));
    // @formatter:on

    private final CaseService cases;
    private final MediationCases records;
    private final Committees committees;
    private final CaseRowSteps steps;
    private final CaseExport export;
    private final Divisions divisions;

    CaseLedger(
            CaseService cases,
            MediationCases records,
            Committees committees,
            CaseRowSteps steps,
            CaseExport export,
            Divisions divisions) {
        this.cases = cases;
        this.records = records;
        this.committees = committees;
        this.steps = steps;
        this.export = export;
        this.divisions = divisions;
    }

    @Override
    public String kind() {
        return "cases";
    }

    @Override
    public String titleZh() {
        return "人民调解案件台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of mediation cases";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Applied apply(LedgerRow row, ImportContext context) {
        Committees.Place committee = committees.named(row.text("调委会"), context.scope());
        List<UUID> mediators = mediators(row, committee);
        MediationCase it =
                cases.enter(
                        newCase(row, committee),
                        fresh -> steps.take(fresh, row, mediators, context.command()),
                        context.command());
        return Applied.of(it.id, it.version);
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        Committees.Place committee = committees.named(row.text("调委会"), context.scope());
        List<UUID> mediators = mediators(row, committee);
        NewCase given = newCase(row, committee);
        MediationCase it =
                cases.step(
                        recordId,
                        context.command(),
                        standing -> {
                            if (!standing.committeeId.equals(committee.id())) {
                                throw row.refuse(
                                        "调委会", "COMMITTEE_FIXED", "调委会不能更正，请用“移交”", "Use handover");
                            }
                            steps.correct(standing, row, given);
                            steps.take(standing, row, mediators, context.command());
                        });
        return Applied.of(it.id, it.version);
    }

    @Override
    public int version(UUID recordId) {
        return records.findById(recordId).version;
    }

    @Override
    public void export(ExportQuery query, Consumer<Map<String, Object>> sink) {
        export.rows(query, sink);
    }

    private List<UUID> mediators(LedgerRow row, Committees.Place committee) {
        List<String> names = row.texts("调解员");
        if (names.isEmpty()) {
            return List.of();
        }
        List<UUID> found = committees.mediatorsNamed(committee.id(), names);
        if (found.size() != names.size()) {
            throw row.refuse(
                    "调解员", "MEDIATOR_UNKNOWN", "姓名与本调委会调解员名册不符", "Not on the committee's list");
        }
        return found;
    }

    private NewCase newCase(LedgerRow row, Committees.Place committee) {
        Integer persons = row.integer("涉及人数");
        if (persons < 1) {
            throw row.refuse("涉及人数", "PERSONS_INVOLVED", "应不少于1人", "at least 1 person");
        }
        LocalDate on = row.date("登记日期");
        if (on.getYear() != row.year()) {
            throw row.refuse(
                    "登记日期",
                    "OTHER_YEAR",
                    "登记日期不在台账年度" + row.year() + "年",
                    "not in the ledger's year");
        }
        return new NewCase(
                committee.id(),
                on,
                number(row),
                row.code("案件来源", CaseSource.class),
                row.code("移送单位", Referrer.class),
                DisputeType.ofCode(row.code("纠纷类型")).orElseThrow(),
                null,
                null,
                row.code("难易程度", Difficulty.class),
                place(row, committee),
                null,
                persons,
                row.amount("涉案金额"),
                row.text("简要案情"),
                null,
                CounselIds.of(row),
                parties(row));
    }

    private static int number(LedgerRow row) {
        String number = row.number("编号");
        return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
    }

    private List<NewCase.NewParty> parties(LedgerRow row) {
        List<NewCase.NewParty> parties = new ArrayList<>();
        parties.add(party(row, "甲", PartyRole.APPLICANT));
        if (row.has("当事人乙")) {
            parties.add(party(row, "乙", PartyRole.RESPONDENT));
        }
        return parties;
    }

    private static NewCase.NewParty party(LedgerRow row, String which, PartyRole role) {
        return new NewCase.NewParty(
                role,
                PartyKind.PERSON,
                row.text("当事人" + which),
                row.text(which + "身份证号"),
                null,
                null,
                row.code(which + "性别", Sex.class),
                null,
                null,
                null);
    }

    /** Ledgers name a village of the committee's township; its code is looked up. */
    private String place(LedgerRow row, Committees.Place committee) {
        String name = row.text("发生地");
        if (name == null) {
            return null;
        }
        String township = committee.division().substring(0, 9) + "000";
        return divisions.children(township).stream()
                .filter(it -> named(it, name))
                .map(it -> it.code().toString())
                .findFirst()
                .orElseThrow(() -> unknownPlace(row));
    }

    private static boolean named(Division it, String name) {
        return name.equals(it.name())
                || name.equals(it.name() + "村")
                || name.equals(it.officialName());
    }

    private static Refusal unknownPlace(LedgerRow row) {
        return row.refuse("发生地", "PLACE_UNKNOWN", "不是本乡镇（街道）的村（社区）", "no village of the township");
    }
}
