package org.fengqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured, beside the level it should reach. */
final class Results {

    /**
     * One line of the table.
     *
     * @param level as words; empty where the figure stands for itself
     * @param met null where there is no level
     */
    private record Line(String what, String level, String reached, Boolean met) {}

    private final List<Line> lines = new ArrayList<>();

    /** A figure without a level. */
    void note(String what, String reached) {
        add(new Line(what, "", reached, null));
    }

    void atLeast(String what, double level, double reached, String unit) {
        add(new Line(what, ">= " + text(level) + unit, text(reached) + unit, reached >= level));
    }

    void atMost(String what, double level, double reached, String unit, String more) {
        add(
                new Line(
                        what,
                        "<= " + text(level) + unit,
                        text(reached) + unit + more,
                        reached <= level));
    }

    private void add(Line line) {
        lines.add(line);
        System.out.println("  " + line.what + ": " + line.reached);
    }

    /** Two decimals for small numbers, none for large ones. */
    static String text(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number);
    }

    /** The smallest value that is not below {@code share} of all. */
    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    void print() {
        System.out.printf("%n%-66s %-20s %s%n", "what", "level", "reached");
        for (Line line : lines) {
            String verdict = line.met == null ? "" : line.met ? "MET" : "MISSED";
            String text =
                    "%-66s %-20s %-34s %s".formatted(line.what, line.level, line.reached, verdict);
            System.out.println(text.stripTrailing());
        }
    }

    /** Cores, memory, load, JDK and PostgreSQL: without them no figure says anything. */
    static String machine(Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            String memoryKb =
                    Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
            String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
            return "machine: %d cores, %.1f GiB, load %s at start; JDK %s; PostgreSQL %s, fsync on"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            Long.parseLong(memoryKb) / 1024.0 / 1024.0,
                            load,
                            Runtime.version(),
                            row.getString(1));
        }
    }
}
