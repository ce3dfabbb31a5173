package org.fengqiao.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed load: each client starts its next call when the one before has been answered. */
final class Load {

    /** One client with a connection of its own. */
    @FunctionalInterface
    interface Client {
        void call() throws Exception;
    }

    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);

    private Load() {}

    /** Lets all clients call for some seconds; answers their calls per second together. */
    static double perSecond(List<? extends Client> clients, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            long began = System.nanoTime();
            long end = began + Duration.ofSeconds(seconds).toNanos();
            List<Future<Long>> running = new ArrayList<>();
            for (Client client : clients) {
                running.add(threads.submit(() -> until(end, client)));
            }
            long calls = 0;
            for (Future<Long> it : running) {
                calls += it.get();
            }
            return calls / ((System.nanoTime() - began) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Lets all clients call until the JVM at the other end has compiled what they need. */
    static void warmUp(List<? extends Client> clients, int calls) throws Exception {
        Instant end = Instant.now().plus(WARM_UP_LIMIT);
        double done = 0;
        while (done < calls && Instant.now().isBefore(end)) {
            Instant began = Instant.now();
            double perSecond = perSecond(clients, 2);
            done += perSecond * Duration.between(began, Instant.now()).toMillis() / 1e3;
        }
    }

    /** Milliseconds of each of {@code count} calls of one client, fewer after a minute. */
    static double[] millis(Client client, int count) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        double[] millis = new double[count];
        int done = 0;
        while (done < count && System.nanoTime() < end) {
            long began = System.nanoTime();
            client.call();
            millis[done++] = (System.nanoTime() - began) / 1e6;
        }
        return Arrays.copyOf(millis, done);
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long until(long end, Client client) throws Exception {
        long calls = 0;
        while (System.nanoTime() < end) {
            client.call();
            calls++;
        }
        return calls;
    }
}
