package org.fengqiao.kit.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What somebody may do to the file of checkpoints, as lines; it gives the lines it leaves. */
final class CheckpointTamperings {

    private CheckpointTamperings() {}

    static List<String> of(List<String> lines, Random random) {
        List<String> left = new ArrayList<>(lines);
        int place = random.nextInt(left.size());
        switch (random.nextInt(6)) {
            case 0 -> left.remove(place);
            case 1 -> left.subList(place, left.size()).clear();
            case 2 -> left.set(place, changed(left.get(place), random));
            case 3 -> left.add(place, left.get(random.nextInt(left.size())));
            case 4 -> left.subList(0, place + 1).clear();
            default -> Collections.swap(left, place, (place + 1) % left.size());
        }
        return left;
    }

    /** One digit of the line is another one. */
    private static String changed(String line, Random random) {
        int at = random.nextInt(line.length());
        while (!Character.isDigit(line.charAt(at))) {
            at = (at + 1) % line.length();
        }
        char other = (char) ('0' + (line.charAt(at) - '0' + 1 + random.nextInt(8)) % 10);
        return line.substring(0, at) + other + line.substring(at + 1);
    }
}
