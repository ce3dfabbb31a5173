package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads JSON bodies in place of Quarkus's reader, which takes an empty body for null and answers a
 * syntax error with an empty body of its own.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodyReader implements ServerMessageBodyReader<Object> {

    private final ObjectMapper mapper;

    JsonBodyReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(
            Class<?> type,
            Type genericType,
            ResteasyReactiveResourceInfo method,
            MediaType mediaType) {
        return isReadable(type, genericType, (Annotation[]) null, mediaType);
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type != String.class
                && type != byte[].class
                && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(genericType, context.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(genericType, body);
    }

    private Object read(Type type, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BodyLimit.JSON_BYTES + 1);
        if (bytes.length > BodyLimit.JSON_BYTES) {
            throw BodyLimit.exceeded(BodyLimit.JSON_BYTES);
        }
        if (bytes.length == 0) {
            throw JsonFaults.bodyMissing();
        }
        try {
            JavaType javaType = mapper.getTypeFactory().constructType(type);
            Object value = mapper.readValue(bytes, javaType);
            if (value == null) {
                throw JsonFaults.bodyMissing();
            }
            return value;
        } catch (JacksonException e) {
            throw JsonFaults.of(e);
        }
    }
}
