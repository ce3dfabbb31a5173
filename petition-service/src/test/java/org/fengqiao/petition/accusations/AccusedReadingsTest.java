package org.fengqiao.petition.accusations;

import static io.restassured.RestAssured.given;
import static org.fengqiao.petition.PetitionOffice.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Readings;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Who is accused reads after an accusation what was read before it: in every list, count, file,
 * history and tag, as if the petition that left for the vault had never been (XF 30).
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AccusedReadingsTest {

    // A county of its own: nothing else moves in what is read here.
    private static final String COUNTY = "410495000000";
    private static final String TOWNSHIP = "410495101000";
    private static final String OTHER = "410495102000";
    private static final String[] OFFICE = {
        "records:read",
        "petitions:read",
        "petitions:write",
        "persons:read",
        "ledgers:import",
        "ledgers:export",
        "accusations:write"
    };
    private static final Map<String, String> QUERY =
            Map.of("year", "2024", "format", "csv", "limit", "200", "below", "true");
    private static final List<String> LEDGERS = List.of("petitions", "visits", "backlog");

    private final PetitionOffice township = office(TOWNSHIP);
    private final PetitionOffice county = office(COUNTY);
    private final UnaryOperator<RequestSpecification> clerk = as("clerk", TOWNSHIP, OFFICE);
    private final UnaryOperator<RequestSpecification> leader =
            as(
                    "leader",
                    TOWNSHIP,
                    Stream.concat(
                                    Stream.of(OFFICE),
                                    Stream.of("accusations:handle", "accusations:release"))
                            .toArray(String[]::new));

    private static PetitionOffice office(String division) {
        return PetitionOffice.of(Tokens.of("clerk", division, OFFICE));
    }

    private static UnaryOperator<RequestSpecification> as(
            String subject, String division, String... scopes) {
        String token = Tokens.of(subject, division, scopes);
        return it -> it.auth().oauth2(token).header("Fengqiao-Purpose", "CASE_HANDLING");
    }

    @Test
    void aSealingLeavesNoTraceInWhatTheAccusedTownshipReads() {
        Map<String, List<String>> stay = recordsAbout(township, township.registered("2024-03-01"));
        Map<String, String> before = read(clerk, stay);
        assertEquals(before, read(clerk, stay), "the same twice: the control of what follows");
        String petition = accused();
        Map<String, List<String>> gone = recordsAbout(township, petition);
        Map<String, String> between = read(clerk, stay);
        List<String> shown = differing(before, between);
        assertTrue(
                shown.containsAll(
                        List.of(
                                "listPetitions",
                                "listVisits",
                                "listSupervisions",
                                "listBacklogCases",
                                "listChanges",
                                "listDeadlines",
                                "listHandlers",
                                "getAnnualPetitionStatistics",
                                "exportLedger petitions",
                                "exportLedger visits",
                                "exportLedger backlog")),
                () -> "the control: until then it is seen, in " + shown);

        sealed(petition);

        Map<String, String> after = read(clerk, stay);
        assertEquals(List.of(), differing(before, after));
        readsAsNone(clerk, gone);
    }

    /** Taken in at the desk or moved there: a leader with every scope learns of neither. */
    @Test
    void anAccusationLeavesNoTraceInWhatALeaderOfTheAccusedBodyReads() {
        Map<String, List<String>> stay = recordsAbout(township, township.registered("2024-04-01"));
        Map<String, String> before = read(leader, stay);
        String petition = accused();
        sealed(petition);
        String taken =
                Desk.intake(OTHER)
                        .entered(
                                Desk.accusing(
                                        "画眉" + UUID.randomUUID().toString().substring(0, 8),
                                        TOWNSHIP));
        Desk handler = Desk.handler("discipline", COUNTY);
        handler.receiving(taken);

        Map<String, String> after = read(leader, stay);
        assertEquals(List.of(), differing(before, after));
        readsAsNone(leader, Map.of("petitions", List.of(id(petition))));
        readsAsNone(leader, Map.of("accusations", List.of(taken)));
        assertEquals(200, handler.get(taken).statusCode(), "the control: it is there");
    }

    /** An ordinary petition with everything in it that a list or a count could show. */
    private String accused() {
        String petition = township.registered("2024-03-11");
        township.taken(
                petition,
                "dispatch",
                "{\"on\":\"2024-03-12\",\"unit\":\"LAND_OFFICE\",\"handler\":\"clerk-3\"}");
        township.taken(
                petition, "acceptance", "{\"on\":\"2024-03-13\",\"route\":\"HANDLING_OPINION\"}");
        return petition;
    }

    private void sealed(String petition) {
        String body =
                "{\"reason\":\"ACCUSATION_RECOGNISED\",\"accusedDivisions\":[\""
                        + TOWNSHIP
                        + "\"]}";
        county.step(petition, "sealing", body).then().statusCode(200);
    }

    /** Its id and those of a visit, a supervision and a backlog case about it. */
    private Map<String, List<String>> recordsAbout(PetitionOffice office, String petition) {
        String about = "{\"petitionId\":\"" + id(petition) + "\",";
        Map<String, List<String>> records = new LinkedHashMap<>();
        records.put("petitions", List.of(id(petition)));
        Map<String, String> bodies =
                Map.of(
                        "visits", PetitionOffice.newVisit(TOWNSHIP, "2024-04-02", "CITY", 1),
                        "supervisions",
                                PetitionOffice.newSupervision(TOWNSHIP, "2024-04-10", "2024-04-20"),
                        "backlog-cases", PetitionOffice.newBacklogCase(TOWNSHIP, "2024-04-10"));
        bodies.forEach(
                (kind, body) -> {
                    PetitionOffice by = kind.equals("supervisions") ? county : office;
                    String path = by.created("/" + kind, body.replaceFirst("\\{", about));
                    records.put(kind, List.of(id(path)));
                });
        return records;
    }

    /** Status, tag and body of every reading; the file of a ledger by its content. */
    private static Map<String, String> read(
            UnaryOperator<RequestSpecification> who, Map<String, List<String>> records) {
        Map<String, List<String>> variables = new LinkedHashMap<>(records);
        variables.put("exports", LEDGERS);
        List<String> tags = new ArrayList<>();
        List<Answer> answers =
                Readings.of(document(), variables, QUERY)
                        .by(
                                it ->
                                        who.apply(it)
                                                .filter(
                                                        (request, response, chain) -> {
                                                            io.restassured.response.Response
                                                                    answer =
                                                                            chain.next(
                                                                                    request,
                                                                                    response);
                                                            tags.add(answer.header("ETag"));
                                                            return answer;
                                                        }));
        assertEquals(answers.size(), tags.size());
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            Answer it = answers.get(i);
            read.put(it.request(), it.status() + " " + tags.get(i) + " " + it.body());
        }
        return read;
    }

    private static List<String> differing(Map<String, String> one, Map<String, String> other) {
        assertEquals(one.keySet(), other.keySet());
        assertTrue(one.size() > 25, () -> "only " + one.keySet());
        return one.keySet().stream().filter(it -> !one.get(it).equals(other.get(it))).toList();
    }

    /** Of what is gone nothing is answered but what is answered of what never was. */
    private static void readsAsNone(
            UnaryOperator<RequestSpecification> who, Map<String, List<String>> gone) {
        gone.forEach(
                (kind, ids) -> {
                    String there = ids.get(0);
                    String none = UUID.randomUUID().toString();
                    Map<String, String> read = read(who, Map.of(kind, List.of(there)));
                    Map<String, String> absent = read(who, Map.of(kind, List.of(none)));
                    Map<String, String> one = ofRecord(read, there);
                    assertFalse(one.isEmpty(), kind);
                    assertEquals(ofRecord(absent, none), one);
                    one.values().forEach(it -> assertTrue(it.startsWith("404 null"), it));
                });
    }

    private static Map<String, String> ofRecord(Map<String, String> read, String id) {
        Map<String, String> of = new LinkedHashMap<>();
        read.forEach(
                (request, answer) -> {
                    if (request.endsWith(id)) {
                        of.put(request.replace(id, "-"), answer.replace(id, "-"));
                    }
                });
        return of;
    }

    private static JsonNode document() {
        String json = given().queryParam("format", "json").get("/q/openapi").asString();
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
