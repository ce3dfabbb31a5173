package org.fengqiao.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;

/**
 * JSON of the API: requests are read strictly, answers hold no null. Events, which are read
 * tolerantly, use a mapper of their own.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public int priority() {
        // Last, so that the strict readers below win over those of the modules that Quarkus
        // registers.
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings(
            "deprecation") // The builder's features cannot be set on a mapper that Quarkus has
    // built.
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new JavaTimeModule());
        mapper.registerModule(strictReaders());
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        mapper.getFactory().enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    private static SimpleModule strictReaders() {
        return new SimpleModule("strict")
                .setDeserializerModifier(new StrictCodes())
                .addKeyDeserializer(String.class, new StrictKey())
                .addDeserializer(String.class, new StrictText<>(String.class, it -> it))
                .addDeserializer(UUID.class, new StrictText<>(UUID.class, StrictValues::uuid))
                .addDeserializer(
                        LocalDate.class, new StrictText<>(LocalDate.class, StrictValues::date))
                .addDeserializer(
                        YearMonth.class, new StrictText<>(YearMonth.class, StrictValues::month))
                .addDeserializer(
                        OffsetDateTime.class,
                        new StrictText<>(OffsetDateTime.class, StrictValues::instant))
                .addDeserializer(
                        Instant.class,
                        new StrictText<>(Instant.class, it -> StrictValues.instant(it).toInstant()))
                .addDeserializer(BigDecimal.class, new StrictDecimal<>(BigDecimal.class, it -> it))
                .addDeserializer(
                        Double.class, new StrictDecimal<>(Double.class, BigDecimal::doubleValue))
                .addDeserializer(
                        double.class, new StrictDecimal<>(Double.class, BigDecimal::doubleValue));
    }
}
