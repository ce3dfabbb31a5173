package org.fengqiao.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.fengqiao.chaos.Comparison.Found;
import org.fengqiao.local.Folders;
import org.fengqiao.local.OwnSuite;
import org.fengqiao.local.OwnSuite.Part;

/**
 * Hurts the packaged suite at random moments under load, and looks whether anything was lost,
 * doubled or is different. Start it with {@code deploy/chaos/run}; it says which options there are.
 */
public final class Chaos {
    private static final String USAGE =
            """
            usage: deploy/chaos/run [--rounds N] [--seed N] [--seconds N] [--only INCIDENT,...]
              --rounds   default 3
              --seed     what happens when; default a new one, which is printed
              --seconds  of load in a round, default 10
              --only     %s
            """
                    .formatted(List.of(Incident.values()));
    private static final int FOUND = 3;
    private static final int WRITERS = 8;
    private static final int REPLAYED = 40;

    private record Options(int rounds, long seed, int seconds, List<Incident> incidents) {
        static Options of(String... arguments) {
            Map<String, String> given = new TreeMap<>();
            for (int i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length
                        || !List.of("--rounds", "--seed", "--seconds", "--only")
                                .contains(arguments[i])) {
                    throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
                given.put(arguments[i], arguments[i + 1]);
            }
            String only = given.get("--only");
            return new Options(
                    Integer.parseInt(given.getOrDefault("--rounds", "3")),
                    Long.parseLong(
                            given.getOrDefault(
                                    "--seed", Long.toString(System.nanoTime() % 1_000_000))),
                    Integer.parseInt(given.getOrDefault("--seconds", "10")),
                    only == null
                            ? List.of(Incident.values())
                            : Stream.of(only.split(",")).map(Incident::valueOf).toList());
        }
    }

    private final OwnSuite suite;
    private final Options options;
    private final Written written = new Written();
    private final Map<Part, Feed> feeds = new TreeMap<>();
    private final Comparison comparison;
    private int relaysReplaced;

    private Chaos(OwnSuite suite, Options options) {
        this.suite = suite;
        this.options = options;
        for (Source it : Source.values()) {
            feeds.put(it.part, new Feed(suite, it.part));
        }
        this.comparison = new Comparison(suite, written, feeds);
    }

    /**
     * Ends with 0 where nothing was found, with {@link #FOUND} where something was, with 2 for a
     * wrong option and with 1 where it could not look.
     */
    public static void main(String... arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getProperty("fengqiao.root"));
        Path home = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "c");
        int end = 1;
        OwnSuite suite = new OwnSuite(root, home);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
        try {
            suite.start();
            end = new Chaos(suite, options).run() ? 0 : FOUND;
        } catch (Exception e) {
            e.printStackTrace();
        }
        suite.close();
        if (end == 0) {
            Folders.delete(home);
        } else {
            System.out.println("logs: " + home.resolve("logs"));
        }
        System.exit(end); // the threads of the feeds would go on
    }

    private boolean run() throws Exception {
        System.out.printf("chaos: %d rounds, seed %d%n", options.rounds, options.seed);
        SplittableRandom random = new SplittableRandom(options.seed);
        feeds.values().forEach(it -> new Thread(it, "feed").start());
        String committee = Writer.newCommittee(suite, "chaos-committee-" + options.seed);
        Found all = new Found();
        int round = 0;
        while (round < options.rounds && all.isClean()) {
            round++;
            Incident incident = options.incidents.get(random.nextInt(options.incidents.size()));
            Found found = round(round, incident, committee, random.split());
            all.lost().addAll(found.lost());
            all.doubled().addAll(found.doubled());
            all.differences().addAll(found.differences());
        }
        feeds.values().forEach(Feed::stop);
        Stream.of(all.lost(), all.doubled(), all.differences())
                .flatMap(it -> it.stream().limit(10))
                .forEach(it -> System.out.println("  " + it));
        System.out.printf(
                "chaos: %d rounds, seed %d: %d lost, %d doubled, %d differences%n",
                round,
                options.seed,
                all.lost().size(),
                all.doubled().size(),
                all.differences().size());
        return all.isClean();
    }

    private Found round(int number, Incident incident, String committee, SplittableRandom random)
            throws Exception {
        long began = System.nanoTime();
        int before = written.count();
        long end = began + TimeUnit.SECONDS.toNanos(options.seconds);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            String keys = "chaos-" + options.seed + "-" + number;
            writers.submit(
                    new Writer(
                            suite, written, "writer-" + i, committee, random.split(), keys, end));
        }
        Pause.millis(500 + random.nextInt(Math.max(1, options.seconds * 1_000 - 3_000)));
        incident.happen(suite, random);
        // Each of them may replace a relay, some of them more than once.
        relaysReplaced += incident == Incident.TERMINATE_RELAY ? 12 : 4;
        writers.shutdown();
        if (!writers.awaitTermination(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the writers do not end");
        }
        comparison.awaitQuiet();
        List<RecordMetadata> replayed = new ArrayList<>();
        for (Source it : Source.values()) {
            replayed.addAll(comparison.log().replay(it.topic, REPLAYED, random));
        }
        comparison.awaitRead(replayed);
        Found found = comparison.compare(relaysReplaced);
        System.out.printf(
                "round %2d: %-18s %5d records, %3d old events again, %3.0f s: %d lost, %d doubled,"
                        + " %d differences%n",
                number,
                incident,
                written.count() - before,
                replayed.size(),
                (System.nanoTime() - began) / 1e9,
                found.lost().size(),
                found.doubled().size(),
                found.differences().size());
        return found;
    }
}
