package org.fengqiao.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A test with tracing on: spans go over OTLP to a receiver on loopback. What it received lies in a
 * folder, since profile and test are loaded by different class loaders.
 */
public final class Traced implements QuarkusTestProfile {

    private static final String FOLDER = "fengqiao.test.spans";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path folder = Files.createTempDirectory("fengqiao-spans");
            folder.toFile().deleteOnExit();
            System.setProperty(FOLDER, folder.toString());
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> keep(exchange, folder));
            server.start();
            return Map.of(
                    "quarkus.otel.sdk.disabled",
                    "false",
                    "quarkus.otel.simple",
                    "true",
                    "quarkus.otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "quarkus.otel.exporter.otlp.endpoint",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(HttpExchange exchange, Path folder) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        Files.write(file, exchange.getRequestBody().readAllBytes());
        file.toFile().deleteOnExit();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Everything received, a text of one character per byte for each batch of spans. */
    public static List<String> received() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(FOLDER)))) {
            return files.map(Traced::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The batches with a span of this trace. */
    public static List<String> received(String traceId) {
        String bytes = text(HexFormat.of().parseHex(traceId));
        return received().stream().filter(it -> it.contains(bytes)).toList();
    }

    private static String read(Path file) {
        try {
            return text(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
