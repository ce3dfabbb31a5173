package org.fengqiao.kit.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads query, path and header parameters as strictly as bodies; a bad one is 400 with its name,
 * never 404.
 */
@Provider
class StrictParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS =
            Map.ofEntries(
                    Map.entry(String.class, it -> it),
                    Map.entry(UUID.class, StrictValues::uuid),
                    Map.entry(LocalDate.class, StrictValues::date),
                    Map.entry(YearMonth.class, StrictValues::month),
                    Map.entry(OffsetDateTime.class, StrictValues::instant),
                    Map.entry(Instant.class, it -> StrictValues.instant(it).toInstant()),
                    Map.entry(Integer.class, Integer::valueOf),
                    Map.entry(int.class, Integer::valueOf),
                    Map.entry(Long.class, Long::valueOf),
                    Map.entry(long.class, Long::valueOf),
                    Map.entry(Boolean.class, StrictParameters::truth),
                    Map.entry(boolean.class, StrictParameters::truth));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader = type.isEnum() ? it -> constant(type, it) : READERS.get(type);
        if (reader == null) {
            return null;
        }
        String name =
                Stream.of(annotations)
                        .map(ConstraintFaults::nameOf)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("?");
        return new Converter<>(name, type, (Function<String, T>) reader);
    }

    private static Object constant(Class<?> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(it -> ((Enum<?>) it).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown code"));
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private record Converter<T>(String name, Class<T> type, Function<String, T> reader)
            implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                if (StrictValues.isText(text)) {
                    return reader.apply(text);
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw invalid();
            }
            throw invalid();
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }

        private Refusal invalid() {
            return Refusal.of(
                            400,
                            "PARAMETER_INVALID",
                            "参数无效，见 errors",
                            "A parameter is invalid, see errors")
                    .at(
                            name,
                            type.isEnum() ? "不是有效的代码，见 code-lists" : "值的格式不正确",
                            type.isEnum()
                                    ? "Not a known code, see code-lists"
                                    : "The value is malformed");
        }
    }
}
