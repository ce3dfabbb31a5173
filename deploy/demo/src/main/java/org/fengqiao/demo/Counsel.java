package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Invented legal advisers: five for the villages, one for the government. */
final class Counsel {

    private static final int OF_VILLAGES = 5;
    private static final int OF_THE_GOVERNMENT = 6;
    private static final LocalDate ENGAGED = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final List<String> FIRMS = List.of("枫林（演示）律师事务所", "桥畔（演示）律师事务所", "瓦屋（演示）法律服务所");
    private static final List<String> POSITIONS = List.of("村干部", "人民调解员", "网格员", "村民");
    private static final int RESOURCE_PERSONS_OF_A_VILLAGE = 2;

    private final List<Committee> villages;
    private final Chance chance;
    private final People people;
    private final List<String> names;

    Counsel(List<Committee> villages, Chance chance, People people) {
        this.villages = villages;
        this.chance = chance;
        this.people = people;
        // A ledger names counsel by name: no two have the same.
        Set<String> drawn = new LinkedHashSet<>();
        while (drawn.size() < OF_THE_GOVERNMENT) {
            drawn.add(people.name(drawn.size() % 3 == 1 ? "女" : "男"));
        }
        this.names = List.copyOf(drawn);
    }

    /** The id of an adviser on the roster (顾问编号): mediation's ledger names no persons. */
    static String id(int number) {
        return "018cc251-f400-7000-8000-%012d".formatted(number);
    }

    /** Another adviser of villages, who joined the same case. */
    static String beside(String id) {
        return id(number(id) % OF_VILLAGES + 1);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    /** The name of the adviser of a village. */
    String of(Committee village) {
        return names.get(number(village.counsel()) - 1);
    }

    String ofTheGovernment() {
        return names.get(OF_THE_GOVERNMENT - 1);
    }

    RegisterRows advisers() {
        RegisterRows rows =
                new RegisterRows(
                        "legal-advisers", "法律顾问名册", "村（居） 顾问编号 顾问类别 职业 姓名 电话 执业证号 执业机构 聘任日期 解聘日期");
        for (int number = 1; number <= OF_THE_GOVERNMENT; number++) {
            boolean lawyer = number % 3 != 0 || number == OF_THE_GOVERNMENT;
            rows.row(
                    null,
                    id(number),
                    number == OF_THE_GOVERNMENT ? "政府法律顾问" : "村法律顾问",
                    lawyer ? "律师" : "基层法律服务工作者",
                    names.get(number - 1),
                    "1380000%04d".formatted(100 + number),
                    "演示第%04d号".formatted(number),
                    FIRMS.get(lawyer ? number % 2 : 2),
                    ENGAGED,
                    null);
        }
        return rows;
    }

    /** Nineteen of the villages, one of the government. */
    RegisterRows appointments() {
        RegisterRows rows =
                new RegisterRows("appointments", "法律顾问聘任台账", "村（居） 法律顾问 顾问类别 聘任日期 聘期届满 协议编号");
        rows.row(null, ofTheGovernment(), "政府法律顾问", ENGAGED, LAST_DAY, "瓦政聘〔2024〕1号");
        for (Committee village : villages) {
            String contract = "瓦村聘〔2024〕" + rows.size() + "号";
            rows.row(village.place(), of(village), "村法律顾问", ENGAGED, LAST_DAY, contract);
        }
        return rows;
    }

    RegisterRows resourcePersons() {
        RegisterRows rows =
                new RegisterRows("legal-resource-persons", "法律明白人名册", "村（居） 姓名 电话 身份 发证日期");
        for (Committee village : villages) {
            for (int i = 0; i < RESOURCE_PERSONS_OF_A_VILLAGE; i++) {
                rows.row(
                        village.place(),
                        people.name(i == 0 ? "男" : "女"),
                        "1380000%04d".formatted(200 + rows.size()),
                        chance.oneOf(POSITIONS),
                        LocalDate.of(chance.between(2022, 2024), 3, chance.between(1, 28)));
            }
        }
        return rows;
    }
}
