package org.fengqiao.demo;

import java.util.List;

/** How the township decided: institutions, meetings, the leading group, major decisions. */
final class Decisions {

    private final Counsel counsel;

    Decisions(Counsel counsel) {
        this.counsel = counsel;
    }

    List<RegisterRows> registers() {
        return List.of(institutions(), meetings(), leadingGroups(), decisions(), documents());
    }

    private static RegisterRows institutions() {
        return new RegisterRows("institutions", "制度台账", "制度名称 类别 文号 施行日期 废止日期")
                .lines(
"""
领导干部重大事项报告制度|重大事项报告|瓦发〔2021〕12号|2021-05-10|
重大问题汇报制度|重大问题汇报|瓦发〔2024〕5号|2024-02-20|
重大决策审核制度|重大决策审核|瓦发〔2024〕6号|2024-02-20|
处理信访工作制度|处理信访工作|瓦发〔2024〕9号|2024-04-01|
干部培养考核任用办法|培养考核任用|瓦发〔2022〕18号|2022-07-01|
财务管理办法|财务管理|瓦政〔2023〕11号|2023-06-01|
专项工程项目建设监督管理办法|工程项目管理|瓦政〔2023〕16号|2023-09-01|
行政执法公示和全过程记录制度|行政执法|瓦政〔2022〕7号|2022-03-15|
财务管理暂行办法|财务管理|瓦政〔2018〕4号|2018-03-01|2023-05-31""");
    }

    private static RegisterRows meetings() {
        return new RegisterRows("leadership-meetings", "班子会议台账", "会议日期 会议类型 议题类别 议题 参会人数")
                .lines(
"""
2024-01-09|党委会|法治政府建设、信访工作|部署年度法治政府建设和信访工作|11
2024-02-19|党政联席会|其他|春季重点工作|13
2024-03-18|政府办公会|大额资金使用|农业生产救灾资金使用方案|9
2024-04-15|党委会|法治政府建设|听取行政执法情况汇报|11
2024-05-13|党政联席会|重大决策、重大项目安排|镇区道路改造方案|13
2024-06-11|政府办公会|重大项目安排|水滴沟村小型水利项目|9
2024-07-04|党政联席会|重大决策|集镇供水价格调整方案|13
2024-08-12|党委会|法治政府建设、干部任免|学习习近平法治思想；干部调整|11
2024-09-30|党政联席会|重大决策|乡村公益性公墓选址方案|13
2024-10-21|政府办公会|大额资金使用|秋季人居环境整治资金|9
2024-11-18|党委会|信访工作|积案化解情况|11
2024-12-16|党委会|法治政府建设|年终总结、下一年度初步安排|11""");
    }

    private static RegisterRows leadingGroups() {
        return new RegisterRows("leading-groups", "领导小组台账", "名称 成立日期 文号 组长职务 副组长职务 成员单位数")
                .lines("推进法治政府建设领导小组|2024-01-12|瓦发〔2024〕2号|镇长|分管领导|14");
    }

    /** All with an opinion of counsel; the three of the first kind were reviewed before. */
    private RegisterRows decisions() {
        String lines =
"""
农业生产救灾资金使用方案|大额资金|2024-03-04|||||||2024-03-12|2024-03-18|是|0|2024-03-18|通过|2024-03-25
镇区道路改造方案|重大决策|2024-03-11|2024-03-18|2024-04-18|2024-04-22|2024-05-08|修改后合法||2024-05-09|2024-05-13|是|1|2024-05-13|通过|2024-05-20
水滴沟村小型水利项目|重大项目安排|2024-05-27|||||||2024-06-05|2024-06-11|是|0|2024-06-11|通过|2024-06-17
集镇供水价格调整方案|重大决策|2024-05-06|2024-05-13|2024-06-13|2024-06-17|2024-06-28|合法||2024-07-01|2024-07-04|是|2|2024-07-04|通过|2024-07-11
乡村公益性公墓选址方案|重大决策|2024-07-29|2024-08-05|2024-09-05|2024-09-09|2024-09-23|修改后合法||2024-09-25|2024-09-30|是|1|2024-09-30|通过|2024-10-08
秋季人居环境整治资金|大额资金|2024-10-08|||||||2024-10-16|2024-10-21|是|0|2024-10-21|通过|2024-10-28
镇级文化站搬迁方案|重大决策|2024-11-25|||2024-12-26||||||||||""";
        RegisterRows rows =
                new RegisterRows(
                        "major-decisions",
                        "重大决策台账",
                        "事项名称 事项类别 提出日期 公开征求意见开始 公开征求意见截止 送审日期 合法性审查日期 "
                                + "合法性审查结论 法律顾问 法律顾问意见日期 集体讨论日期 负责人末位发言 不同意见数 "
                                + "决定日期 决定结果 归档日期");
        return rows.lines(named(lines));
    }

    /** With the adviser's name in the ninth cell, where there is an opinion. */
    private String named(String lines) {
        StringBuilder named = new StringBuilder();
        for (String line : lines.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            cells[8] = cells[9].isEmpty() ? "" : counsel.ofTheGovernment();
            named.append(String.join("|", cells)).append('\n');
        }
        return named.toString();
    }

    private static RegisterRows documents() {
        return new RegisterRows(
                        "normative-documents", "行政规范性文件台账", "名称 文号 制定日期 合法性审查日期 备案日期 公布日期 有效期至")
                .lines(
"""
瓦屋镇集镇管理办法|瓦政〔2024〕8号|2024-04-01|2024-03-15|2024-04-18|2024-04-03|2029-03-31
瓦屋镇农村宅基地审批管理细则|瓦政〔2024〕15号|2024-09-02|2024-08-16|2024-09-20|2024-09-04|2029-09-01""");
    }
}
