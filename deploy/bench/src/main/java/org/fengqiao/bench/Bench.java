package org.fengqiao.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The suite's speed on this machine, beside the levels it should reach: one run, one table.
 *
 * <p>Start it with {@code deploy/bench/run}; it says which options there are.
 */
public final class Bench {
    private static final String USAGE =
            """
            usage: deploy/bench/run [--facts N] [--seconds N] [--only PART,...]
              --facts    cases in the reporting service, default 1000000
              --seconds  length of one round of creating, default 15; there are six
              --only     create, events, figures, lag, overload, startup; startup on JDK 25 or later\
            """;
    private static final List<String> PARTS =
            List.of("create", "overload", "events", "figures", "lag", "startup");

    private static final int OVERLOAD_SECONDS = 20;

    private record Options(int facts, int seconds, Set<String> parts) {
        static Options of(String... arguments) {
            int facts = 1_000_000;
            int seconds = 15;
            Set<String> parts = Set.copyOf(PARTS);
            Deque<String> left = new ArrayDeque<>(List.of(arguments));
            while (!left.isEmpty()) {
                String name = left.pop();
                if (left.isEmpty()) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                switch (name) {
                    case "--facts" -> facts = number(left.pop(), 1_000);
                    case "--seconds" -> seconds = number(left.pop(), 1);
                    case "--only" -> parts = Set.of(left.pop().split(","));
                    default -> throw new IllegalArgumentException("unknown option " + name);
                }
            }
            if (!PARTS.containsAll(parts)) {
                throw new IllegalArgumentException("unknown part in " + parts);
            }
            return new Options(facts, seconds, parts);
        }

        private static int number(String text, int least) {
            int number = Integer.parseInt(text);
            if (number < least) {
                throw new IllegalArgumentException(text + " is less than " + least);
            }
            return number;
        }
    }

    private Bench() {}

    /** Measures; ends with 0 whether the levels are met or not, and with 2 for a wrong option. */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        Results results = new Results();
        try (Stage stage = new Stage(Path.of(System.getProperty("fengqiao.root")))) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            String machine;
            try (Connection connection = stage.postgres().connect("postgres")) {
                machine = Results.machine(connection);
            }
            System.out.println(machine);
            measure(options, stage, results);
            results.print();
            System.out.println(machine);
        }
        System.exit(0); // the identity provider leaves threads behind
    }

    private static void measure(Options options, Stage stage, Results results) throws Exception {
        if (options.parts.contains("create")) {
            System.out.println("create …");
            CreateBench.run(stage, results, options.seconds);
        }
        if (options.parts.contains("overload")) {
            System.out.println("overload …");
            OverloadBench.run(stage, results, OVERLOAD_SECONDS);
        }
        // Reporting starts only now: what it takes in is not part of creating.
        if (options.parts.contains("events") || options.parts.contains("figures")) {
            System.out.println("events …");
            Facts facts = new Facts(stage, options.facts);
            facts.load();
            results.note("events: facts loaded", "%,d".formatted(options.facts));
            if (options.parts.contains("events")) {
                facts.measure(results);
            }
        }
        if (options.parts.contains("figures")) {
            System.out.println("figures …");
            FigureBench.run(stage, results);
        }
        if (options.parts.contains("lag")) {
            System.out.println("lag …");
            LagBench.run(stage, results);
        }
        if (options.parts.contains("startup")) {
            System.out.println("startup …");
            StartupBench.run(stage, results);
        }
    }
}
