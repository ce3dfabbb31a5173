package org.fengqiao.reporting.documents;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The content of an edition with what verifies it: {@code {"edition":…,"seal":"sha256:…",
 * "documents":[{"format":"PDF","digest":"sha256:…"}]}}; {@code deploy/verify-edition} reads it.
 */
final class JsonFile {

    private JsonFile() {}

    /**
     * The file.
     *
     * @param documents the other files of the edition
     */
    static byte[] of(String canonical, String seal, Map<Format, byte[]> documents) {
        String digests =
                documents.entrySet().stream()
                        .map(
                                it ->
                                        "{\"format\":\"%s\",\"digest\":\"%s\"}"
                                                .formatted(it.getKey(), Seal.digest(it.getValue())))
                        .collect(Collectors.joining(","));
        // The content stands there letter by letter as it was sealed.
        return "{\"edition\":%s,\"seal\":\"%s\",\"documents\":[%s]}\n"
                .formatted(canonical, seal, digests)
                .getBytes(StandardCharsets.UTF_8);
    }
}
