package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.List;

/** Contracts and documents that were reviewed: the report's twenty and twenty are two sets (R5). */
final class Contracts {

    // Type, title, yuan from, yuan to.
    private static final String OF_THE_GOVERNMENT =
            """
            工程|镇区雨污管网改造工程施工合同|200000|900000
            政府采购|办公设备采购合同|8000|60000
            服务|环境卫生保洁服务合同|50000|300000
            租赁|便民服务中心房屋租赁合同|10000|60000
            招商合作|食用菌产业园合作协议|300000|2000000""";
    private static final String OF_VILLAGES =
            """
            土地承包流转|集体土地经营权流转合同|5000|80000
            工程|村内道路硬化施工合同|50000|400000
            租赁|村集体厂房租赁合同|8000|50000
            劳动用工|村级公益岗位用工协议|3000|20000
            服务|光伏电站运维服务协议|5000|40000""";
    private static final List<String> OPINIONS =
            List.of("条款完备，可以签订", "建议补充违约责任条款", "建议明确付款条件和验收标准", "建议核实对方主体资格和授权");
    static final int EACH = 20;

    private final List<Committee> villages;
    private final Counsel counsel;
    private final Chance chance;
    private final People people;

    Contracts(List<Committee> villages, Counsel counsel, Chance chance, People people) {
        this.villages = villages;
        this.counsel = counsel;
        this.chance = chance;
        this.people = people;
    }

    RegisterRows reviews() {
        RegisterRows rows =
                new RegisterRows(
                                "contract-reviews",
                                "合同审查台账",
                                "村（居） 审查主体 法律顾问 合同类型 合同名称 对方当事人 合同金额 收到日期 审查日期 "
                                        + "风险点数 审查意见 采纳情况 答复日期 撤回日期")
                        .adding("合同金额", "风险点数");
        for (int i = 0; i < EACH; i++) {
            rows.row(review(i, OF_THE_GOVERNMENT, null));
            rows.row(review(i, OF_VILLAGES, villages.get(i % villages.size())));
        }
        return rows;
    }

    private Object[] review(int index, String contracts, Committee village) {
        List<String> kinds = contracts.lines().toList();
        String[] kind = kinds.get(index % kinds.size()).split("\\|");
        LocalDate received = LocalDate.of(2024, 1, 8).plusDays(17L * index + chance.between(0, 6));
        LocalDate reviewed = received.plusDays(chance.between(1, 6));
        boolean answered = chance.percent(85);
        int risks = chance.between(0, 4);
        int hundreds =
                chance.between(Integer.parseInt(kind[2]) / 100, Integer.parseInt(kind[3]) / 100);
        return new Object[] {
            village == null ? null : village.place(),
            village == null ? "政府法律顾问" : "农村法律顾问",
            village == null ? counsel.ofTheGovernment() : counsel.of(village),
            kind[0],
            (village == null ? "瓦屋镇" : village.place()) + kind[1] + "（之" + (index + 1) + "）",
            people.name("男") + "（演示）",
            hundreds * 100,
            received,
            reviewed,
            risks,
            risks == 0 ? OPINIONS.get(0) : OPINIONS.get(1 + (risks - 1) % 3),
            answered ? risks > 2 ? "部分采纳" : "采纳" : null,
            answered ? reviewed.plusDays(chance.between(1, 7)) : null,
            null
        };
    }

    /** All but the last, which came in at the end of the year, were reviewed. */
    RegisterRows legalityReviews() {
        return new RegisterRows(
                        "legality-reviews",
                        "合法性审查台账",
                        "审查对象 应当审查 审查主体 名称 收到日期 审查日期 风险点数 审查意见 审查结论 采纳情况 答复日期")
                .lines(
"""
行政规范性文件|是|司法所|瓦屋镇集镇管理办法|2024-03-04|2024-03-15|2|删去第六条的收费|修改后合法|采纳|2024-03-20
行政规范性文件|是|司法所|瓦屋镇农村宅基地审批管理细则|2024-08-05|2024-08-16|1|补充救济途径|修改后合法|采纳|2024-08-21
重大决策|是|司法所|镇区道路改造方案|2024-04-22|2024-05-08|1|补充社会稳定风险评估|修改后合法|采纳|2024-05-10
重大决策|是|司法所|集镇供水价格调整方案|2024-06-17|2024-06-28|0|程序完备|合法|采纳|2024-07-01
重大决策|是|政府法律顾问|乡村公益性公墓选址方案|2024-09-09|2024-09-23|2|补充选址依据|修改后合法|采纳|2024-09-26
行政执法决定|是|司法所|违法占地行政处罚决定|2024-05-27|2024-06-03|0|证据充分|合法|采纳|2024-06-04
行政执法决定|是|司法所|擅自堆放建筑垃圾行政处罚决定|2024-10-08|2024-10-14|1|补正送达回证|修改后合法|采纳|2024-10-16
合同|否|政府法律顾问|特许经营框架协议|2024-07-08|2024-07-15|3|明确退出条款|修改后合法|部分采纳|2024-07-22
其他|否|司法所|村规民约示范文本|2024-11-04|2024-11-11|2|删去罚款条款|修改后合法|采纳|2024-11-15
重大决策|是|司法所|镇级文化站搬迁方案|2024-12-26||||||""");
    }
}
