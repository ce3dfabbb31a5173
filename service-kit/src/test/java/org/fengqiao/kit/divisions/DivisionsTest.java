package org.fengqiao.kit.divisions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionsTest {

    private final Divisions divisions = new Divisions(Optional.empty());

    @TempDir private Path folder;

    private Divisions of(String... lines) throws IOException {
        Path file = folder.resolve("divisions.csv");
        Files.writeString(
                file, "# a remark\ncode,name,successor\n" + String.join("\n", lines) + "\n");
        return new Divisions(Optional.of(file.toString()));
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
    void aFaultyFileStopsTheStart() {
        assertThrows(IllegalArgumentException.class, () -> of("410400106000,无县之镇,"));
        assertThrows(
                IllegalArgumentException.class, () -> of("410423106000,甲,", "410423106000,乙,"));
        assertThrows(IllegalArgumentException.class, () -> of("410423106000"));
        assertThrows(
                UncheckedIOException.class,
                () -> new Divisions(Optional.of(folder + "/absent.csv")));
    }

    @Test
    void successorsInACircleAreReported() throws IOException {
        Divisions circle = of("410423106000,甲,410423107000", "410423107000,乙,410423106000");
        assertThrows(IllegalStateException.class, () -> circle.current("410423106000"));
    }
}
