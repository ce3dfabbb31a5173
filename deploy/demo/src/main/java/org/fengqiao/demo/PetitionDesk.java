package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the township's petition desk wrote down in 2024: thirteen letters and visits, all accepted
 * under XF 31(6) and concluded in time, and who went to the city and the province (report, part 2).
 */
final class PetitionDesk {

    private static final long SEED = 20_220_501L;
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    private static final List<String> VILLAGES =
            List.of("瓦屋", "土桥", "耐庄", "马停", "红石崖", "汤河", "石门", "刘相公", "太平");

    /** What a petition is about: class, unit, words; none tells of anybody. */
    private record Subject(String contentClass, String unit, String summary, String request) {}

    private static final List<Subject> SUBJECTS =
            List.of(
                    new Subject("宅基地", "自然资源所", "反映与邻居宅基地边界不清", "请求实地丈量并确认边界"),
                    new Subject("土地承包", "农业农村办", "反映承包地面积与证书不符", "请求核实承包面积"),
                    new Subject("惠农补贴", "财政所", "反映耕地地力补贴未足额到账", "请求核查补贴发放"),
                    new Subject("社会救助", "民政所", "反映低保申请未获批准", "请求重新核实家庭情况"),
                    new Subject("道路设施", "村镇建设办", "反映村内道路损坏长期未修", "请求修复道路"),
                    new Subject("水污染", "生态环境所", "反映养殖场污水排入河沟", "请求查处并恢复"),
                    new Subject("村务管理", "信访办", "反映村集体收入未公开", "请求公开村务收支"));

    private final Chance chance = new Chance(SEED);
    private final People people = new People(chance);
    private final List<List<Object>> petitions = new ArrayList<>();
    private final List<List<Object>> visits = new ArrayList<>();

    PetitionDesk() {
        for (int i = 0; i < 13; i++) {
            petition(i, i % 5 == 1 || i % 5 == 3 ? "来访" : "来信");
        }
        visit(LocalDate.of(2024, 5, 14), "到市", 1, number(2), "市信访局");
        visit(LocalDate.of(2024, 9, 11), "到市", 2, number(6), "市信访局");
        visit(LocalDate.of(2024, 10, 23), "赴省", 1, number(6), "省信访局");
        visits.sort((one, other) -> day(one).compareTo(day(other)));
        for (int i = 0; i < visits.size(); i++) {
            List<Object> numbered = new ArrayList<>(visits.get(i));
            numbered.set(0, i + 1);
            visits.set(i, numbered);
        }
    }

    List<Ledger> ledgers() {
        return List.of(petitions(), visits());
    }

    private static LocalDate day(List<Object> visit) {
        return (LocalDate) visit.get(1);
    }

    /** As the national system numbers them. */
    private static String number(int index) {
        return "XF4104232024" + String.format("%06d", 101 + 37 * index);
    }

    private void petition(int index, String form) {
        LocalDate on = LocalDate.of(2024, 1, 8).plusDays(25L * index + chance.between(0, 9));
        LocalDate acceptedOn = on.plusDays(chance.between(3, 10));
        LocalDate due = acceptedOn.plusDays(59);
        LocalDate concludedOn =
                Collections.min(
                        List.of(acceptedOn.plusDays(chance.between(18, 52)), due, LAST_DAY));
        People.Person who = people.party();
        Subject about = SUBJECTS.get(index % SUBJECTS.size());
        boolean sent = index % 4 == 2;
        int persons = index % 6 == 4 ? chance.between(2, 4) : 1;
        petitions.add(
                row(
                        number(index),
                        form,
                        sent ? "转送" : "直接提出",
                        sent ? "县信访局" : null,
                        on.minusDays(form.equals("来信") ? chance.between(1, 4) : 0),
                        on,
                        sent ? on : null,
                        "求决",
                        who.name(),
                        who.identityNumber(),
                        "瓦屋镇" + VILLAGES.get(index % VILLAGES.size()) + "村",
                        persons,
                        about.contentClass(),
                        VILLAGES.get(index % VILLAGES.size()),
                        about.summary(),
                        about.request(),
                        "初件",
                        about.unit(),
                        acceptedOn,
                        acceptedOn,
                        "信访处理意见书",
                        concludedOn,
                        "信访处理意见书",
                        chance.weighted("支持 6, 解释说明 3, 不予支持 1"),
                        concludedOn,
                        chance.weighted("满意 6, 基本满意 3, 不满意 1"),
                        concludedOn,
                        "已办结",
                        null));
        if (form.equals("来访")) {
            visit(on, "到乡镇", persons, number(index), null);
        }
    }

    private void visit(LocalDate on, String level, int persons, String petition, String notifier) {
        visits.add(row(0, on, level, persons, petition, "接待场所", notifier, null));
    }

    private Ledger petitions() {
        List<String> header =
                List.of(
                        "信访件编号", "信访形式", "信访来源", "转送机关", "信访日期", "登记日期", "交换日期", "信访目的", "信访人姓名",
                        "身份证号", "住址", "信访人数", "内容分类", "问题属地", "概况信息", "诉求", "初重件", "责任单位", "告知日期",
                        "受理日期", "办理途径", "办结日期", "办结方式", "处理意见", "签收日期", "满意度评价", "评价日期", "办理状态",
                        "备注");
        List<Object> total = new ArrayList<>(Collections.nCopies(header.size(), null));
        total.set(0, "合计");
        total.set(1, petitions.size() + "件");
        total.set(
                header.indexOf("信访人数"),
                petitions.stream().mapToInt(it -> (Integer) it.get(header.indexOf("信访人数"))).sum());
        return new Ledger("06-petitions.xlsx", "瓦屋镇2024年信访件台账", header, petitions, total, -1);
    }

    private Ledger visits() {
        int persons = visits.stream().mapToInt(it -> (Integer) it.get(3)).sum();
        return new Ledger(
                "07-visits.xlsx",
                "瓦屋镇2024年走访台账",
                List.of("编号", "信访日期", "到访层级", "人数", "信访件编号", "接待场所", "通报单位", "备注"),
                visits,
                row("合计", visits.size() + "批次", null, persons, null, null, null, null),
                -1);
    }

    private static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
