package org.fengqiao.reporting;

import static org.fengqiao.reporting.Recount.any;
import static org.fengqiao.reporting.Recount.flag;
import static org.fengqiao.reporting.Recount.notAfter;
import static org.fengqiao.reporting.Recount.number;
import static org.fengqiao.reporting.Recount.of;
import static org.fengqiao.reporting.Recount.rate;
import static org.fengqiao.reporting.Recount.sum;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fengqiao.reporting.Events.Snapshot;

/**
 * The slow recount of petitions and visits, from definitions D1: by the days of acceptance,
 * conclusion and limit, and never by the days that the service has derived from them.
 */
final class PetitionRecount {

    static final List<String> CODES =
            List.of(
                    "P-01", "P-02", "P-02-L", "P-03", "P-03-B", "P-03-M", "P-04", "P-04-B",
                    "P-04-M", "P-05", "P-05-B", "P-05-M", "P-06", "P-07-PD", "P-07-PU", "P-07-SD",
                    "P-07-SU", "P-08", "P-09", "P-09-B", "P-09-M", "P-10", "P-11", "P-12", "P-12-N",
                    "P-12-R");

    /** What was registered stays with who did, whoever holds it now (P-10 to P-12). */
    static String place(String code, Snapshot it) {
        boolean registered = code.matches("P-1[0-2].*");
        return registered && it.get("registeredDivision") != null
                ? text(it, "registeredDivision")
                : text(it, "division");
    }

    private final List<Snapshot> petitions;
    private final List<Snapshot> visits;
    private final List<Snapshot> backlog;
    private final String first;
    private final String last;

    PetitionRecount(List<Snapshot> here, String first, String last) {
        this.petitions = of(here, "petition.petition.v1");
        this.visits =
                of(here, "petition.visit.v1").stream()
                        .filter(it -> Recount.within(text(it, "visitedOn"), first, last))
                        .toList();
        this.backlog = of(here, "petition.backlog.v1");
        this.first = first;
        this.last = last;
    }

    BigDecimal count(String code) {
        return switch (code) {
            case "P-01" -> number(petitions, in("acceptedOn").and(any("form", "LETTER", "VISIT")));
            case "P-02" ->
                    rate(
                            number(limited(), it -> isBy(it, "concludedOn", text(it, "dueOn"))),
                            number(limited(), it -> true));
            case "P-02-L" ->
                    rate(
                            number(limited(), it -> isBy(it, "concludedOn", text(it, "enteredOn"))),
                            number(limited(), it -> true));
            case "P-06" ->
                    rate(
                            number(told(), it -> isBy(it, "toldOn", text(it, "tellDueOn"))),
                            number(told(), it -> true));
            case "P-07-PD" -> rated("departmentRating");
            case "P-07-PU" -> rated("unitRating");
            case "P-07-SD" -> pleased("departmentRating");
            case "P-07-SU" -> pleased("unitRating");
            case "P-08" -> number(backlog, in("resolvedOn"));
            case "P-10" -> shareOfRegistered(any("repetition", "REPEAT"));
            case "P-11" -> shareOfRegistered(any("form", "ONLINE"));
            case "P-12" -> number(registered(), it -> true);
            case "P-12-N" -> number(registered(), any("status", "REFUSED", "REDIRECTED"));
            case "P-12-R" -> number(registered(), any("repetition", "REPEAT"));
            default -> visited(code);
        };
    }

    private BigDecimal visited(String code) {
        Predicate<Snapshot> which =
                switch (code.substring(0, 4)) {
                    case "P-03" -> any("level", "BEIJING");
                    case "P-04" -> any("level", "PROVINCE");
                    case "P-05" -> any("level", "CITY");
                    case "P-09" -> it -> (Integer) it.get("persons") >= 5;
                    default -> throw new IllegalArgumentException(code);
                };
        List<Snapshot> found = visits.stream().filter(which).toList();
        return switch (code.substring(4)) {
            case "" -> sum(found, "persons");
            case "-B" -> number(found, it -> true);
            case "-M" -> matters(found);
            default -> throw new IllegalArgumentException(code);
        };
    }

