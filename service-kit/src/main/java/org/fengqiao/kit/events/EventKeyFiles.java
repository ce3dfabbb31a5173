package org.fengqiao.kit.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the files that {@link EventKeys} reads, one per service, readable by their owner alone:
 * {@code {"keys": [{"id": …, "producer": …, "secret": <base64, 32 bytes>}, …]}}.
 *
 * <pre>
 * java … org.fengqiao.kit.events.EventKeyFiles FOLDER PRODUCER[,READER…] …
 * </pre>
 *
 * A new key of each producer goes into its own file, first: it signs with it from its next start
 * on. Into those of its readers it goes last, beside the keys that they believe already.
 */
public final class EventKeyFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private EventKeyFiles() {}

    /** {@code <folder> mediation,petition,reporting …}: producers, each with its readers. */
    public static void main(String[] arguments) throws IOException {
        for (String line : List.of(arguments).subList(1, arguments.length)) {
            addKey(Path.of(arguments[0]), List.of(line.split(",")));
        }
    }

    /**
     * Adds a new key of a producer to its file and to those of its readers; those that are missing
     * are made.
     *
     * @param services the producer, then its readers
     */
    public static void addKey(Path folder, List<String> services) throws IOException {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[4];
        byte[] secret = new byte[32];
        random.nextBytes(id);
        random.nextBytes(secret);
        String producer = services.get(0);
        ObjectNode key =
                JSON.createObjectNode()
                        .put("id", producer + "-" + HexFormat.of().formatHex(id))
                        .put("producer", producer)
                        .put("secret", Base64.getEncoder().encodeToString(secret));
        // Readers first: whoever signs with a key is believed already.
        List<String> order = new ArrayList<>(services.subList(1, services.size()));
        order.add(producer);
        for (String service : order) {
            Path file = folder.resolve(service + "-events.json");
            ArrayNode keys = JSON.createArrayNode();
            if (Files.exists(file)) {
                JsonNode before = JSON.readTree(Files.readAllBytes(file)).required("keys");
                before.forEach(keys::add);
            }
            keys.insert(service.equals(producer) ? 0 : keys.size(), key);
            write(file, JSON.createObjectNode().set("keys", keys));
        }
    }

    /** The whole file or, after a crash, what it was. */
    private static void write(Path file, JsonNode content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "k", "", OWNER_ALONE);
        Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
