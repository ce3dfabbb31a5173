package org.fengqiao.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonIndexTest {

    @TempDir Path folder;

    private PersonIndex persons;

    @BeforeEach
    void withFreshKeys() throws IOException {
        Path file = folder.resolve("keys.json");
        KeyFile.create(file);
        persons = new PersonIndex(PersonalData.of(file));
    }

    @Test
    void aRecordIsFoundByEachValueUnderItsField() {
        List<String> index = new ArrayList<>();
        persons.add(index, "name", "张三");
        persons.add(index, "phone", "13800000001");
        persons.add(index, "identityNumber", null);
        assertEquals(2, index.size());
        assertTrue(index.get(0).matches("name:\\d+\\.[0-9a-f]{64}"));
        assertEquals(List.of(index.get(0)), persons.searched(new PersonSearch(" 张三", null, null)));
        assertEquals(
                List.of(index.get(1)),
                persons.searched(new PersonSearch(null, null, "13800000001")));
    }

    @Test
    void aSearchHasExactlyOneValue() {
        for (PersonSearch search :
                List.of(
                        new PersonSearch(null, null, null),
                        new PersonSearch("张三", null, "13800000001"))) {
            Refusal refusal = assertThrows(Refusal.class, () -> persons.searched(search));
            assertEquals("ONE_CRITERION", refusal.code());
        }
    }
}
