package org.fengqiao.demo;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance from a fixed seed: {@link Random} gives the same numbers on every Java. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the words of {@code "word weight, word weight"}. */
    String weighted(String wordsAndWeights) {
        String[] parts = wordsAndWeights.split(", ");
        int total = 0;
        for (String part : parts) {
            total += weight(part);
        }
        int drawn = random.nextInt(total);
        for (String part : parts) {
            drawn -= weight(part);
            if (drawn < 0) {
                return part.substring(0, part.indexOf(' '));
            }
        }
        throw new IllegalStateException("Weights must be positive");
    }

    private static int weight(String part) {
        return Integer.parseInt(part.substring(part.indexOf(' ') + 1));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }
}
