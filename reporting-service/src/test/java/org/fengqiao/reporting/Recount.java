package org.fengqiao.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.fengqiao.reporting.Events.Snapshot;

/**
 * A slow recount in plain Java, written from definitions D1 and D3 and not from the chapter: it
 * looks at each record's last state and knows neither cohorts nor SQL. What the definitions leave
 * open, such as the last day in office, it takes from the service that keeps the record.
 */
final class Recount {

    static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private final List<Snapshot> records;

    Recount(List<Snapshot> lastStates) {
        this.records = lastStates;
    }

    /** The codes it knows how to count. */
    static final List<String> CODES =
            List.of(
                    "M-01", "M-02", "M-03", "M-04", "M-05", "M-05-VT", "M-05-L", "M-06", "M-07",
                    "M-08", "M-09", "M-10", "M-11", "M-12", "M-13", "M-14", "M-15", "M-16", "M-17",
                    "M-17-W", "M-17-E", "M-17-H", "M-18", "M-19", "M-20", "M-20-P", "M-21",
                    "M-21-P", "M-22", "M-22-P", "M-23", "M-23-P", "M-24", "M-25", "M-25-F",
                    "M-26-O", "M-26-A", "M-26-R", "M-27-O", "M-27-W", "M-28", "M-28-M", "M-29");

    /**
     * Which of the records are meant.
     *
     * @param area of the division that counts the record
     */
    record Question(String first, String last, Predicate<String> area, Predicate<Snapshot> where) {}

