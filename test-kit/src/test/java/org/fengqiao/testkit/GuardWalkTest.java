package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.util.List;
import org.fengqiao.testkit.LeakyServer.Leak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walk finds nothing in a tight service, and each leak in one that has it. */
class GuardWalkTest {

    @Test
    void nothingIsFoundWhereEveryGuardStands() {
        assertEquals(List.of(), found(Leak.NONE));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachLeakIsFound(Leak leak) {
        List<String> found = found(leak);
        assertTrue(
                found.stream().anyMatch(it -> it.contains(leak.finding)),
                () -> leak.finding + " in " + found);
    }

    @Test
    void anOperationWithoutARowIsAFinding() {
        assertEquals(
                List.of("listThings has no row in the walk's table"),
                found(Leak.NONE, LeakyServer.stepRow(), LeakyServer.openRow()));
    }

    @Test
    void aRowWithoutAnOperationIsAFinding() {
        assertEquals(
                List.of("dropThing is no operation of the document"),
                found(
                        Leak.NONE,
                        LeakyServer.listRow(),
                        LeakyServer.stepRow(),
                        LeakyServer.openRow(),
                        Visit.common("dropThing")));
    }

    @Test
    void aRowDoesNotOpenAnOperationToEverybody() {
        List<String> found =
                found(
                        Leak.UNSECURED,
                        Visit.open("listThings"),
                        Visit.open("acceptThing"),
                        LeakyServer.openRow());
        List<String> sure =
                List.of("listThings asks for no token", "acceptThing asks for no token");
        assertTrue(found.containsAll(sure), found::toString);
    }

    @Test
    void aWrongRowOfTheMatrixIsFound() {
        String right = "leaky,acceptThing,-,x,-";
        String wrong = "leaky,acceptThing,-,x,x";
        Permissions permissions = LeakyServer.permissions(right, wrong);
        List<String> found =
                found(
                        permissions,
                        Leak.NONE,
                        LeakyServer.listRow(),
                        LeakyServer.stepRow(),
                        LeakyServer.openRow());
        assertTrue(found.contains("acceptThing is shut to guest, who may"), found::toString);
        assertTrue(
                found.stream().anyMatch(it -> it.startsWith("acceptThing with role guest answers")),
                found::toString);
    }

    private static List<String> found(Leak leak) {
        return found(leak, LeakyServer.listRow(), LeakyServer.stepRow(), LeakyServer.openRow());
    }

    private static List<String> found(Leak leak, Visit... rows) {
        return found(LeakyServer.PERMISSIONS, leak, rows);
    }

    private static List<String> found(Permissions permissions, Leak leak, Visit... rows) {
        try (LeakyServer server = LeakyServer.start(leak)) {
            GuardWalk walk =
                    new GuardWalk(
                            new GuardWalk.Surroundings(
                                    () -> RestAssured.given().baseUri(server.address()),
                                    LeakyServer.PASSES,
                                    permissions,
                                    LeakyServer.ROLES,
                                    server::writing),
                            LeakyServer.HOME,
                            "410423107000");
            return walk.visiting(rows).findings();
        }
    }
}
