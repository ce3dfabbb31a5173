package org.fengqiao.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.stream.Stream;
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
        return read(
                resolved(genericType, context.getResteasyReactiveResourceInfo()),
                context.getInputStream());
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
        return read(mapper.getTypeFactory().constructType(genericType), body);
    }

    /**
     * The type as the resource itself has it. Of a method that several resources inherit, Quarkus
     * tells {@code Body<Bound>} for {@code Body<T>}.
     */
    private JavaType resolved(Type type, ResteasyReactiveResourceInfo method) {
        TypeFactory types = mapper.getTypeFactory();
        if (type instanceof ParameterizedType told) {
            TypeBindings bindings =
                    types.constructType(method.getResourceClass())
                            .findSuperType(method.getMethod().getDeclaringClass())
                            .getBindings();
            return Stream.of(method.getMethod().getGenericParameterTypes())
                    .map(it -> types.resolveMemberType(it, bindings))
                    .filter(it -> it.getRawClass() == told.getRawType())
                    .findFirst()
                    .orElseGet(() -> types.constructType(type));
        }
        return types.constructType(type);
    }

    private Object read(JavaType javaType, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BodyLimit.JSON_BYTES + 1);
        if (bytes.length > BodyLimit.JSON_BYTES) {
            throw BodyLimit.exceeded(BodyLimit.JSON_BYTES);
        }
        if (bytes.length == 0) {
            throw JsonFaults.bodyMissing();
        }
        try {
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
