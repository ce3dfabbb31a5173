package org.fengqiao.kit.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The version of each code list of the service, from its {@code META-INF/code-lists.json}: a number
 * that grows by one when the list changes. A test holds it against a digest of the list.
 */
@ApplicationScoped
class CodeListVersions {

    private static final String FILE = "META-INF/code-lists.json";

    private final JsonNode versions;

    CodeListVersions() {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            ObjectMapper json = new ObjectMapper();
            versions = file == null ? json.createObjectNode() : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a list that the file does not know yet, 1. */
    int of(CodeList list) {
        return versions.path(list.name()).path("version").asInt(1);
    }
}
