package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a JSON body, and where; values are never repeated, for they may be personal.
 */
final class JsonFaults {

    private JsonFaults() {}

    static Refusal bodyMissing() {
        return invalid()
                .at("", "BODY_REQUIRED", "缺少请求体（JSON 对象）", "A JSON object is required as the body");
    }

    static Refusal of(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException it) {
            return invalid().at(pointer(it), "UNKNOWN_FIELD", "不认识的字段", "This field is not known");
        }
        if (e instanceof InvalidNullException it) {
            return invalid()
                    .at(pointer(it), "NULL_NOT_ALLOWED", "不能为空值", "null is not allowed here");
        }
        if (e instanceof InvalidFormatException it) {
            return format(it, pointer(it));
        }
        if (e instanceof ValueInstantiationException it && it.getType().isEnumType()) {
            return codeUnknown(it.getType().getRawClass(), pointer(it));
        }
        if (e instanceof MismatchedInputException it && !isTrailing(it)) {
            return mismatch(it.getTargetType(), pointer(it));
        }
        if (e instanceof JsonMappingException it && !isTrailing(it)) {
            // A mapping failure over a syntax error tells the place of both.
            return it.getCause() instanceof JacksonException cause
                            && !(cause instanceof JsonMappingException)
                    ? of(cause)
                    : invalid().at(pointer(it), "VALUE_INVALID", "值无效", "The value is invalid");
        }
        return syntax(e);
    }

    /** Jackson calls a second value after the body a mismatch; it is a fault of the syntax. */
    private static boolean isTrailing(JacksonException e) {
        return e.getOriginalMessage().startsWith("Trailing token");
    }

    private static Refusal invalid() {
        return Refusal.of(
                400, "REQUEST_INVALID", "请求体有误，见 errors", "The body is invalid, see errors");
    }

    private static Refusal format(InvalidFormatException e, String pointer) {
        Class<?> type = e.getTargetType();
        if (e.getOriginalMessage().contains(StrictValues.CONTROL_CHARACTER)) {
            return invalid()
                    .at(
                            pointer,
                            "CONTROL_CHARACTER",
                            "文本含有不允许的控制字符",
                            "The text has a control character");
        }
        return type != null && type.isEnum() ? codeUnknown(type, pointer) : mismatch(type, pointer);
    }

    /** Names the codes there are: who wrote 98 for a type need not look for the list. */
    private static Refusal codeUnknown(Class<?> type, String pointer) {
        String zh =
                Stream.of(type.getEnumConstants())
                        .map(
                                it ->
                                        it instanceof Coded code
                                                ? code.code() + " " + code.zh()
                                                : it + "")
                        .collect(Collectors.joining("、"));
        String en =
                Stream.of(type.getEnumConstants())
                        .map(it -> it instanceof Coded code ? code.code() : it.toString())
                        .collect(Collectors.joining(", "));
        return invalid()
                .at(
                        pointer,
                        "CODE_UNKNOWN",
                        "不是有效的代码，可用：" + zh,
                        "Not a known code; known are: " + en);
    }

    private static Refusal mismatch(Class<?> type, String pointer) {
        if (type == null) {
            return invalid().at(pointer, "TYPE_MISMATCH", "类型不符", "The value has another type");
        }
        if (type == YearMonth.class) {
            return invalid()
                    .at(
                            pointer,
                            "DATE_INVALID",
                            "不是有效的月份，例如 2024-03",
                            "Not a valid month such as 2024-03");
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return invalid()
                    .at(
                            pointer,
                            "DATE_INVALID",
                            "不是有效的日期或时间（ISO 8601，1900—2200年），例如 2024-03-05",
                            "Not a valid date or time (ISO 8601, 1900 to 2200) such as 2024-03-05");
        }
        if (type == UUID.class) {
            return invalid().at(pointer, "UUID_INVALID", "不是有效的 UUID", "Not a valid UUID");
        }
        String[] expected = expected(type);
        return invalid().at(pointer, "TYPE_MISMATCH", "须为" + expected[0], "Must be " + expected[1]);
    }

    private static String[] expected(Class<?> type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return new String[] {"整数", "an integer"};
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return new String[] {"数字（最多30位）", "a number (of at most 30 digits)"};
        }
        if (type == boolean.class || type == Boolean.class) {
            return new String[] {"逻辑值 true 或 false", "true or false"};
        }
        if (type == String.class || type.isEnum()) {
            return new String[] {"字符串", "a string"};
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return new String[] {"数组", "an array"};
        }
        return new String[] {"对象", "an object"};
    }

    private static Refusal syntax(JacksonException e) {
        String pointer =
                e.getProcessor() instanceof JsonParser parser
                        ? parser.getParsingContext().pathAsPointer().toString()
                        : "";
        if (e instanceof InputCoercionException) {
            return invalid()
                    .at(pointer, "NUMBER_TOO_LARGE", "数字超出范围", "The number is out of range");
        }
        if (e instanceof StreamConstraintsException) {
            return invalid()
                    .at(
                            pointer,
                            "JSON_TOO_LARGE",
                            "JSON 过深或过长",
                            "The JSON is too deep or too long");
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return invalid().at(pointer, "DUPLICATE_FIELD", "字段重复", "The field is given twice");
        }
        JsonLocation location = e.getLocation();
        String zh =
                location == null
                        ? ""
                        : "（第" + location.getLineNr() + "行第" + location.getColumnNr() + "列）";
        String en =
                location == null
                        ? ""
                        : " (line "
                                + location.getLineNr()
                                + ", column "
                                + location.getColumnNr()
                                + ")";
        return invalid()
                .at(pointer, "JSON_MALFORMED", "JSON 格式错误" + zh, "The JSON is malformed" + en);
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name =
                    step.getFieldName() != null
                            ? step.getFieldName()
                            : String.valueOf(step.getIndex());
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
