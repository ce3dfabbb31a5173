package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.List;

/** What was shown to the public: boards, items, receptions, democratic villages. */
final class Disclosure {

    private static final List<String> BOARDS = List.of("党务公开栏", "村务公开栏", "财务公开栏");

    private final List<Committee> villages;
    private final People people;

    Disclosure(List<Committee> villages, People people) {
        this.villages = villages;
        this.people = people;
    }

    List<RegisterRows> registers() {
        return List.of(boards(), items(), receptions(), democratic());
    }

    /** Three kinds in every village. */
    private RegisterRows boards() {
        RegisterRows rows = new RegisterRows("disclosure-boards", "公开栏台账", "村（居） 公开栏类别 设立日期 地点");
        for (Committee village : villages) {
            for (String board : BOARDS) {
                rows.row(village.place(), board, LocalDate.of(2020, 6, 1), village.place() + "村部");
            }
        }
        return rows;
    }

    /** One of the township's was late. */
    private RegisterRows items() {
        RegisterRows rows =
                new RegisterRows("disclosure-items", "公开事项台账", "村（居） 公开类别 公开事项 形成日期 公开日期 公开方式")
                        .lines(
"""
|政府信息|2023年度法治政府建设报告|2024-02-26|2024-03-04|政府网站
|政府信息|2024年部门预算|2024-01-29|2024-02-07|政府网站
|政府信息|宅基地审批结果（上半年）|2024-07-02|2024-07-16|网站
|政府信息|惠农补贴发放情况|2024-06-11|2024-07-24|微信公众号
|政府信息|瓦屋镇集镇管理办法|2024-04-01|2024-04-03|政府网站
|便民措施、服务承诺|便民服务事项一次办清单|2024-03-11|2024-03-18|服务大厅
|服务承诺|社会救助服务承诺|2024-05-08|2024-05-15|服务大厅
|行政执法|行政执法主体和人员名单|2024-02-20|2024-03-01|政府网站
|行政执法|行政处罚决定（第2号）|2024-06-05|2024-06-12|政府网站
|行政执法|行政处罚决定（第5号）|2024-10-17|2024-10-24|政府网站""");
        for (Committee village : villages) {
            LocalDate formed = LocalDate.of(2024, 3, 28);
            LocalDate published = LocalDate.of(2024, 4, 8).plusDays(rows.size() % 7);
            rows.row(village.place(), "村务", "一季度村务公开", formed, published, "公开栏");
            rows.row(
                    village.place(),
                    "财务",
                    "三季度财务收支",
                    LocalDate.of(2024, 9, 27),
                    LocalDate.of(2024, 10, 9).plusDays(rows.size() % 9),
                    "公开栏");
        }
        return rows;
    }

    private RegisterRows receptions() {
        RegisterRows rows =
                new RegisterRows("leader-receptions", "领导接访台账", "接访日期 领导职务 接访领导 接访批次 接访人次 当场解决件数")
                        .adding("接访批次", "接访人次", "当场解决件数");
        List<String> posts = List.of("党委书记", "镇长", "分管副镇长");
        List<String> leaders = List.of(people.name("男"), people.name("男"), people.name("女"));
        for (int month = 1; month <= 12; month++) {
            int batches = 1 + month % 4;
            rows.row(
                    LocalDate.of(2024, month, month == 2 ? 6 : 15),
                    posts.get(month % posts.size()),
                    leaders.get(month % leaders.size()),
                    batches,
                    batches + month % 3,
                    month % 2);
        }
        return rows;
    }

    private static RegisterRows democratic() {
        return new RegisterRows("democratic-villages", "民主法治（示范）村台账", "村（居） 创建日期 级别 命名日期 复核日期 复核结果")
                .lines(
"""
瓦屋村|2019-03-01|省级|2020-12-18|2023-06-20|保留
土桥村|2020-04-10|市级|2021-12-03|2024-05-16|保留
汤河村|2021-03-15|县级|2022-11-25||
石门村|2022-03-01|县级|2023-11-20||
大潺寺村|2023-03-20|县级|2024-11-22||
红石崖村|2024-03-12|县级|||
太平村|2024-03-12|县级|||""");
    }
}
