package org.fengqiao.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random boundary changes in two counties, always the same for a seed, and where every code that
 * was ever given lies after them: kept forward, change by change, as a clerk would keep it.
 */
final class RandomRegister {

    private static final String PREFECTURE = "410400000000";

    /** A line of the file. */
    private record Row(String code, String from, String to, Set<String> successors) {
        String line() {
            return String.join(",", code, "第" + code, String.join(" ", successors), from, to);
        }
    }

    private final Random random;
    private final List<Row> past = new ArrayList<>();
    private final Map<String, Row> living = new TreeMap<>();
    // Of every code ever given the living ones that it is part of.
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();
    private int given = 230;

    RandomRegister(String county, String other, long seed) {
        random = new Random(seed);
        for (String it : List.of(county, other)) {
            begin(it, "");
            for (int township = 101; township < 104; township++) {
                begin(it.substring(0, 6) + township + "000", "");
                for (int village = 201; village < 205; village++) {
                    begin(it.substring(0, 6) + township + village, "");
                }
            }
        }
        LocalDate day = LocalDate.of(2023, 11, 30);
        for (int i = 0; i < 20; i++) {
            day = day.plusDays(1 + random.nextInt(50));
            change(day);
        }
    }

    private void change(LocalDate last) {
        String village = any(villages());
        switch (random.nextInt(5)) {
            case 0 -> end(village, last, Set.of(other(village, villages())));
            case 1 -> end(village, last, Set.of(fresh(any(townships()), last)));
            case 2 -> {
                String beside = village.substring(0, 9) + "000";
                String there = random.nextBoolean() ? beside : any(townships());
                end(village, last, Set.of(fresh(beside, last), fresh(there, last)));
            }
            case 3 -> rename(village, last);
            default -> {
                if (townships().size() > 3) {
                    String township = any(townships());
                    mergeTownship(township, other(township, townships()), last);
                }
            }
        }
    }

    /** Half of its villages get a code of the other; the others are listed and nothing more. */
    private void mergeTownship(String township, String into, LocalDate last) {
        for (String village : villages()) {
            if (village.startsWith(township.substring(0, 9))) {
                if (random.nextBoolean()) {
                    end(village, last, Set.of(fresh(into, last)));
                } else {
                    past.add(living.remove(village));
                    replace(village, Set.of(into));
                }
            }
        }
        end(township, last, Set.of(into));
    }

    private void rename(String code, LocalDate last) {
        Row it = living.get(code);
        past.add(new Row(code, it.from(), last.toString(), Set.of()));
        living.put(code, new Row(code, last.plusDays(1).toString(), "", Set.of()));
    }

    /** 居委会 begin with 0 where 行政村 begin with 2. */
    private String fresh(String township, LocalDate last) {
        int number = given++ - (random.nextInt(4) == 0 ? 200 : 0);
        String code = township.substring(0, 9) + "%03d".formatted(number);
        begin(code, last.plusDays(1).toString());
        return code;
    }

    private void begin(String code, String from) {
        living.put(code, new Row(code, from, "", Set.of()));
        parts.put(code, Set.of(code));
    }

    private void end(String code, LocalDate last, Set<String> successors) {
        Row it = living.remove(code);
        past.add(new Row(code, it.from(), last.toString(), new TreeSet<>(successors)));
        replace(code, successors);
    }

    private void replace(String code, Set<String> successors) {
        parts.replaceAll(
                (any, now) ->
                        now.stream()
                                .flatMap(
                                        it -> it.equals(code) ? successors.stream() : Stream.of(it))
                                .collect(Collectors.toSet()));
    }

    private List<String> villages() {
        return living.keySet().stream().filter(it -> !it.endsWith("000")).toList();
    }

    /** Of both counties: a county's code ends in six zeros. */
    private List<String> townships() {
        return living.keySet().stream()
                .filter(it -> it.endsWith("000") && !it.endsWith("000000"))
                .toList();
    }

    private String any(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }

    private String other(String code, List<String> codes) {
        return any(codes.stream().filter(it -> !it.equals(code)).toList());
    }

    /** The lines of the file, without a header. */
    List<String> lines() {
        return Stream.concat(past.stream(), living.values().stream()).map(Row::line).toList();
    }

    /** Every code ever given. */
    List<String> codes() {
        return List.copyOf(parts.keySet());
    }

    /** The codes that exist today. */
    Set<String> living() {
        return living.keySet();
    }

    /** Where a code lies today; any other stays what it is. */
    String today(String code) {
        Set<String> now = parts.getOrDefault(code, Set.of(code));
        String some = now.iterator().next();
        if (now.size() == 1) {
            return some;
        }
        return Stream.of(9, 6)
                .map(it -> some.substring(0, it))
                .filter(prefix -> now.stream().allMatch(it -> it.startsWith(prefix)))
                .map(it -> it + "0".repeat(12 - it.length()))
                .findFirst()
                .orElse(PREFECTURE);
    }
}
