package org.fengqiao.kit.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;

/** Records as the journal keeps them (their fields) and as the wire carries them (no nulls). */
public final class Snapshots {

    private static final ObjectMapper FIELDS =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .visibility(PropertyAccessor.ALL, Visibility.NONE)
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    // An old snapshot may know a field that is gone: it is read all the same.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .build();

    private Snapshots() {}

    /** The record's fields as JSON; an event body is written the same way. */
    public static String write(Object record) {
        try {
            return FIELDS.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + record.getClass().getName(), e);
        }
    }

    /** A record as a journal row holds it. */
    public static <T> T read(String snapshot, Class<T> type) {
        try {
            return FIELDS.readValue(snapshot, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a snapshot of " + type.getName(), e);
        }
    }

    static String write(Object value, Type type) {
        try {
            return FIELDS.writerFor(FIELDS.constructType(type)).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + type.getTypeName(), e);
        }
    }

    static <T> T read(String text, Type type) {
        try {
            return FIELDS.readValue(text, FIELDS.constructType(type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read " + type.getTypeName(), e);
        }
    }
}
