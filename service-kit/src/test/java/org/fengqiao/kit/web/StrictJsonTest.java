package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    enum Kind {
        FIRST,
        SECOND
    }

    enum Numbered {
        SECOND;

        @JsonCreator
        static Numbered read(String code) {
            if (code.equals("02") || code.equals("2")) {
                return SECOND;
            }
            throw new IllegalArgumentException("no such code");
        }
    }

    record Party(String name, Integer age) {}

    record Request(
            Kind kind,
            Numbered numbered,
            int persons,
            String text,
            LocalDate on,
            OffsetDateTime at,
            Instant stamp,
            YearMonth month,
            BigDecimal amountYuan,
            Double rate,
            Long count,
            Boolean agreed,
            UUID ref,
            List<Party> parties,
            Map<String, String> labels) {}

    @BeforeAll
    static void customise() {
        new StrictJson().customize(MAPPER);
    }

    @Test
    void aGoodRequestIsReadAndAnAnswerHoldsNoNull() throws JsonProcessingException {
        String json =
                "{\"kind\":\"SECOND\",\"persons\":2,\"text\":\"𠮷😀\\n\",\"on\":\"2024-02-29\","
                        + "\"at\":\"2024-03-05T10:00:00+08:00\",\"stamp\":\"2024-03-05T02:00:00Z\",\"month\":\"2024-03\","
                        + "\"amountYuan\":12.50,\"rate\":0.5,\"count\":3,\"agreed\":true,"
                        + "\"ref\":\"0191c2d4-7a10-7c44-9d0f-3f1f8a6b2c11\",\"parties\":[{\"name\":\"甲\"}],"
                        + "\"labels\":{\"a\":\"b\"}}";
        assertEquals(json, MAPPER.writeValueAsString(MAPPER.readValue(json, Request.class)));
        assertEquals(
                "{\"persons\":1}",
                MAPPER.writeValueAsString(read("{\"persons\":1,\"text\":null}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"persons":1,"foo":1}                              | /foo            | UNKNOWN_FIELD
            {"persons":1,"parties":[{"nme":"x"}]}              | /parties/0/nme  | UNKNOWN_FIELD
            {"persons":2.9}                                    | /persons        | TYPE_MISMATCH
            {"persons":2.0}                                    | /persons        | TYPE_MISMATCH
            {"persons":"2"}                                    | /persons        | TYPE_MISMATCH
            {"persons":null}                                   | /persons        | TYPE_MISMATCH
            {}                                                 | /persons        | TYPE_MISMATCH
            {"persons":99999999999}                            | /persons        | NUMBER_TOO_LARGE
            {"persons":1,"count":1e2}                          | /count          | TYPE_MISMATCH
            {"persons":1,"kind":1}                             | /kind           | CODE_UNKNOWN
            {"persons":1,"numbered":2}                         | /numbered       | CODE_UNKNOWN
            {"persons":1,"kind":"1"}                           | /kind           | CODE_UNKNOWN
            {"persons":1,"kind":"first"}                       | /kind           | CODE_UNKNOWN
            {"persons":1,"kind":""}                            | /kind           | CODE_UNKNOWN
            {"persons":1,"numbered":"98"}                      | /numbered       | CODE_UNKNOWN
            {"persons":1,"text":5}                             | /text           | TYPE_MISMATCH
            {"persons":1,"text":true}                          | /text           | TYPE_MISMATCH
            {"persons":1,"text":["x"]}                         | /text           | TYPE_MISMATCH
            {"persons":1,"text":"a\\u0000b"}                   | /text           | CONTROL_CHARACTER
            {"persons":1,"text":"\\ud800"}                     | /text           | CONTROL_CHARACTER
            {"persons":1,"text":"\\uffff"}                     | /text           | CONTROL_CHARACTER
            {"persons":1,"labels":{"a\\u0000":"b"}}            | /labels         | CONTROL_CHARACTER
            {"persons":1,"agreed":1}                           | /agreed         | TYPE_MISMATCH
            {"persons":1,"agreed":"true"}                      | /agreed         | TYPE_MISMATCH
            {"persons":1,"on":"2024-02-31"}                    | /on             | DATE_INVALID
            {"persons":1,"on":"2023-02-29"}                    | /on             | DATE_INVALID
            {"persons":1,"on":"2024-3-5"}                      | /on             | DATE_INVALID
            {"persons":1,"on":"0000-01-01"}                    | /on             | DATE_INVALID
            {"persons":1,"on":"1899-12-31"}                    | /on             | DATE_INVALID
            {"persons":1,"on":"2201-01-01"}                    | /on             | DATE_INVALID
            {"persons":1,"on":"2024-03-05T00:00:00Z"}          | /on             | DATE_INVALID
            {"persons":1,"on":""}                              | /on             | DATE_INVALID
            {"persons":1,"on":20000}                           | /on             | DATE_INVALID
            {"persons":1,"on":[2024,3,5]}                      | /on             | DATE_INVALID
            {"persons":1,"at":"2024-03-05T10:00:00"}           | /at             | DATE_INVALID
            {"persons":1,"stamp":1700000000}                   | /stamp          | DATE_INVALID
            {"persons":1,"month":"2024-13"}                    | /month          | DATE_INVALID
            {"persons":1,"amountYuan":"1.5"}                   | /amountYuan     | TYPE_MISMATCH
            {"persons":1,"amountYuan":1e999999999}             | /amountYuan     | TYPE_MISMATCH
            {"persons":1,"rate":"NaN"}                         | /rate           | TYPE_MISMATCH
            {"persons":1,"rate":NaN}                           | /rate           | JSON_MALFORMED
            {"persons":1,"rate":1e999}                         | /rate           | TYPE_MISMATCH
            {"persons":1,"ref":"1-1-1-1-1"}                    | /ref            | UUID_INVALID
            {"persons":1,"parties":[null]}                     | /parties/0      | NULL_NOT_ALLOWED
            {"persons":1,"parties":{"name":"x"}}               | /parties        | TYPE_MISMATCH
            {"persons":1,"persons":2}                          | /persons        | DUPLICATE_FIELD
            {"persons":1,"parties":[{"name":"a","name":"b"}]}  | /parties/0/name | DUPLICATE_FIELD
            """)
    void aBadRequestIsRefusedAtItsPlace(String json, String pointer, String code) {
        Refusal refusal = refused(json);
        assertEquals(400, refusal.status());
        assertEquals(List.of(code + " " + pointer), places(refusal));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            []                  | TYPE_MISMATCH
            "x"                 | TYPE_MISMATCH
            {"persons":1} x     | JSON_MALFORMED
            {"persons":1}{}     | JSON_MALFORMED
            """,
            quoteCharacter = '`')
    void aBodyThatIsNoObjectIsRefusedAsAWhole(String json, String code) {
        assertEquals(List.of(code + " "), places(refused(json)));
    }

    @Test
    void aBrokenBodyTellsLineAndColumnAndNeverItsContent() {
        Refusal refusal = refused("{\"persons\":1,\n\"text\":\"王小明");
        assertEquals("JSON_MALFORMED", refusal.faults().get(0).code());
        assertEquals(true, refusal.faults().get(0).en().contains("line 2"));
        Refusal typed = refused("{\"persons\":1,\"on\":\"王小明\"}");
        assertFalse(typed.faults().toString().contains("王小明"));
    }

    @Test
    void aMonthIsToldByTheFormOfAMonth() {
        Refusal refusal = refused("{\"persons\":1,\"month\":\"2024\"}");
        assertEquals(List.of("DATE_INVALID /month"), places(refusal));
        assertEquals("不是有效的月份，例如 2024-03", refusal.faults().get(0).zh());
    }

    @Test
    void aPointerIsEscaped() {
        assertEquals(
                List.of("UNKNOWN_FIELD /a~1b~0c"), places(refused("{\"persons\":1,\"a/b~c\":1}")));
    }

    private static Refusal refused(String json) {
        JacksonException thrown = assertThrows(JacksonException.class, () -> read(json), json);
        return JsonFaults.of(thrown);
    }

    private static List<String> places(Refusal refusal) {
        return refusal.faults().stream().map(it -> it.code() + " " + it.pointer()).toList();
    }

    private static Request read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Request.class);
    }
}
