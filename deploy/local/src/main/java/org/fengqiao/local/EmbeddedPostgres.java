package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL on loopback, from the binaries in the class path. Its data are durable (fsync
 * and synchronous_commit on) and stay at stop; a server left behind by kill -9 is stopped first.
 *
 * <p>One superuser; its password is generated into the home folder and asked for on every
 * connection (scram-sha-256). There is no Unix socket.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration START_WAIT = Duration.ofSeconds(90);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Path data;
    private final String password;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server,
            Path data,
            String password) {
        this.server = server;
        this.data = data;
        this.password = password;
    }

    /**
     * Starts the server on the data in {@code home}, which is created when absent.
     *
     * @param port a TCP port, or 0 for a free one
     */
    public static EmbeddedPostgres start(Path home, int port) {
        Path data = Folders.create(home).toAbsolutePath().resolve("data");
        String password = Folders.secret(home.resolve("password"));
        stopServer(data);
        dropUnfinished(data);
        Path log = Folders.create(home.resolveSibling("logs")).resolve("postgres.log");
        Path binaries = Path.of(System.getProperty("user.home"), ".cache", "fengqiao", "postgres");
        // Its default under /tmp is shared between users, and the first one would own it.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        try {
            return new EmbeddedPostgres(
                    io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPort(FreePorts.orFree(port))
                            .setPGStartupWait(START_WAIT)
                            // These go to initdb as --name=value; the later --auth wins over its
                            // own "-A trust".
                            .setLocaleConfig("auth", "scram-sha-256")
                            .setLocaleConfig("pwfile", home.resolve("password").toString())
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .setLocaleConfig("locale", "C")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .setServerConfig("shared_buffers", "256MB")
                            .setConnectConfig("password", password)
                            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start(),
                    data,
                    password);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start:\n" + Folders.tail(log, 30), e);
        }
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.getPort();
    }

    /** The JDBC address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A plain connection as superuser, for tests and tools. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /** Creates the databases that do not exist yet. */
    public void createDatabases(String... names) {
        try (Connection connection = connect("postgres");
                PreparedStatement exists =
                        connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            for (String name : names) {
                exists.setString(1, name);
                if (!exists.executeQuery().next()) {
                    create.execute("create database " + create.enquoteIdentifier(name, true));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + List.of(names), e);
        }
    }

    /** Whether its first process, whose id it writes down itself, still runs. */
    boolean alive() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .flatMap(it -> ProcessHandle.of(Long.parseLong(it.strip())))
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops the server as after a power cut: all its processes get SIGKILL. */
    public void kill() {
        processes(data).forEach(EmbeddedPostgres::killNow);
        unlock();
    }

    @Override
    public void close() {
        unlock();
        // It waits for five seconds only; a checkpoint may take longer.
        stopServer(data);
    }

    /** Stops a server that outlived its parent. */
    static void stopLeftover(Path home) {
        stopServer(home.toAbsolutePath().resolve("data"));
    }

    /** Ends the library's handle, which stops the server if it runs and frees the lock file. */
    private void unlock() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An initdb that was interrupted leaves a folder the server would refuse for ever. */
    private static void dropUnfinished(Path data) {
        if (!Files.exists(data.resolve("global").resolve("pg_control"))) {
            Folders.delete(data);
        }
    }

    /** Stops whatever still works in {@code data}, then removes the pid file it left. */
    private static void stopServer(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            String pid = Folders.read(pidFile).lines().findFirst().orElse("").strip();
            processes(data).stream()
                    .filter(it -> Long.toString(it.pid()).equals(pid))
                    .forEach(EmbeddedPostgres::stopFast);
        }
        processes(data).forEach(EmbeddedPostgres::killNow);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's processes all have the data folder as their working directory. */
    private static List<ProcessHandle> processes(Path data) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(it -> data.equals(workingDirectory(it)))
                .toList();
    }

    private static Path workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("/"); // ended meanwhile, or another user's
        }
    }

    private static void stopFast(ProcessHandle postmaster) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the clients.
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Child.awaitExit(postmaster, Child.STOP_WAIT);
    }

    private static void killNow(ProcessHandle process) {
        process.destroyForcibly();
        Child.awaitExit(process, Child.STOP_WAIT);
    }
}