    /** The figure's value, from the first to the last day, over the records that are meant. */
    BigDecimal count(String code, Question asked) {
        String first = asked.first();
        String last = asked.last();
        List<Snapshot> here = here(code, asked);
        Function<String, Predicate<Snapshot>> in =
                field -> it -> within((String) it.get(field), first, last);
        return switch (code) {
            case "M-01" -> number(closed(here, in), it -> true);
            case "M-02" -> number(closed(here, in), any("committeeLevel", "VILLAGE", "COMMUNITY"));
            case "M-03" -> number(closed(here, in), any("committeeLevel", "TOWNSHIP", "STREET"));
            case "M-04" -> number(closed(here, in), any("status", "AGREED"));
            case "M-05" ->
                    rate(
                            number(closed(here, in), any("status", "AGREED")),
                            number(closed(here, in), it -> true));
            case "M-05-VT" ->
                    rate(
                            number(twoLevels(here, in), any("status", "AGREED")),
                            number(twoLevels(here, in), it -> true));
            case "M-05-L" ->
                    rate(
                            number(closed(here, in), it -> notAfter(it, "closedOn", "enteredOn")),
                            number(closed(here, in), it -> true));
            case "M-06" -> number(of(here, "mediation.meeting.v1"), in.apply("heldOn"));
            case "M-07" -> sum(screened(here, in), "rounds");
            case "M-08" -> sum(screened(here, in), "disputesFound");
            case "M-09" -> sum(screened(here, in), "prevented");
            case "M-10" ->
                    number(mediated(here), in.apply("performedOn").and(any("status", "AGREED")));
            case "M-11" ->
                    number(mediated(here), in.apply("confirmationRuledOn").and(flag("confirmed")));
            case "M-12" ->
                    sum(
                            closed(here, in).stream().filter(any("status", "AGREED")).toList(),
                            "agreementAmountYuan");
            case "M-13" ->
                    rate(
                            number(
                                    windows(here, in),
                                    it ->
                                            notAfter(
                                                    it,
                                                    "confirmationAppliedOn",
                                                    "confirmationWindowEndsOn")),
                            number(windows(here, in), Recount::isSettled));
            case "M-14" ->
                    number(
                            mediated(here).stream()
                                    .filter(flag("acceptedElsewhere").negate())
                                    .toList(),
                            in.apply("acceptedOn"));
            case "M-15" -> number(closed(here, in), any("status", "NOT_AGREED"));
            case "M-16" -> number(mediated(here), open("acceptedOn", "endedOn", last));
            case "M-17" -> number(mediated(here), in.apply("refusedOn"));
            case "M-17-W" -> number(mediated(here), in.apply("withdrawnOn"));
            case "M-17-E" -> number(mediated(here), in.apply("endedByPartyOn"));
            case "M-17-H" -> number(mediated(here), in.apply("handedOverOn"));
            case "M-18" ->
                    number(closed(here, in), any("committeeLevel", "ENTERPRISE", "SPECIALIZED"));
            case "M-19" -> sum(closed(here, in), "personsInvolved");
            case "M-20" -> number(mediated(here), in.apply("crimePreventedOn"));
            case "M-20-P" -> persons(here, in, "crimePrevented");
            case "M-21" -> number(mediated(here), in.apply("groupPetitionPreventedOn"));
            case "M-21-P" -> persons(here, in, "groupPetitionPrevented");
            case "M-22" -> number(mediated(here), in.apply("suicidePreventedOn"));
            case "M-22-P" -> persons(here, in, "suicidePrevented");
            case "M-23" -> number(mediated(here), in.apply("groupFightPreventedOn"));
            case "M-23-P" -> persons(here, in, "groupFightPrevented");
            case "M-24" ->
                    number(
                            of(here, "mediation.committee.v1"),
                            inOffice("establishedOn", "dissolvedOn", last));
            case "M-25" ->
                    number(
                            of(here, "mediation.mediator.v1"),
                            inOffice("appointedOn", "leftOn", last));
            case "M-25-F" ->
                    number(
                            of(here, "mediation.mediator.v1"),
                            inOffice("appointedOn", "leftOn", last).and(flag("fullTime")));
            case "M-26-O" -> number(closed(here, in), any("source", "OWN_INITIATIVE"));
            case "M-26-A" -> number(closed(here, in), any("source", "ON_APPLICATION"));
            case "M-26-R" -> number(closed(here, in), any("source", "REFERRED"));
            case "M-27-O" ->
                    number(
                            closed(here, in),
                            any("status", "AGREED").and(any("agreementForm", "ORAL")));
            case "M-27-W" ->
                    number(
                            closed(here, in),
                            any("status", "AGREED").and(any("agreementForm", "WRITTEN")));
            case "M-28" -> number(closed(here, in), any("difficulty", "DIFFICULT"));
            case "M-28-M" -> number(closed(here, in), any("difficulty", "MAJOR"));
            case "M-29" -> number(closed(here, in), flag("guidedToLitigation"));
            default ->
                    code.startsWith("P-")
                            ? new PetitionRecount(here, first, last).count(code)
                            : new LegalRecount(standing(), here, first, last).count(code);
        };
    }

    /** The same of what stands beside a share of petitions. */
    PetitionRecount petitions(String code, Question asked) {
        return new PetitionRecount(here(code, asked), asked.first(), asked.last());
    }

    private List<Snapshot> standing() {
        return records.stream().filter(it -> !(Boolean) it.get("voided")).toList();
    }

    private List<Snapshot> here(String code, Question asked) {
        return standing().stream()
                .filter(it -> asked.area().test(PetitionRecount.place(code, it)))
                .filter(asked.where())
                .toList();
    }

    private static List<Snapshot> closed(
            List<Snapshot> here, Function<String, Predicate<Snapshot>> in) {
        return mediated(here).stream()
                .filter(any("status", "AGREED", "NOT_AGREED"))
                .filter(in.apply("closedOn"))
                .toList();
    }

    private static List<Snapshot> twoLevels(
            List<Snapshot> here, Function<String, Predicate<Snapshot>> in) {
        return closed(here, in).stream()
                .filter(any("committeeLevel", "VILLAGE", "COMMUNITY", "TOWNSHIP", "STREET"))
                .toList();
    }

