package org.fengqiao.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** How the township studied law: sessions, exams, reports on duty. */
final class Study {

    // The laws that the report names.
    private static final List<String> LAWS = List.of("政府信息公开条例", "信访工作条例", "行政处罚法", "中华人民共和国民法典");

    private final People people;

    Study(People people) {
        this.people = people;
    }

    List<RegisterRows> registers() {
        return List.of(sessions(), exams(), reports());
    }

    /** An evening of study on the second Monday of every month, the party committee's by law. */
    private static RegisterRows sessions() {
        RegisterRows rows =
                new RegisterRows("study-sessions", "学法台账", "学习日期 学习形式 学习主题 法律法规 对象 参加人数 学时")
                        .adding("参加人数");
        for (int month = 1; month <= 12; month++) {
            LocalDate monday =
                    LocalDate.of(2024, month, 1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
            String law = LAWS.get(month % LAWS.size());
            // The second Monday of February is in the Spring Festival.
            LocalDate day = month == 2 ? monday.plusWeeks(2) : monday;
            rows.row(day, "周一学习夜", "普法讲座：" + law, "《" + law + "》", "机关干部", 48 + month, 2);
        }
        return rows.lines(
"""
2024-03-21|党委中心组学习|政府信息公开条例|《政府信息公开条例》|领导干部|14|2
2024-05-16|党委中心组学习|信访工作条例|《信访工作条例》|领导干部|15|2
2024-08-22|党委中心组学习|行政处罚法|《行政处罚法》|领导干部|15|2
2024-11-14|党委中心组学习|习近平法治思想和民法典|《中华人民共和国民法典》|领导干部|13|2
2024-04-15|会前学法|行政执法公示制度|《行政处罚法》|领导干部|11|1
2024-06-13|法治培训|村两委干部法治培训|《中华人民共和国民法典》《村民委员会组织法》|村干部|86|6
2024-09-12|网络学习|公务员网络学习|《行政处罚法》|机关干部|58|10""")
                .sortedBy("学习日期");
    }

    private static RegisterRows exams() {
        return new RegisterRows("law-exams", "学法考试台账", "考试日期 考试名称 对象 应考人数 参考人数 合格人数")
                .adding("应考人数", "参考人数", "合格人数")
                .lines(
"""
2024-06-28|机关干部法律知识考试|机关干部|62|60|59
2024-07-05|村委干部法律知识考试|村委干部|114|109|101
2024-10-18|公务员学法考试|领导干部|15|15|15""");
    }

    private RegisterRows reports() {
        RegisterRows rows = new RegisterRows("duty-reports", "述法台账", "述法日期 职务 述法人 述法形式");
        for (String post : List.of("党委书记", "镇长", "党委副书记", "分管副镇长", "司法所所长")) {
            rows.row(LocalDate.of(2024, 12, 18), post, people.name("男"), "述法述廉");
        }
        return rows;
    }
}
