package org.fengqiao.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fengqiao.local.Place.Trouble;
import org.fengqiao.local.Suite.Service;

/**
 * The ledgers of {@code deploy/demo/wawu-2024}, imported over the API as the township's clerk
 * would, in the order of their file names ({@code NN-<kind>.xlsx}). Once per data folder; after a
 * crash it goes on where it was, for the key of each upload comes from the file.
 */
final class DemoImport {
    private static final Duration WAIT = Duration.ofMinutes(3);
    private static final String YEAR = "2024";
    private static final Pattern FILE = Pattern.compile("\\d\\d-(.+)\\.xlsx");

    private final Place place;
    private final Map<Service, Api> services = new EnumMap<>(Service.class);

    DemoImport(Place place, Identity identity) {
        this.place = place;
        for (Service it : Service.values()) {
            Api api = new Api(place.url(it.port()), () -> identity.token(DemoUser.TOWNSHIP));
            services.put(it, api);
        }
    }

    void importOnce() {
        Path done = place.home().resolve("demo-imported");
        if (Files.exists(done)) {
            return;
        }
        ledgers().forEach(this::importLedger);
        List.of("petition", "legal").forEach(this::confirm);
        Folders.write(done, "deploy/demo/wawu-2024\n");
    }

    /** The township says of each month that all of the chapter is in: 0 is 0 (零报告). */
    private void confirm(String chapter) {
        Api reporting = services.get(Service.REPORTING);
        for (int month = 1; month <= 12; month++) {
            reporting.put(
                    "/reporting/v1/confirmations/%s/%s-%02d/%s"
                            .formatted(DemoUser.TOWNSHIP.division(), YEAR, month, chapter));
        }
    }

    private List<Path> ledgers() {
        Path folder = place.root().resolve("deploy").resolve("demo").resolve("wawu-2024");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> FILE.matcher(it.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void importLedger(Path ledger) {
        Matcher name = FILE.matcher(ledger.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(ledger.toString());
        }
        String kind = name.group(1);
        Service service = Service.reading(kind);
        Api api = services.get(service);
        String imports = "/" + service.title() + "/v1/imports";
        JsonNode state =
                api.upload(
                        imports,
                        ledger,
                        Map.of("kind", kind, "year", YEAR),
                        "demo-" + digest(ledger));
        String path = imports + "/" + state.required("id").asText();
        Instant end = Instant.now().plus(WAIT);
        while (!finished(state)) {
            if (Instant.now().isAfter(end)) {
                throw new Trouble("import not finished 导入未完成: " + ledger + " " + state);
            }
            Child.pause(Duration.ofMillis(200));
            state = api.get(path);
        }
        if (state.required("status").asText().equals("FAILED")) {
            throw new Trouble("import failed 导入失败: " + ledger + " " + state.path("failure"));
        }
        System.out.printf(
                "imported 已导入 %s: %d of %d rows accepted, %d rejected%n",
                ledger.getFileName(),
                state.path("accepted").asInt(),
                state.path("total").asInt(),
                state.path("rejected").asInt());
    }

    private static boolean finished(JsonNode state) {
        return List.of("DONE", "FAILED").contains(state.required("status").asText());
    }

    private static String digest(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