    /** Written agreements that a court may confirm, by the day they took effect. */
    private static List<Snapshot> windows(
            List<Snapshot> here, Function<String, Predicate<Snapshot>> in) {
        return closed(here, in).stream()
                .filter(any("status", "AGREED"))
                .filter(any("agreementForm", "WRITTEN"))
                .filter(flag("confirmable"))
                .toList();
    }

    private static boolean isSettled(Snapshot it) {
        return it.get("confirmationAppliedOn") != null
                || TODAY.compareTo((String) it.get("confirmationWindowEndsOn")) > 0;
    }

    private static BigDecimal persons(
            List<Snapshot> here, Function<String, Predicate<Snapshot>> in, String act) {
        List<Snapshot> prevented = mediated(here).stream().filter(in.apply(act + "On")).toList();
        return sum(prevented, act + "Persons");
    }

    private static boolean notAfter(Snapshot it, String day, String limit) {
        return it.get(day) != null && it.get(limit) != null && notAfter(it.get(day), it.get(limit));
    }

    private static List<Snapshot> screened(
            List<Snapshot> here, Function<String, Predicate<Snapshot>> in) {
        return of(here, "mediation.screening.v1").stream().filter(in.apply("screenedOn")).toList();
    }

    private static List<Snapshot> mediated(List<Snapshot> here) {
        return of(here, "mediation.case.v1").stream()
                .filter(any("basis", "PEOPLES_MEDIATION"))
                .toList();
    }

    static List<Snapshot> of(List<Snapshot> here, String topic) {
        return here.stream().filter(it -> it.topic().equals(topic)).toList();
    }

    static Predicate<Snapshot> any(String field, String... values) {
        return it -> Arrays.asList(values).contains(it.get(field));
    }

    static Predicate<Snapshot> flag(String field) {
        return it -> Boolean.TRUE.equals(it.get(field));
    }

    /** 期末在调, D1: what was ended by the evening of the day is in mediation no more. */
    private static Predicate<Snapshot> open(String from, String ended, String day) {
        return it -> begun(it, from, day) && !begun(it, ended, day);
    }

    /** The day of leaving is the last in office, as committees and mediators are registered. */
    private static Predicate<Snapshot> inOffice(String from, String lastDay, String day) {
        return it ->
                begun(it, from, day) && (it.get(lastDay) == null || notAfter(day, it.get(lastDay)));
    }

    private static boolean begun(Snapshot it, String from, String day) {
        return it.get(from) != null && notAfter(it.get(from), day);
    }

    static boolean notAfter(Object day, Object limit) {
        return ((String) day).compareTo((String) limit) <= 0;
    }

    static boolean within(String day, String first, String last) {
        return day != null && day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
    }

    static BigDecimal number(List<Snapshot> records, Predicate<Snapshot> filter) {
        return BigDecimal.valueOf(records.stream().filter(filter).count());
    }

    static BigDecimal sum(List<Snapshot> records, String field) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (Snapshot it : records) {
            if (it.get(field) != null) {
                amounts.add(new BigDecimal(it.get(field).toString()));
            }
        }
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal rate(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal percent =
                part.multiply(BigDecimal.valueOf(100)).divide(whole, 2, RoundingMode.HALF_UP);
        boolean below = part.compareTo(whole) < 0;
        return below && percent.compareTo(BigDecimal.valueOf(100)) >= 0
                ? new BigDecimal("99.99")
                : percent;
    }

    /** A predicate on one field, null meaning that it is absent. */
    static Predicate<Snapshot> is(String field, Object value) {
        return it -> value == null ? it.get(field) == null : value.equals(it.get(field));
    }

    /** Days of a period by its first and last. */
    static final Map<String, List<String>> PERIODS =
            Map.of(
                    "2024", List.of("2024-01-01", "2024-12-31"),
                    "2024-H1", List.of("2024-01-01", "2024-06-30"),
                    "2024-Q3", List.of("2024-07-01", "2024-09-30"),
                    "2024-02", List.of("2024-02-01", "2024-02-29"),
                    "2024-01..2024-11", List.of("2024-01-01", "2024-11-30"));
}
