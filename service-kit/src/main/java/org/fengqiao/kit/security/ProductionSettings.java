package org.fengqiao.kit.security;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settings that decide whether a service is safe to run. */
record ProductionSettings(
        String issuer,
        boolean insecureIssuerAllowed,
        String databasePassword,
        String keyFile,
        String eventKeyFile,
        String checkpointFile) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> DEFAULT_PASSWORDS =
            Set.of(
                    "postgres",
                    "password",
                    "passwd",
                    "secret",
                    "changeme",
                    "change-me",
                    "fengqiao",
                    "quarkus",
                    "admin",
                    "test");

    /** Why the service must not start; empty where it may. */
    List<String> faults(boolean keepsPersonalData) {
        List<String> faults = new ArrayList<>();
        if (issuer.isBlank()) {
            faults.add("FENGQIAO_ISSUER is not set");
        } else if (!issuer.startsWith("https://") && !issuer.startsWith("http://")) {
            faults.add("FENGQIAO_ISSUER is no http(s) address");
        } else if (isIssuerInsecure() && !insecureIssuerAllowed) {
            faults.add(
                    "FENGQIAO_ISSUER is plain http beyond this machine"
                            + " (fengqiao.security.allow-insecure-issuer=true would allow it)");
        }
        if (databasePassword.isBlank()) {
            faults.add("quarkus.datasource.password is not set");
        } else if (DEFAULT_PASSWORDS.contains(databasePassword.toLowerCase(Locale.ROOT))) {
            faults.add("quarkus.datasource.password is a default");
        }
        if (keepsPersonalData && !isReadable(keyFile)) {
            faults.add("fengqiao.privacy.key-file is not set or not readable");
        }
        if (!isReadable(eventKeyFile)) {
            faults.add("fengqiao.events.key-file is not set or not readable");
        }
        if (!isWritable(checkpointFile)) {
            faults.add("fengqiao.audit.checkpoint-file is not set or cannot be written");
        }
        return faults;
    }

    private static boolean isReadable(String file) {
        return !file.isBlank() && Files.isReadable(Path.of(file));
    }

    /** It is there and can be written, or can be made in its folder. */
    private static boolean isWritable(String file) {
        Path path = Path.of(file).toAbsolutePath();
        return !file.isBlank()
                && Files.isWritable(Files.exists(path) ? path : path.getParent())
                && !Files.isDirectory(path);
    }

    /** Plain http to another machine. */
    boolean isIssuerInsecure() {
        return issuer.startsWith("http://") && !LOOPBACK.contains(host());
    }

    private String host() {
        try {
            String host = URI.create(issuer).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
