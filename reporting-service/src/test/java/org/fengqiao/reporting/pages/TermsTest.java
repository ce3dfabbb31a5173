package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

/** What the pages call a code in English. */
class TermsTest {

    private static final String LISTS = "docs/generated/code-lists/mediation.json";
    private static final Column DISPUTE_TYPE = Column.code("disputeType", "纠纷类型", Map.of());

    @Test
    void disputeTypesHaveTheWordsOfTheServiceThatPublishesThem() {
        List<Map<String, String>> types =
                JsonPath.from(GoldenFile.root().resolve(LISTS).toFile())
                        .getList("items.find { it.name == 'dispute-types' }.values");
        assertEquals(18, types.size());
        for (Map<String, String> it : types) {
            assertEquals(it.get("en"), english(it.get("code")));
        }
    }

    /** The control: one that was forgotten would stand there as its number. */
    @Test
    void aTypeThatIsNotKnownGoesByItsNumber() {
        assertEquals("77", english("77"));
    }

    private static String english(String code) {
        return new Terms(Language.EN).code(DISPUTE_TYPE, code);
    }
}
