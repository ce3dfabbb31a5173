package org.fengqiao.kit.divisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fengqiao.kit.security.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Divisions divisions = new Divisions(Optional.empty(), Clock.system(SHANGHAI));

    @TempDir private Path folder;

    private Divisions of(String... lines) throws IOException {
        return on("2025-03-05", lines);
    }

    private Divisions on(String day, String... lines) throws IOException {
        Path file = folder.resolve("divisions.csv");
        Files.writeString(
                file,
                "# a remark\ncode,name,successor,validFrom,validTo\n"
                        + String.join("\n", lines)
                        + "\n");
        Instant noon = LocalDate.parse(day).atTime(12, 0).atZone(SHANGHAI).toInstant();
        return new Divisions(Optional.of(file.toString()), Clock.fixed(noon, SHANGHAI));
    }

    @Test
    void theNineteenVillagesOfWawuBearTheNamesOfTheRegister() {
        List<String> names =
                List.of(
                        "瓦屋", "李老庄", "马停", "土桥", "白土窑", "楼子河", "耐庄", "水滴沟", "上竹园寺", "大潺寺", "卧羊坪",
                        "马老庄", "汤河", "刺坡岭", "长畛地", "刘相公", "红石崖", "石门", "太平");
        List<Division> villages = divisions.children("410423106000");
        assertEquals(names, villages.stream().map(Division::name).toList());
        assertEquals("410423106201", villages.get(0).code().value());
        assertEquals("410423106219", villages.get(18).code().value());
    }

    @Test
    void lushanIsWholeDownToItsVillages() {
        List<Division> townships = divisions.children("410423000000");
        assertEquals(24, townships.size());
        List<Division> villages =
                townships.stream()
                        .flatMap(it -> divisions.children(it.code().value()).stream())
                        .toList();
        // 32 residents' committees (third group 0xx) and 524 villagers' committees (2xx).
        assertEquals(
                32, villages.stream().filter(it -> it.code().value().charAt(9) == '0').count());
        assertEquals(
                524, villages.stream().filter(it -> it.code().value().charAt(9) == '2').count());
        assertEquals(556, villages.size());
    }

    @Test
    void aNameIsShownWithoutTheBodysName() {
        assertEquals("瓦屋", divisions.name("410423106201"));
        assertEquals("曙光社区", divisions.name("410423001001"));
        assertEquals("瓦屋镇", divisions.name("410423106000"));
        assertEquals("河南省平顶山市鲁山县瓦屋镇瓦屋", divisions.fullName("410423106201"));
        assertEquals("110101001001", divisions.name("110101001001"));
    }

    @Test
    void aMergedDivisionPointsToItsSuccessor() throws IOException {
        Divisions merged =
                of(
                        "410423106000,瓦屋镇,",
                        "410423109000,新镇,410423106000",
                        "410423109201,旧村村民委员会,410423109202",
                        "410423109202,中村,410423106201",
                        "410423106201,瓦屋村民委员会");
        assertEquals("410423106201", merged.current("410423109201"));
        assertEquals("410423106201", merged.current("410423106201"));
        assertEquals(
                List.of("410423109000", "410423109201", "410423109202"),
                merged.predecessors("410423106000").stream().map(DivisionCode::value).toList());
        assertEquals(
                List.of("410423109201", "410423109202"),
                merged.predecessors("410423106201").stream().map(DivisionCode::value).toList());
        assertTrue(merged.children("410423109000").isEmpty());
        assertEquals(Optional.empty(), merged.find("410423000000"));
    }

    @Test
    void aSplitDivisionLiesInWhatContainsAllItsParts() throws IOException {
        Divisions split =
                of(
                        "410423000000,鲁山县",
                        "410423106000,瓦屋镇",
                        "410423106201,甲村村民委员会,410423106202;410423106203",
                        "410423106202,乙村村民委员会",
                        "410423106203,丙村村民委员会",
                        "410423106204,丁村村民委员会,410423106203 410423107201",
                        "410423106205,戊村村民委员会,410423106206 410423106207",
                        "410423106206,己村村民委员会,410423106202",
                        "410423106207,庚村村民委员会,410423106202",
                        "410423107000,土门办事处",
                        "410423107201,辛村村民委员会");
        assertEquals("410423106000", split.current("410423106201"));
        assertEquals("410423000000", split.current("410423106204"));
        // Its parts came together again.
        assertEquals("410423106202", split.current("410423106205"));
        assertEquals(
                List.of("410423106205", "410423106206", "410423106207"),
                codes(split.predecessors("410423106202")));
        assertEquals(List.of(), split.predecessors("410423106203"));
        assertEquals(
                List.of("410423106201", "410423106204"),
                codes(split.origins("410423106203").stream().map(Division::code).toList()));
        assertTrue(split.scope("410423106000").contains("410423106201"));
        assertFalse(split.scope("410423106203").contains("410423106201"));
        assertFalse(split.scope("410423106000").contains("410423106204"));
        assertTrue(split.scope("410423000000").contains("410423106204"));
    }

    @Test
    void aMergerTakesEffectOnTheDayAfterTheLast() throws IOException {
        String[] lines = {
            "410423106000,瓦屋镇",
            "410423106201,甲村村民委员会,410423106202,,2024-12-31",
            "410423106202,乙村村民委员会",
            "410423106203,丙乡村民委员会,,,2020-06-30",
            "410423106203,丙镇村民委员会,,2020-07-01",
            "410423106204,丁村村民委员会,,2025-01-01"
        };
        Divisions before = on("2024-12-31", lines);
        Divisions after = on("2025-01-01", lines);
        assertEquals("410423106201", before.current("410423106201"));
        assertEquals("410423106202", after.current("410423106201"));
        assertEquals(List.of("甲村", "乙村", "丙镇"), names(before.children("410423106000")));
        assertEquals(List.of("乙村", "丙镇", "丁村"), names(after.children("410423106000")));
        assertEquals(
                List.of("甲村", "乙村", "丙乡"),
                names(after.children("410423106000", LocalDate.parse("2020-06-30"))));
        assertEquals(
                List.of("甲村", "乙村", "丙镇", "丁村"),
                names(
                        after.children(
                                "410423106000",
                                LocalDate.parse("2024-12-31"),
                                LocalDate.parse("2025-01-01"))));
        assertEquals("丙镇", after.name("410423106203"));
        assertFalse(before.scope("410423106202").contains("410423106201"));
        assertTrue(after.scope("410423106202").contains("410423106201"));
    }

    /** The day changes while the service runs. */
    @Test
    void theRegisterFollowsItsClock() throws IOException {
        Path file = folder.resolve("divisions.csv");
        Files.writeString(
                file,
                "code,name,successor,validFrom,validTo\n410423106201,甲,410423106202,,2024-12-31\n410423106202,乙\n");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-12-31T15:59:59Z"));
        Divisions it = new Divisions(Optional.of(file.toString()), new Hand(now));
        assertEquals("410423106201", it.current("410423106201"));
        now.set(Instant.parse("2024-12-31T16:00:00Z"));
        assertEquals("410423106202", it.current("410423106201"));
    }

    private static final class Hand extends Clock {
        private final AtomicReference<Instant> now;

        Hand(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return SHANGHAI;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    @Test
    void accessFollowsTodaysBoundaries() throws IOException {
        Divisions moved =
                of(
                        "410423000000,鲁山县",
                        "410423106000,瓦屋镇",
                        "410423106201,甲村村民委员会",
                        "410423106202,乙村村民委员会,410423107205",
                        "410423107000,土门办事处",
                        "410423107205,乙村村民委员会",
                        "410423109000,旧镇,410423106000",
                        "410423109201,丙村村民委员会,410423106201",
                        "410423109202,丁村村民委员会");
        Scope wawu = moved.scope("410423106000");
        assertEquals(
                List.of(
                        new Scope.Range("410423106000", "410423106201"),
                        new Scope.Range("410423106203", "410423106999"),
                        new Scope.Range("410423109000", "410423109999")),
                wawu.ranges());
        assertTrue(moved.scope("410423107000").contains("410423106202"));
        // Without a successor of its own it goes with its township.
        assertEquals("410423106000", moved.current("410423109202"));
        assertEquals(
                List.of("410423106201", "410423106201", "410423109201", "410423109201"),
                moved.scope("410423106201").arguments());
        // Within the county nothing changed; an office that is no more keeps its own.
        assertEquals(Scope.of("410423000000"), moved.scope("410423000000"));
        assertEquals(Scope.of("410423109000"), moved.scope("410423109000"));
        assertEquals(
                Map.of(
                        "410423106202", "410423107205",
                        "410423109000", "410423106000",
                        "410423109201", "410423106201",
                        "410423109202", "410423106000"),
                moved.moved("410423106000"));
        assertEquals(Map.of(), divisions.moved("410423000000"));
    }

    @Test
    void aFaultyFileStopsTheStart() {
        faulty("Line 3: Not a division code", "410400106000,无县之镇,");
        faulty("Line 3: not code,name", "410423106000");
        faulty("Line 3: not code,name", "410423106000,甲,,,,");
        faulty("Line 4: 410423106000: listed twice", "410423106000,甲,", "410423106000,乙,");
        faulty(
                "Line 4: 410423106000: listed twice",
                "410423106000,甲,,,2020-06-30",
                "410423106000,乙,,2020-06-30");
        faulty(
                "Line 4: 410423106000: given again",
                "410423106000,甲,410423107000,,2020-06-30",
                "410423106000,乙,,2021-01-01",
                "410423107000,丙");
        faulty("Line 3: not a date", "410423106000,甲,,2020-02-30");
        faulty("Line 3: validFrom is after", "410423106000,甲,,2020-02-01,2020-01-01");
        faulty("Line 4: the successor is not", "410423106000,甲", "410423107000,乙,410423108000");
        faulty("Line 3: Not a division code", "410423106000,甲,2020-01-01");
        assertThrows(
                UncheckedIOException.class,
                () -> new Divisions(Optional.of(folder + "/absent.csv"), Clock.system(SHANGHAI)));
    }

    @Test
    void successorsInACircleStopTheStart() {
        String circle = "successors run in a circle";
        faulty(circle, "410423106000,甲,410423107000", "410423107000,乙,410423106000");
        faulty(circle, "410423106000,甲,410423106000");
        faulty(circle, "410423106000,甲,410423106201", "410423106201,乙");
        // One that closes on a day to come.
        faulty(circle, "410423106000,甲,410423107000", "410423107000,乙,410423106000,,2999-12-31");
    }

    private void faulty(String why, String... lines) {
        String message = assertThrows(IllegalArgumentException.class, () -> of(lines)).getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.contains("divisions.csv: Line "), message);
    }

    /** As many lines as the list of the whole country has, from a spreadsheet, out of order. */
    @Test
    void theWholeCountryIsReadAndFound() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int township = 0; township < 40_000; township++) {
            String code =
                    "%02d%02d%02d%03d"
                            .formatted(
                                    11 + township / 2500,
                                    1 + township / 250 % 10,
                                    1 + township / 10 % 25,
                                    1 + township % 10);
            lines.add(code + "000,第" + township + "镇");
            for (int village = 201; village < 216; village++) {
                lines.add(code + village + ",第" + village + "村民委员会");
            }
        }
        Collections.reverse(lines);
        Divisions country = of(lines.toArray(String[]::new));
        assertEquals(640_000, lines.size());
        assertEquals("第0镇", country.name("110101001000"));
        assertEquals("第215村民委员会", country.find("260925010215").orElseThrow().officialName());
        assertEquals(10, country.children("260925000000").size());
        assertEquals(15, country.children("260925010000").size());
        assertEquals(List.of(), country.children("260000000000"));
    }

    private static List<String> codes(List<DivisionCode> codes) {
        return codes.stream().map(DivisionCode::value).toList();
    }

    private static List<String> names(List<Division> divisions) {
        return divisions.stream().map(Division::name).toList();
    }
}
