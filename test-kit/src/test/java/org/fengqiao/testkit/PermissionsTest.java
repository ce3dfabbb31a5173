package org.fengqiao.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix of who may do what, against what the services ask for and the roles have. */
class PermissionsTest {

    private static final String ROW = "mediation,acceptCase,-,x,x,-,-,-,-,-,-,-,x,-\n";

    private final List<Role> roles = Role.all();

    @ParameterizedTest
    @ValueSource(strings = {"legal", "mediation", "petition", "reporting"})
    void everyServiceAsksForWhatTheMatrixStates(String service) {
        assertEquals(List.of(), Permissions.read().differences(document(service), roles));
    }

    @Test
    void itsColumnsAreTheRolesAndItsRowsAreSorted() {
        assertEquals(List.of(), Permissions.read().strangers(roles));
        assertEquals(
                Set.of("legal", "mediation", "petition", "reporting"),
                Permissions.read().rows().keySet());
    }

    @Test
    void theDrawingIsCurrent() {
        GoldenFile.inRepository("docs/generated/permissions.md")
                .matches(Permissions.read().drawn());
    }

    @Test
    void anOperationWithoutARowIsFound() throws IOException {
        assertEquals(
                List.of("acceptCase has no row in docs/permissions.csv"),
                differences(csv -> csv.replace(ROW, "")));
    }

    @Test
    void aRowOfAnOperationThatIsGoneIsFound() throws IOException {
        assertEquals(
                List.of("acceptCases has a row, and is no operation"),
                differences(csv -> csv.replace(ROW, ROW + ROW.replace("Case", "Cases"))));
    }

    @Test
    void aRoleThatMayAndCannotIsFoundAndOneThatCanAndMayNot() throws IOException {
        assertEquals(
                List.of(
                        "acceptCase is open to village-mediator, who may not",
                        "acceptCase is shut to auditor, who may"),
                differences(
                        csv -> csv.replace(ROW, "mediation,acceptCase,-,-,x,-,-,-,-,-,x,-,x,-\n")));
    }

    @Test
    void anUnknownRoleAndOneWithoutAColumnAreFound() throws IOException {
        Permissions other = Permissions.of(csv().replaceFirst("auditor", "inspector"));
        assertEquals(
                List.of("inspector is no role of roles.yaml", "auditor has no column"),
                other.strangers(roles));
    }

    @Test
    void aRowOutOfOrderTwiceOrWithAnOddMarkIsFound() throws IOException {
        List<String> found =
                Permissions.of(csv() + ROW + ROW.replace("acceptCase,-", "agreeCase,?"))
                        .strangers(roles);
        assertEquals(3, found.size(), found::toString);
        assertTrue(found.contains("acceptCase of mediation has two rows"), found::toString);
    }

    @Test
    void anOperationThatAsksForNothingIsFound() {
        JsonNode document = document("mediation");
        ObjectNode operation =
                (ObjectNode) document.at("/paths/~1mediation~1v1~1cases~1{id}~1acceptance/post");
        operation.remove("security");
        assertTrue(
                Permissions.read()
                        .differences(document, roles)
                        .contains("acceptCase asks for no token"));
    }

    private List<String> differences(UnaryOperator<String> change) throws IOException {
        Permissions changed = Permissions.of(change.apply(csv()));
        assertEquals(new ArrayList<>(), changed.faults());
        return changed.differences(document("mediation"), roles);
    }

    private static String csv() throws IOException {
        return Files.readString(GoldenFile.root().resolve("docs/permissions.csv"));
    }

    private static JsonNode document(String service) {
        return Role.yaml("docs/generated/openapi/" + service + ".yaml");
    }
}
