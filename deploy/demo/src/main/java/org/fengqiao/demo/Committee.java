package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A people's mediation committee of the township with its mediators.
 *
 * @param code 12-digit division code
 * @param place the village or township: 瓦屋村
 * @param cases how many disputes it closed in 2024
 * @param counsel the id of the legal adviser who serves the place
 */
record Committee(
        String code,
        String place,
        int cases,
        String counsel,
        LocalDate establishedOn,
        LocalDate termEndsOn,
        List<Mediator> mediators) {

    static final String TOWNSHIP = "410423106000";

    // Code suffix 201 upwards (codes.md 3.1); the cases add up to the 339 of the report.
    private static final List<String> VILLAGES =
            List.of(
                    "瓦屋村 31",
                    "李老庄村 22",
                    "马停村 19",
                    "土桥村 24",
                    "白土窑村 17",
                    "楼子河村 15",
                    "耐庄村 18",
                    "水滴沟村 14",
                    "上竹园寺村 16",
                    "大潺寺村 20",
                    "卧羊坪村 15",
                    "马老庄村 13",
                    "汤河村 21",
                    "刺坡岭村 12",
                    "长畛地村 14",
                    "刘相公村 18",
                    "红石崖村 13",
                    "石门村 19",
                    "太平村 18");
    private static final int TOWNSHIP_CASES = 71;
    private static final int VILLAGES_OF_ONE_COUNSEL = 4;

    /** An invented mediator. */
    record Mediator(
            String name, String sex, String role, boolean fullTime, LocalDate appointedOn) {}

    String name() {
        return place + "人民调解委员会";
    }

    boolean isTownship() {
        return code.equals(TOWNSHIP);
    }

    /** The 19 villages' committees and the township's, in code order. */
    static List<Committee> all(Chance chance, People people) {
        List<Committee> all = new ArrayList<>();
        // RT 9 gives three years; a village committee's own term is five.
        LocalDate township = LocalDate.of(2023, 3, 20);
        all.add(of(TOWNSHIP, "瓦屋镇", TOWNSHIP_CASES, Counsel.id(1), township, 3, chance, people));
        for (int i = 0; i < VILLAGES.size(); i++) {
            String[] nameAndCases = VILLAGES.get(i).split(" ");
            all.add(
                    of(
                            String.valueOf(410423106201L + i),
                            nameAndCases[0],
                            Integer.parseInt(nameAndCases[1]),
                            Counsel.id(1 + i / VILLAGES_OF_ONE_COUNSEL),
                            LocalDate.of(2021, 4, chance.between(6, 28)),
                            5,
                            chance,
                            people));
        }
        return all;
    }

    private static Committee of(
            String code,
            String place,
            int cases,
            String counsel,
            LocalDate establishedOn,
            int years,
            Chance chance,
            People people) {
        boolean township = code.equals(TOWNSHIP);
        int size = township ? 5 : chance.between(3, 5);
        Set<String> names = new LinkedHashSet<>();
        List<Mediator> mediators = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // RT 8: one chair, at least one woman.
            String sex = i == 1 || chance.percent(25) ? "女" : "男";
            String name = people.name(sex);
            while (!names.add(name)) {
                name = people.name(sex);
            }
            String role = i == 0 ? "主任" : i == 1 && size > 3 ? "副主任" : "委员";
            boolean fullTime = township ? i < 3 : i == 0 && chance.percent(40);
            mediators.add(
                    new Mediator(
                            name,
                            sex,
                            role,
                            fullTime,
                            establishedOn.plusDays(chance.between(0, 20))));
        }
        return new Committee(
                code,
                place,
                cases,
                counsel,
                establishedOn,
                establishedOn.plusYears(years).minusDays(1),
                mediators);
    }
}
