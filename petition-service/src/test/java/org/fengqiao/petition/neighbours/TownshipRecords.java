package org.fengqiao.petition.neighbours;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Answer;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Readings;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Tokens;

/** A township with one record of every kind, and the callers who are not to see it. */
final class TownshipRecords {

    // A township that no other test writes to.
    static final String HOME = "410423209000";
    static final String OWN_VILLAGE = "410423209201";
    static final String OWN_COMMITTEE = "410423209202";
    static final String COUNTY = "410423000000";
    static final String TOWNSHIP = "410423107000";
    static final String VILLAGE = "410423107201";
    static final String OTHER_COUNTY = "410422000000";
    static final String OTHER_PROVINCE = "110101001000";

    private static final String[] SCOPES = {
        "records:read",
        "petitions:read",
        "petitions:write",
        "persons:read",
        "ledgers:import",
        "ledgers:export",
        "admin"
    };
    private static final Map<String, String> QUERY =
            Map.of("year", "2024", "format", "csv", "limit", "200", "below", "true");
    private static final List<String> LEDGERS = List.of("petitions", "visits", "backlog");

    final String number = "XF-" + UUID.randomUUID();
    final String handler = "handler-" + UUID.randomUUID();
    final String name = "欧阳" + UUID.randomUUID();
    final PetitionOffice office = office(HOME);
    final PetitionOffice department = office(COUNTY);

    /** One id each, by the path it is below: {@code petitions}. */
    final Map<String, String> ids = new TreeMap<>();

    final String referral;

    TownshipRecords() {
        String petition = office.created("/petitions", petition());
        office.taken(
                petition,
                "dispatch",
                "{\"on\":\"2024-03-04\",\"unit\":\"LAND_OFFICE\",\"handler\":\"" + handler + "\"}");
        ids.put("petitions", PetitionOffice.id(petition));
        entered("visits", office, PetitionOffice.newVisit(HOME, "2024-04-02", "CITY", 3));
        entered(
                "supervisions",
                department,
                PetitionOffice.newSupervision(HOME, "2024-04-10", "2024-04-20"));
        entered(
                "improvement-proposals",
                department,
                PetitionOffice.newProposal(HOME, "2024-05-08"));
        entered("backlog-cases", office, PetitionOffice.newBacklogCase(HOME, "2024-02-01"));
        ids.put(
                "imports",
                Ledger.at("/petition", HOME, "visits").imported(visitOf(number)).getString("id"));
        referral = referred();
    }

    private void entered(String kind, PetitionOffice by, String body) {
        String about = "\"petitionId\":\"" + ids.get("petitions") + "\",\"division\"";
        boolean names = !kind.equals("improvement-proposals");
        String whole = names ? body.replace("\"division\"", about) : body;
        ids.put(kind, PetitionOffice.id(by.created("/" + kind, whole)));
    }

    private String referred() {
        SourceEvent committee =
                SourceEvent.of("mediation.committee.v1").with("division", OWN_COMMITTEE);
        SourceEvent.deliver(committee);
        String it = office.accepted("2024-03-01");
        office.taken(
                it,
                "mediation-referral",
                """
                {"on":"2024-03-02","committeeId":"%s","bothPartiesConsent":true,
                 "administrativeDispute":false}"""
                        .formatted(committee.id()));
        return office.read(it).getString("said.referrals[0].referralId");
    }

    /** A petition of that number by that person. */
    String petition() {
        return PetitionOffice.newPetition("2024-03-01")
                .replace("\"form\"", "\"nationalNumber\":\"" + number + "\",\"form\"")
                .replaceAll("(?s)\"name\".*?\"}", "\"name\":\"" + name + "\",\"address\":\"瓦屋村\"}");
    }

    /** A ledger of one visit about the petition of a number. */
    static String visitOf(String number) {
        return """
        编号,信访日期,到访层级,人数,信访件编号,接待场所
        1,2024-04-02,到市,3,%s,接待场所
        """
                .formatted(number);
    }

    /** An office of that division that may do everything. */
    static PetitionOffice office(String division) {
        return PetitionOffice.of(Tokens.of("office", division, SCOPES));
    }

    /** Asks as that office does, for a purpose. */
    static RequestSpecification as(String division) {
        return given().auth()
                .oauth2(Tokens.of("office", division, SCOPES))
                .header("Fengqiao-Purpose", "CASE_HANDLING");
    }

    /** All that the office can read, of these records and in general. */
    List<Answer> readBy(String division) {
        return read(division, ids);
    }

    /** The same of records that there are not. */
    List<Answer> readOfNone(String division) {
        return read(
                division,
                ids.keySet().stream()
                        .collect(Collectors.toMap(it -> it, it -> UUID.randomUUID().toString())));
    }

    private static List<Answer> read(String division, Map<String, String> records) {
        Map<String, List<String>> variables = new TreeMap<>(Map.of("exports", LEDGERS));
        records.forEach((path, id) -> variables.put(path, List.of(id)));
        UnaryOperator<RequestSpecification> asOffice =
                it ->
                        it.auth()
                                .oauth2(Tokens.of("office", division, SCOPES))
                                .header("Fengqiao-Purpose", "CASE_HANDLING");
        return Readings.of(document(), variables, QUERY).by(asOffice).stream()
                .map(it -> anonymous(it, records))
                .toList();
    }

    /** Without the id that was asked for, in what was asked and in its echo. */
    private static Answer anonymous(Answer it, Map<String, String> records) {
        String[] request = it.request().split(" ", 2);
        return request.length == 1 || !records.containsValue(request[1])
                ? it
                : new Answer(request[0] + " -", it.status(), it.body().replace(request[1], "-"));
    }

    private static JsonNode document() {
        String json = given().queryParam("format", "json").get("/q/openapi").asString();
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless a record is answered for as one that there is not. */
    static void same(Response absent, String absentId, Response there, String id) {
        assertEquals(404, there.statusCode(), there.asString());
        assertEquals(absent.asString().replace(absentId, "-"), there.asString().replace(id, "-"));
        assertEquals(absent.header("ETag"), there.header("ETag"));
    }
}
