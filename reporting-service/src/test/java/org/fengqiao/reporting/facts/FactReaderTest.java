package org.fengqiao.reporting.facts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengqiao.kit.events.EventDoubt;
import org.fengqiao.kit.inbox.Limits;
import org.fengqiao.kit.inbox.Stopped;
import org.fengqiao.reporting.facts.Column.Type;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;
import org.fengqiao.reporting.facts.Facts.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

    private static final String ID = "0193b5a0-0000-7000-8000-000000000001";
    private static final String COMMON =
            "\"id\":\"%s\",\"version\":3,\"division\":\"410423106000\",\"enteredOn\":\"2024-03-05\",\"voided\":false"
                    .formatted(ID);
    private static final Map<String, String> COLOURS = new LinkedHashMap<>(Map.of("RED", "红"));
    private static final Table TABLE =
            Table.table(
                    "test.v1",
                    "test_fact",
                    "/test/",
                    "试验",
                    "区划",
                    Column.code("colour", "颜色", COLOURS).from("paint"),
                    Column.column(Type.AMOUNT, "amountYuan", "金额"),
                    Column.column(Type.DATE, "closedOn", "日期"),
                    Column.column(Type.OPEN_CODE, "remark", "备注"),
                    Column.column(Type.REFERENCE, "number", "卷号"));

    @Test
    void fieldsBecomeColumnsAndUnknownOnesAreSkipped() throws BadEvent {
        String[] row =
                read(
                        "{%s,\"paint\":\"RED\",\"new\":{\"deep\":[1,{}]},\"amountYuan\":12.50,\"closedOn\":null,\"number\":\"(2024)人调字第12号\"}"
                                .formatted(COMMON));
        assertArrayEquals(
                new String[] {
                    ID,
                    "3",
                    "410423106000",
                    "2024-03-05",
                    "false",
                    "RED",
                    "12.50",
                    null,
                    null,
                    "(2024)人调字第12号"
                },
                row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"paint\":\"BLUE\"",
                "\"paint\":1",
                "\"amountYuan\":\"12\"",
                "\"amountYuan\":1e13",
                "\"closedOn\":\"2024-02-30\"",
                "\"closedOn\":\"2024-3-5\"",
                "\"closedOn\":20240305",
                "\"closedOn\":\"0001-01-01\"",
                "\"remark\":\"a\\u0000b\"",
                "\"number\":\"张三\"",
                "\"number\":\"(2024)人调字第12号,{\"",
                "\"number\":12",
                "\"version\":2147483648",
                "\"version\":\"3\"",
                "\"voided\":\"false\"",
                "\"division\":\"41042310600\"",
                "\"id\":\"1-1-1-1-1\"",
                "\"paint\":[\"RED\"]",
                "oops"
            })
    void whatIsNotOfItsTypeIsRefused(String field) {
        assertThrows(BadEvent.class, () -> read("{" + COMMON + "," + field + "}"));
    }

    @Test
    void theReasonNamesTheFieldAndNotTheContent() {
        BadEvent bad =
                assertThrows(BadEvent.class, () -> read("{" + COMMON + ",\"paint\":\"张三 10 号\"}"));
        assertEquals("Unknown code in field paint: …", bad.getMessage());
    }

    @Test
    void inABatchTheNewestVersionWinsAndOfEqualOnesTheLast() {
        Batches batch = new Batches();
        batch.add(TABLE, new String[] {"a", "2", "second"}, at(0));
        batch.add(TABLE, new String[] {"a", "1", "first"}, at(1));
        batch.add(TABLE, new String[] {"a", "2", "again"}, at(2));
        batch.add(TABLE, new String[] {"b", "1", "gone"}, at(3));
        batch.remove("b", List.of(TABLE));
        batch.add(TABLE, new String[] {"b", "2", "back"}, at(4));
        assertEquals(1, batch.newest(TABLE).size());
        assertEquals("again", batch.newest(TABLE).iterator().next()[2]);
        assertEquals(java.util.Set.of("b"), batch.removed);
        assertEquals(1, batch.duplicates());
        Map<Long, EventDoubt> late = new TreeMap<>();
        batch.late().forEach((event, doubt) -> late.put(event.offset(), doubt));
        assertEquals(Map.of(1L, EventDoubt.LATE, 4L, EventDoubt.REMOVED), late);
    }

    private static ConsumerRecord<String, byte[]> at(long offset) {
        return new ConsumerRecord<>("test.v1", 0, offset, "a", new byte[0]);
    }

    @Test
    void onePercentOfTheLastTenThousandIsTooMuch() {
        Limits limits = new Limits();
        for (int i = 1; i <= 99 * 100; i++) {
            if (i % 100 == 0) {
                limits.bad("t", "r");
            } else {
                limits.good();
            }
        }
        assertThrows(Stopped.class, () -> limits.bad("t", "r"));
    }

    @Test
    void badOnesThatLieFarBackAreForgotten() {
        Limits limits = new Limits();
        for (int i = 0; i < 100_000; i++) {
            if (i % 200 == 0) {
                limits.bad("t", "r");
            } else {
                limits.good();
            }
        }
        for (int i = 0; i < 49; i++) {
            limits.bad("t", "r");
        }
        assertThrows(Stopped.class, () -> limits.bad("t", "r"));
    }

    private static String[] read(String body) throws BadEvent {
        return new Reader(TABLE).read(ID, body.getBytes(StandardCharsets.UTF_8));
    }
}
