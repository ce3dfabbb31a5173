package org.fengqiao.legal.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.fengqiao.testkit.AsyncApi;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The events of all registers as a contract, drawn from the very records that are written. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AsyncApiTest {

    @Inject @All List<LegalRegister<?, ?>> registers;

    private AsyncApi events() {
        AsyncApi events = AsyncApi.titled("Fengqiao legal events 法律服务事件");
        registers.stream()
                .sorted(Comparator.comparing(LegalRegister::name))
                .forEach(
                        it ->
                                events.with(
                                        LegalRecord.TOPIC,
                                        it.name(),
                                        it.parts().type(),
                                        component -> new Part(component).isPublished()));
        return events;
    }

    @Test
    void theDocumentIsCurrent() {
        assertTrue(registers.size() > 30);
        GoldenFile.inRepository("docs/generated/asyncapi/legal.yaml").matches(events().document());
    }

    /** The day on which a village was given its title sounds like one, and is none. */
    @Test
    void noFieldNamesAPerson() {
        assertEquals(List.of("namedOn"), events().personalFields());
    }

    /** A text is the code of a division or of a figure, and nothing else. */
    @Test
    void noFieldIsFreeText() {
        assertEquals(List.of("division", "indicator"), events().textFields());
    }
}
