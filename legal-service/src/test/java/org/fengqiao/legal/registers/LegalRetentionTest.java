package org.fengqiao.legal.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Retention;
import org.junit.jupiter.api.Test;

/** The registers, after the period of retention and under new keys. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalRetentionTest {

    private static final String HOME = "410423104000";
    private static final String KIND = "legal.penalty-case.v1";

    private final Retention archive = Retention.at("/legal", HOME);
    private final Clerk office = LegalOffice.of(HOME);

    @Inject @All List<LegalRegister<?, ?>> registers;

    @Test
    void everyRegisterThatSealsATextHasARule() {
        assertEquals(
                registers.stream()
                        .filter(it -> seals(it.parts()))
                        .map(it -> "legal." + it.table().replace('_', '-') + ".v1")
                        .sorted()
                        .toList(),
                archive.kinds().stream().sorted().toList());
    }

    private static boolean seals(Parts<?> parts) {
        return parts.all().stream()
                .anyMatch(
                        it ->
                                it.isSealed()
                                        || it.records() != null && seals(Parts.of(it.records())));
    }

    @Test
    void aPenaltyOfLongAgoLosesItsPartyAndKeepsTheRest() {
        String old = penalty("1990-06-03", "1990-06-20");
        String recent = penalty("2024-06-03", "2024-06-20");
        assertEquals(1, archive.erased(KIND, "2026-01-01"));
        JsonPath gone = office.readFully(old);
        assertEquals("已销毁", gone.getString("record.party"));
        assertEquals("已销毁", gone.getString("record.facts"));
        assertEquals("FINE", gone.getString("record.result"));
        assertEquals(1, gone.getInt("version"));
        assertEquals("周四四", office.readFully(recent).getString("record.party"));
        assertEquals(List.of(Clerk.id(recent)), found());
        List<String> steps = office.get(old + "/history").jsonPath().getList("step");
        assertEquals(List.of("ENTER", "ERASE"), steps);
        Path file = Path.of(Platform.config().get("fengqiao.privacy.key-file"));
        archive.rotate(file, "sealing");
        archive.rotate(file, "index");
        assertEquals(List.of(Clerk.id(recent)), found());
        assertEquals(0, archive.reencrypted().getLong("left"));
        assertEquals("已销毁", office.readFully(old).getString("record.party"));
        assertEquals("周四四", office.readFully(recent).getString("record.party"));
        assertEquals(List.of(Clerk.id(recent)), found());
    }

    private List<String> found() {
        String sought = "{\"name\":\"周四四\"}";
        return office.ask("/searches", sought).jsonPath().getList("items.id");
    }

    private String penalty(String filedOn, String decidedOn) {
        String it =
                office.created(
                        "/penalty-cases",
                        """
                        {"division":"%s","filedOn":"%s","decidedOn":"%s","result":"FINE",
                         "amountYuan":200.50,"field":"LAND","officers":2,"cardShown":true,
                         "wholeProcessRecorded":true,"party":"周四四","facts":"占用耕地"}"""
                                .formatted(HOME, filedOn, decidedOn));
        assertTrue(it.startsWith("/penalty-cases/"), it);
        return it;
    }
}