    private static BigDecimal matters(List<Snapshot> found) {
        Set<Object> matters = new HashSet<>();
        found.forEach(it -> matters.add(it.get("matterId")));
        return BigDecimal.valueOf(matters.size());
    }

    /** What stands beside a share: not done, and its limit comes after the period. */
    BigDecimal notYetDue(String code) {
        return switch (code) {
            case "P-02" ->
                    open(
                            it ->
                                    it.get(
                                            it.get("limitStartedOn") == null
                                                    ? "acceptedOn"
                                                    : "limitStartedOn"),
                            List.of("concludedOn", "refusedOn", "withdrawnOn"),
                            "dueOn");
            case "P-06" ->
                    open(it -> it.get("receivedOn"), List.of("toldOn", "withdrawnOn"), "tellDueOn");
            default -> BigDecimal.ZERO;
        };
    }

    private BigDecimal open(Function<Snapshot, Object> from, List<String> ends, String limit) {
        return number(
                petitions,
                it ->
                        it.get(limit) != null
                                && from.apply(it) != null
                                && notAfter(from.apply(it), last)
                                && ends.stream().noneMatch(end -> isBy(it, end, last))
                                && !notAfter(it.get(limit), last));
    }

    /** Accepted, no limit, and not because it was withdrawn. */
    BigDecimal noLimit() {
        return number(
                petitions,
                in("acceptedOn")
                        .and(it -> it.get("dueOn") == null && it.get("withdrawnOn") == null));
    }

    /** Concluded in the period before the limit, or with the limit in it: whichever came first. */
    private List<Snapshot> limited() {
        return settled("concludedOn", "dueOn", List.of("refusedOn", "withdrawnOn"));
    }

    /** Where somebody had to be told (XF 23). */
    private List<Snapshot> told() {
        return settled("toldOn", "tellDueOn", List.of("withdrawnOn"));
    }

    /**
     * @param givenUp the days on which nothing was left to do: by the limit, that settles nothing
     */
    private List<Snapshot> settled(String done, String limit, List<String> givenUp) {
        return petitions.stream()
                .filter(it -> it.get(limit) != null)
                .filter(
                        it ->
                                it.get(done) != null
                                        || givenUp.stream()
                                                .noneMatch(day -> isBy(it, day, text(it, limit))))
                .filter(it -> it.get(done) != null || Recount.TODAY.compareTo(text(it, limit)) > 0)
                .filter(
                        it ->
                                within(
                                        isBy(it, done, text(it, limit))
                                                ? text(it, done)
                                                : text(it, limit)))
                .toList();
    }

    private boolean within(String day) {
        return Recount.within(day, first, last);
    }

    private List<Snapshot> registered() {
        return petitions.stream().filter(in("registeredOn")).toList();
    }

    private BigDecimal shareOfRegistered(Predicate<Snapshot> part) {
        return rate(number(registered(), part), number(registered(), it -> true));
    }

    private List<Snapshot> rateable() {
        return petitions.stream().filter(in("concludedOn").and(flag("rateable"))).toList();
    }

    private BigDecimal rated(String whom) {
        return rate(number(rateable(), it -> it.get(whom) != null), number(rateable(), it -> true));
    }

    private BigDecimal pleased(String whom) {
        return rate(
                number(rateable(), any(whom, "SATISFIED", "FAIRLY_SATISFIED")),
                number(rateable(), it -> it.get(whom) != null));
    }

    private Predicate<Snapshot> in(String field) {
        return it -> within(text(it, field));
    }

    private static boolean isBy(Snapshot it, String done, String day) {
        return it.get(done) != null && notAfter(it.get(done), day);
    }

    private static String text(Snapshot it, String field) {
        return (String) it.get(field);
    }
}
