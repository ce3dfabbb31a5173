package org.fengqiao.kit.privacy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.kit.privacy.KeyVersion.State;
import org.fengqiao.kit.web.ClockProducer;

/**
 * What {@code deploy/keys} runs. Exit code 0 done, 1 refused, 2 wrong words.
 *
 * <pre>
 * create FILE                           a new file
 * rotate FILE sealing|index [DURATION]  one more version; it writes after DURATION (PT10M)
 * retire FILE ID                        takes an old version's secret out, once nothing needs it
 * show   FILE                           the versions, no secret
 * </pre>
 */
final class KeyCommand {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private final PrintStream out;
    private final Instant now;

    KeyCommand(PrintStream out, Instant now) {
        this.out = out;
        this.now = now;
    }

    /** Refused, and why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    // Its answer is its output: this is no service, and nothing of it belongs into a log.
    public static void main(String[] words) throws IOException, SQLException {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            boolean known = new KeyCommand(out, ClockProducer.system().instant()).run(words);
            Runtime.getRuntime().exit(known ? 0 : 2);
        } catch (Refused e) {
            out.println(e.getMessage());
            Runtime.getRuntime().exit(1);
        }
    }

    /** Whether the words are a command. */
    boolean run(String... words) throws IOException, SQLException, Refused {
        if (words.length < 2) {
            return false;
        }
        Path file = Path.of(words[1]);
        switch (words[0]) {
            case "create" -> KeyFile.create(file);
            case "rotate" -> {
                if (words.length < 3 || !List.of("sealing", "index").contains(words[2])) {
                    return false;
                }
                rotate(file, words[2], words.length > 3 ? Duration.parse(words[3]) : GRACE);
            }
            case "retire" -> {
                if (words.length < 3) {
                    return false;
                }
                try (Connection database = database()) {
                    retire(file, Long.parseLong(words[2]), database);
                }
            }
            case "show" -> {}
            default -> {
                return false;
            }
        }
        show(read(file));
        return true;
    }

    private static KeyFile read(Path file) throws IOException {
        return KeyFormat.parse(Files.readAllBytes(file), file);
    }

    private void rotate(Path file, String which, Duration grace) throws IOException, Refused {
        KeyFile keys = read(file);
        boolean sealing = which.equals("sealing");
        List<KeyVersion> versions = sealing ? keys.sealing() : keys.index();
        if (versions.stream().anyMatch(it -> it.state(versions, now) == State.PENDING)) {
            throw new Refused("已有待生效的版本 a version is pending already");
        }
        Instant from = now.plus(grace);
        KeyFile grown = sealing ? keys.withSealingKey(now, from) : keys.withIndexKey(now, from);
        grown.replace(file);
    }

    /**
     * Takes a version out. The database must hold nothing under it, and its successor must have
     * written for some time, so that no transaction from before is still open.
     */
    void retire(Path file, long id, Connection database) throws IOException, SQLException, Refused {
        KeyFile keys = read(file);
        boolean sealing = keys.sealing().stream().anyMatch(it -> it.id() == id);
        List<KeyVersion> versions = sealing ? keys.sealing() : keys.index();
        KeyVersion version =
                versions.stream()
                        .filter(it -> it.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new Refused("没有这个版本 no such version: " + id));
        State state = version.state(versions, now);
        if (state != State.OLD) {
            throw new Refused("只能停用旧版本 only an old version can be retired; it is " + state);
        }
        if (KeyVersion.primary(versions, now).activeFrom().isAfter(now.minus(LONGEST_WRITE))) {
            throw new Refused("新版本生效未满一分钟 its successor has written for less than a minute");
        }
        long rows =
                sealing ? KeyUse.ofSealing(database, id) : KeyUse.ofIndex(database, version, true);
        if (rows > 0) {
            throw new Refused("仍有数据使用该版本 the version is still in use");
        }
        keys.without(id, now).replace(file);
    }

    private static Connection database() throws SQLException, Refused {
        return DriverManager.getConnection(
                setting("QUARKUS_DATASOURCE_JDBC_URL"),
                setting("QUARKUS_DATASOURCE_USERNAME"),
                setting("QUARKUS_DATASOURCE_PASSWORD"));
    }

    private static String setting(String name) throws Refused {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new Refused("请设置服务的数据库 set " + name + ", as for the service"));
    }

    private void show(KeyFile keys) {
        out.println(
                "purpose  id          state    created               activeFrom            retired");
        Stream.of("sealing", "index")
                .forEach(
                        which -> {
                            List<KeyVersion> versions =
                                    which.equals("sealing") ? keys.sealing() : keys.index();
                            versions.forEach(it -> out.println(line(which, it, versions)));
                        });
    }

    private String line(String which, KeyVersion it, List<KeyVersion> versions) {
        return "%-8s %-11d %-8s %-21s %-21s %s"
                .formatted(
                        which,
                        it.id(),
                        it.state(versions, now),
                        it.created(),
                        it.activeFrom(),
                        it.isRetired() ? it.retired() : "-");
    }
}
