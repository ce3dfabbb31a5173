package org.fengqiao.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The service log of the villages' counsel: a row is one visit of one adviser or two, with at most
 * one group of people who asked, or what was asked by phone. The sums are those of the report: 19
 * villages, 186 person-times of counsel, 197 of consultation, 6 lectures.
 */
final class ServiceLog {

    static final int VISITS = 160;
    static final int OF_TWO = 26;
    static final int ASKED_BY_ONE = 57;
    static final int ASKED_BY_TWO = 63;
    static final int BY_PHONE = 14;
    static final int LECTURES = 6;

    private static final List<String> SUBJECTS =
            List.of(
                    "民法典里的邻里关系",
                    "防范电信网络诈骗和非法集资",
                    "农村土地承包和流转",
                    "婚姻家庭与老人赡养",
                    "外出务工怎样依法讨薪",
                    "宅基地和房屋继承");
    private static final String TOPICS =
            "邻里 16, 土地 14, 婚姻家庭 14, 劳动 9, 欠薪 8, 债权债务 8, 交通事故 7, 老人赡养 6, 遗产继承 5, "
                    + "合同 4, 房产 3, 工伤 2, 消费维权 2, 社会保障 1, 环境 1";
    private static final List<String> WORK =
            List.of(
                    "坐班接待群众咨询，走访困难户",
                    "与村干部核对村规民约条款",
                    "入户走访，讲解土地流转注意事项",
                    "参加村民代表会议，解答法律问题",
                    "协助村调委会分析疑难纠纷");
    private static final List<String> ANSWERS =
            List.of("已当面解答", "已告知可依法申请调解", "已告知诉讼时效和所需证据", "建议先与对方协商并保存凭证");

    private final List<Committee> villages;
    private final Counsel counsel;
    private final Chance chance;
    private final People people;
    private final Set<Integer> lectured = new HashSet<>();

    ServiceLog(List<Committee> villages, Counsel counsel, Chance chance, People people) {
        this.villages = villages;
        this.counsel = counsel;
        this.chance = chance;
        this.people = people;
    }

    RegisterRows rows() {
        RegisterRows rows =
                new RegisterRows(
                                "service-log",
                                "村法律顾问工作日志",
                                "村（居） 法律顾问 服务日期 是否到村 现场时长 顾问人数 接待群众人数 工作内容 "
                                        + "咨询人次 咨询方式 咨询主题 咨询人 咨询人电话 咨询内容 讲座主题 讲座人数 "
                                        + "代写文书 重大决策意见 参与诉讼 法律意见书 律师函")
                        .adding("顾问人数", "接待群众人数", "咨询人次", "讲座人数", "代写文书");
        List<Integer> present = shuffled(List.of(OF_TWO, VISITS - OF_TWO), List.of(2, 1));
        int unasked = VISITS - ASKED_BY_ONE - ASKED_BY_TWO;
        List<Integer> asked =
                shuffled(List.of(ASKED_BY_ONE, ASKED_BY_TWO, unasked), List.of(1, 2, 0));
        for (int i = 0; i < VISITS; i++) {
            rows.row(visit(i, present.get(i), asked.get(i)));
        }
        for (int i = 0; i < BY_PHONE; i++) {
            rows.row(call(villages.get(i)));
        }
        return rows.sortedBy("服务日期");
    }

    /** So many of each value, in an order by chance. */
    private List<Integer> shuffled(List<Integer> counts, List<Integer> values) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            all.addAll(Collections.nCopies(counts.get(i), values.get(i)));
        }
        chance.shuffle(all);
        return all;
    }

    /** The villages take turns: each is visited eight times or nine, in different months. */
    private Object[] visit(int index, int present, int asked) {
        int place = index % villages.size();
        int month = (index / villages.size() * 4 / 3 + place) % 12 + 1;
        Object[] row = row(villages.get(place), workday(month));
        row[3] = "是";
        row[4] = BigDecimal.valueOf(chance.between(8, 12) * 5L, 1);
        row[5] = present;
        row[6] = chance.between(3, 18);
        row[7] = chance.oneOf(WORK);
        if (asked > 0) {
            ask(row, asked, "现场");
        }
        if (lectured.size() < LECTURES && index % 23 == 5 && lectured.add(place)) {
            row[14] = SUBJECTS.get(lectured.size() - 1);
            row[15] = chance.between(35, 80);
        }
        work(row);
        return row;
    }

    private Object[] call(Committee village) {
        Object[] row = row(village, workday(chance.between(1, 12)));
        row[3] = "否";
        ask(row, 1, chance.weighted("电话 3, 微信 1"));
        return row;
    }

    private Object[] row(Committee village, LocalDate day) {
        Object[] row = new Object[21];
        row[0] = village.place();
        row[1] = counsel.of(village);
        row[2] = day;
        return row;
    }

    private void ask(Object[] row, int persons, String channel) {
        row[8] = persons;
        row[9] = channel;
        row[10] = chance.weighted(TOPICS);
        row[11] = people.name(chance.percent(55) ? "男" : "女");
        row[12] = chance.percent(40) ? "1380000%04d".formatted(chance.between(3000, 3999)) : null;
        row[13] = row[10] + "方面的问题，" + chance.oneOf(ANSWERS);
    }

    private void work(Object[] row) {
        row[16] = chance.percent(14) ? chance.between(1, 2) : null;
        row[17] = chance.percent(5) ? 1 : null;
        row[18] = chance.percent(2) ? 1 : null;
        row[19] = chance.percent(4) ? 1 : null;
        row[20] = chance.percent(3) ? 1 : null;
    }

    /** Neither a weekend nor about the Spring Festival. */
    private LocalDate workday(int month) {
        LocalDate first = LocalDate.of(2024, month, 1);
        LocalDate day = first.plusDays(chance.between(1, first.lengthOfMonth() - 1));
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean festival = month == 2 && day.getDayOfMonth() >= 8 && day.getDayOfMonth() <= 18;
        return weekend || festival ? workday(month) : day;
    }
}
