package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.List;

/** Those who enforce, what they learnt, what they did. */
final class Enforcement {

    static final int OFFICERS = 14;
    // Of them: the certificate of one has run out, one has none yet. Hence the target for 2025.
    static final int CERTIFIED = 12;

    private static final List<String> UNITS = List.of("综合行政执法大队", "自然资源所", "应急管理办");

    private final People people;

    Enforcement(People people) {
        this.people = people;
    }

    List<RegisterRows> registers() {
        return List.of(officers(), trainings(), penalties(), accountability(), cases());
    }

    private RegisterRows officers() {
        RegisterRows rows =
                new RegisterRows(
                        "enforcement-officers", "执法人员台账", "姓名 执法单位 上岗日期 离岗日期 执法证号 发证日期 有效期至");
        for (int i = 0; i < OFFICERS; i++) {
            boolean none = i == OFFICERS - 1;
            boolean old = i == OFFICERS - 2;
            LocalDate from = LocalDate.of(old ? 2019 : 2021 + i % 3, 6, 1);
            rows.row(
                    people.name(i % 4 == 3 ? "女" : "男"),
                    UNITS.get(i % UNITS.size()),
                    none ? LocalDate.of(2024, 9, 2) : LocalDate.of(2019, 1, 2),
                    null,
                    none ? null : "演示执法%04d".formatted(i + 1),
                    none ? null : from,
                    none ? null : from.plusYears(5).minusDays(1));
        }
        return rows;
    }

    private static RegisterRows trainings() {
        return new RegisterRows("enforcement-trainings", "执法人员培训台账", "培训日期 培训类别 培训主题 参加人次 学时")
                .adding("参加人次")
                .lines(
"""
2024-02-27|思想政治教育|习近平法治思想|14|2
2024-04-23|业务培训|行政处罚法和执法文书|13|6
2024-06-18|岗位练兵|现场检查和调查取证|12|4
2024-08-27|业务培训|行政执法三项制度|14|6
2024-10-24|执法证考试培训|公共法律知识|3|8
2024-11-26|岗位练兵|案卷评查|13|4""");
    }

    private RegisterRows penalties() {
        String lines =
"""
2024-05-06|土地|2|是|是|是|2024-06-05|罚款|3000|%s|未经批准占用土地堆放砂石
2024-07-22|环境|2|否|是|否|2024-07-31|警告||%s|占道经营影响环境卫生
2024-09-18|环境卫生|2|是|是|是|2024-10-17|罚款|500|%s|擅自堆放建筑垃圾
2024-12-09|林业|2|是|是|||||%s|林区违规用火，正在调查""";
        return new RegisterRows(
                        "penalty-cases",
                        "行政处罚台账",
                        "立案日期 执法领域 执法人员数 是否亮证 是否全过程记录 是否法制审核 决定日期 处理结果 罚没金额 当事人 案情")
                .adding("罚没金额")
                .lines(
                        lines.formatted(
                                people.name("男"),
                                people.name("男"),
                                people.name("男"),
                                people.name("男")));
    }

    private RegisterRows accountability() {
        return new RegisterRows("accountability-decisions", "执法责任追究台账", "决定日期 事由 处理方式 责任人 情况说明")
                .lines("2024-08-09|其他|谈话提醒|%s|执法时没有主动亮证".formatted(people.name("男")));
    }

    private RegisterRows cases() {
        String lines =
"""
行政诉讼|2024-04-16|（2024）演示行初1号|%s|2024-08-14|驳回|是|不服土地权属处理
行政复议|2024-07-03|演示复〔2024〕3号|%s|2024-08-30|和解||不服信息公开答复""";
        return new RegisterRows(
                        "administrative-cases",
                        "行政诉讼、行政复议台账",
                        "程序 受理日期 案号 原告或者申请人 结案日期 结果 负责人出庭 案情")
                .lines(lines.formatted(people.name("男"), people.name("女")));
    }
}
