package org.fengqiao.legal.registers;

import static org.awaitility.Awaitility.await;
import static org.fengqiao.legal.LegalOffice.ANY_ADVISER;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.legal.LegalOffice;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Topic;
import org.junit.jupiter.api.Test;

/**
 * What goes on the wire of every register, by the example of its document: reporting's test
 * publishes these bodies. A new register is sampled without a word here.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class RegisterSampleTest {

    private static final String RECORD = "0191f0a2-5b10-7c44-9d0f-3f1f8a6b2c11";
    private static final String ENTERED = "2024-06-30";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> REVIEW =
            List.of(
                    "opinions {'on':'2024-05-14','risksFound':2,'opinion':'建议修改'}",
                    "answer {'on':'2024-05-16','adopted':'ADOPTED'}");

    /** What lives of some kinds add to their records: the steps in their order. */
    private static final Map<String, List<String>> STEPS =
            Map.of(
                    "/contract-reviews",
                    REVIEW,
                    "/legality-reviews",
                    REVIEW,
                    "/major-decisions",
                    List.of(
                            "public-comment {'on':'2024-05-07','until':'2024-06-10'}",
                            "review-request {'on':'2024-05-10'}",
                            "legality-review {'on':'2024-05-22','result':'LAWFUL'}",
                            "counsel-opinion {'on':'2024-05-20','adviserId':'%s','opinion':'合法'}"
                                    .formatted(ANY_ADVISER),
                            "decision {'on':'2024-06-12','outcome':'ADOPTED',"
                                    + "'headSpokeLast':true,'dissents':0}",
                            "archive {'on':'2024-06-14'}"),
                    "/legal-aid-referrals",
                    List.of(
                            "application {'on':'2024-04-12'}",
                            "papers-request {'on':'2024-04-15'}",
                            "papers {'on':'2024-04-17'}",
                            "refusal {'on':'2024-04-18'}",
                            "objection {'on':'2024-04-22'}",
                            "objection-upheld {'on':'2024-04-25'}",
                            "appointment {'on':'2024-04-28'}",
                            "closing {'on':'2024-09-10','result':'WON'}"));

    @Inject @All List<LegalRegister<?, ?>> registers;

    private final Clerk office = LegalOffice.of(LegalOffice.HOME);

    /**
     * A record that was entered.
     *
     * @param version its last one
     * @param example what it was entered with, as the document has it
     */
    private record Entered(UUID id, int version, String example) {}

    @Test
    void theSampleOfEveryRegisterIsCurrent() {
        String adviser = LegalOffice.adviser(office, LegalOffice.HOME, "李三三");
        List<Entered> entered =
                LegalOffice.registers().stream().map(it -> lived(it, adviser)).toList();
        Map<UUID, Integer> versions =
                entered.stream().collect(Collectors.toMap(Entered::id, Entered::version));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> versions().entrySet().containsAll(versions.entrySet()));
        Map<String, String> samples = new TreeMap<>();
        Map<UUID, Topic.Message> told = told();
        for (Entered it : entered) {
            Topic.Message last = told.get(it.id());
            samples.put(
                    kind(last), sample(last.body().replace(adviser, ANY_ADVISER), it.example()));
        }
        assertEquals(kinds(), samples.keySet());
        assertAll(
                samples.entrySet().stream()
                        .map(it -> () -> SourceEvent.requireSample(it.getKey(), it.getValue())));
    }

    private Entered lived(LegalOffice.OfDocument register, String adviser) {
        String path = office.created(register.path(), register.body(LegalOffice.HOME, adviser));
        for (String step : STEPS.getOrDefault(register.path(), List.of())) {
            String[] nameAndBody = step.split(" ", 2);
            String body = nameAndBody[1].replace('\'', '"').replace(ANY_ADVISER, adviser);
            office.taken(path, nameAndBody[0], body);
        }
        int version = office.get(path).jsonPath().getInt("version");
        return new Entered(UUID.fromString(Clerk.id(path)), version, register.example());
    }

    private static Map<UUID, Integer> versions() {
        return Topic.read(LegalRecord.TOPIC).versions();
    }

    private static Map<UUID, Topic.Message> told() {
        Map<UUID, Topic.Message> last = new HashMap<>();
        Topic.messages(LegalRecord.TOPIC).forEach(it -> last.put(it.key(), it));
        return last;
    }

    private static String kind(Topic.Message it) {
        return it.headers().get("ce_dataschema").replaceFirst("/1$", "");
    }

    /** Without what differs from run to run: the ids that were made, and today. */
    private static String sample(String body, String example) {
        String told =
                ID.matcher(body)
                        .replaceAll(
                                it -> (example + ANY_ADVISER).contains(it.group()) ? "$0" : RECORD);
        try {
            ObjectNode sample = (ObjectNode) JSON.readTree(told);
            return sample.put("enteredOn", ENTERED).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> kinds() {
        return registers.stream().map(LegalRegister::name).collect(Collectors.toSet());
    }
}
