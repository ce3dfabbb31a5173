package org.fengqiao.petition.retention;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Retention;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Petitions and what hangs on them, after the period of retention. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionRetentionTest {

    private static final String HOME = "410423105000";
    private static final String DESTROYED = "已销毁";
    private static final List<String> KINDS =
            List.of("petition.petition.v1", "petition.visit.v1", "petition.proposal.v1");

    private final Retention archive = Retention.at("/petition", HOME);
    private final PetitionOffice office =
            PetitionOffice.of(
                    Tokens.of(
                            "office",
                            HOME,
                            "records:read",
                            "petitions:read",
                            "petitions:write",
                            "persons:read"));

    @Inject Instance<RecordKind> kinds;

    @BeforeEach
    void keptForAYear() {
        KINDS.forEach(it -> System.setProperty(years(it), "1"));
    }

    @AfterEach
    void keptAsEver() {
        KINDS.forEach(it -> System.clearProperty(years(it)));
    }

    private static String years(String kind) {
        return "fengqiao.retention.years.\"" + kind + "\"";
    }

    @Test
    void everyKindHasARule() {
        assertEquals(
                kinds.stream().map(RecordKind::name).sorted().toList(),
                archive.kinds().stream().sorted().toList());
    }

    @Test
    void aConcludedPetitionAndAVisitLoseTheirPersonsAndAnOpenOneDoesNot() {
        String concluded = office.concluded("2024-03-01", "2024-04-01");
        String open = office.accepted("2024-03-01");
        String visit =
                office.created("/visits", PetitionOffice.newVisit(HOME, "2024-04-02", "CITY", 3));
        int version = office.read(concluded).getInt("version");
        assertEquals(1, archive.erased("petition.petition.v1", "2026-06-01"));
        assertEquals(1, archive.erased("petition.visit.v1", "2026-06-01"));
        JsonPath gone = shown(concluded);
        assertEquals(DESTROYED, gone.getString("petitioners[0].name"));
        assertEquals(DESTROYED, gone.getString("petitioners[0].identityNumber"));
        assertEquals(DESTROYED, gone.getString("said.request"));
        assertEquals("CONCLUDED", gone.getString("status"));
        assertEquals(version, gone.getInt("version"));
        assertEquals(List.of(DESTROYED), shown(visit).getList("petitioners"));
        assertEquals(3, shown(visit).getInt("persons"));
        assertEquals("张三三", shown(open).getString("petitioners[0].name"));
        List<String> found =
                office.request()
                        .header("Fengqiao-Purpose", "AUDIT")
                        .header("Fengqiao-Acting-User", "u")
                        .body("{\"name\":\"张三三\"}")
                        .post("/petition/v1/searches")
                        .jsonPath()
                        .getList("items.id");
        assertTrue(found.contains(PetitionOffice.id(open)), found::toString);
        assertFalse(found.contains(PetitionOffice.id(concluded)), found::toString);
        office.step(visit, "voiding", "{\"reason\":\"重复\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("RECORD_ERASED"));
    }

    @Test
    void namesOfVisitorsAreSealedAnewToo() {
        String visit =
                office.created("/visits", PetitionOffice.newVisit(HOME, "2026-04-02", "CITY", 3));
        String petition = office.registered("2026-03-01");
        Path file = Path.of(Platform.config().get("fengqiao.privacy.key-file"));
        archive.rotate(file, "sealing");
        archive.rotate(file, "index");
        String similar = office.registered("2026-03-02");
        List<String> meanwhile = office.read(similar + "/similar").getList("id");
        assertTrue(meanwhile.contains(PetitionOffice.id(petition)), meanwhile::toString);
        JsonPath done = archive.reencrypted();
        assertTrue(done.getLong("rewritten") > 1);
        assertEquals(0, done.getLong("left"));
        assertEquals(List.of("张三三"), shown(visit).getList("petitioners"));
        assertEquals("张三三", shown(petition).getString("petitioners[0].name"));
    }

    private JsonPath shown(String path) {
        return office.request()
                .header("Fengqiao-Purpose", "AUDIT")
                .header("Fengqiao-Acting-User", "u")
                .get("/petition/v1" + path)
                .jsonPath();
    }
}
