package org.fengqiao.reporting;

import static org.fengqiao.reporting.Recount.any;
import static org.fengqiao.reporting.Recount.number;
import static org.fengqiao.reporting.Recount.of;
import static org.fengqiao.reporting.Recount.rate;
import static org.fengqiao.reporting.Recount.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.fengqiao.reporting.Events.Snapshot;

/** The slow recount of legal services and law-based administration, from definitions D1. */
final class LegalRecount {

    static final List<String> CODES =
            List.of(
                    "L-01", "L-02", "L-03", "L-04", "L-05", "L-05-M", "L-06", "L-06-C", "L-06-U",
                    "L-07", "L-08", "L-08-A", "L-09", "L-10", "L-11", "L-12", "L-13", "L-14",
                    "L-15", "L-16", "L-17", "L-18", "L-19-O", "G-01", "G-02", "G-03", "G-04-T",
                    "G-04-S", "G-05", "G-06", "G-07", "G-07-N", "G-07-M", "G-07-E", "G-07-C",
                    "G-07-O", "G-07-R");

    private final List<Snapshot> all;
    private final List<Snapshot> here;
    private final String first;
    private final String last;

    /**
     * @param all that stand, wherever they are
     */
    LegalRecount(List<Snapshot> all, List<Snapshot> here, String first, String last) {
        this.all = all;
        this.here = here;
        this.first = first;
        this.last = last;
    }

    BigDecimal count(String code) {
        return switch (code) {
            case "L-01" -> number(activities(), it -> true);
            case "L-02" -> number(activities(), tagged("SCHOOL_LECTURE"));
            case "L-03" -> reviewed("GOVERNMENT_COUNSEL");
            case "L-04" -> different(visits().stream().filter(isVillage()).toList(), "division");
            case "L-05" -> sum(visits(), "counselPresent");
            case "L-05-M" -> sum(visits(), "personsMet");
            case "L-06" -> different(joined(), "disputeId");
            case "L-06-C" ->
                    different(
                            joined().stream().filter(doneByEnd("closedOn")).toList(), "disputeId");
            case "L-06-U" ->
                    different(
                            joined().stream().filter(any("source", "UNREGISTERED")).toList(),
                            "disputeId");
            case "L-07" -> reviewed("VILLAGE_COUNSEL");
            case "L-08" ->
                    sum(
                            advice().stream().filter(any("provider", "VILLAGE_COUNSEL")).toList(),
                            "persons");
            case "L-08-A" -> sum(advice(), "persons");
            case "L-09" ->
                    number(
                            activities(),
                            any("speaker", "VILLAGE_COUNSEL")
                                    .and(tagged("LECTURE").or(tagged("SCHOOL_LECTURE"))));
            case "L-10" -> number(activities(), tagged("LEGAL_AID_OUTREACH"));
            case "L-11" -> sum(dated("legal-aid-referral", "referredOn"), "persons");
            case "L-12" -> works("DRAFTING");
            case "L-13" -> works("LITIGATION");
            case "L-14" -> works("DECISION_OPINION");
            case "L-15" -> works("LEGAL_OPINION");
            case "L-16" -> works("LAWYERS_LETTER");
            case "L-17" -> number(visits(), it -> true);
            case "L-18" -> sum(visits(), "hoursOnSite");
            case "L-19-O" -> reviewed("JUSTICE_OFFICE", "PUBLIC_LAWYER", "OTHER");
            default -> administration(code);
        };
    }

    private BigDecimal administration(String code) {
        List<Snapshot> decided =
                dated("major-decision", "decidedOn").stream()
                        .filter(any("matterKind", "MAJOR_DECISION"))
                        .toList();
        List<Snapshot> exams = dated("law-exam", "heldOn");
        List<Snapshot> lawful = dated("legality-review", "reviewedOn");
        return switch (code) {
            case "G-01" -> rate(number(officers(), certified()), number(officers(), it -> true));
            case "G-02" -> rate(number(decided, counselledBefore()), number(decided, it -> true));
            case "G-03" -> number(dated("study-session", "heldOn"), it -> true);
            case "G-04-T" -> rate(sum(exams, "taken"), sum(exams, "due"));
            case "G-04-S" -> rate(sum(exams, "passed"), sum(exams, "taken"));
            case "G-05" ->
                    different(standing("democratic-village", "namedOn", "endedOn"), "division");
            case "G-06" ->
                    different(
                            standing("appointment", "appointedOn", "endsOn").stream()
                                    .filter(any("role", "VILLAGE").and(isVillage()))
                                    .filter(this::isOfAnAdviserInOffice)
                                    .toList(),
                            "division");
            case "G-07" -> number(lawful, it -> true);
            case "G-07-N" -> number(lawful, any("subject", "NORMATIVE_DOCUMENT"));
            case "G-07-M" -> number(lawful, any("subject", "MAJOR_DECISION"));
            case "G-07-E" -> number(lawful, any("subject", "ENFORCEMENT_DECISION"));
            case "G-07-C" -> number(lawful, any("subject", "CONTRACT"));
            case "G-07-O" -> number(lawful, any("subject", "OTHER"));
            case "G-07-R" ->
                    rate(
                            number(mandatory(), doneByEnd("reviewedOn")),
                            number(mandatory(), it -> true));
            default -> throw new IllegalArgumentException(code);
        };
    }

    private boolean isOfAnAdviserInOffice(Snapshot appointment) {
        return of(all, "legal.legal-adviser.v1").stream()
                .filter(Recount.is("adviserId", appointment.get("adviserId")))
                .anyMatch(it -> stands(it, "engagedOn", "endedOn"));
    }

    private static Predicate<Snapshot> counselledBefore() {
        return it ->
                it.get("counselOpinionOn") != null
                        && it.get("discussedOn") != null
                        && Recount.notAfter(it.get("counselOpinionOn"), it.get("discussedOn"));
    }

    private List<Snapshot> mandatory() {
        return dated("legality-review", "receivedOn").stream()
                .filter(Recount.flag("mandatory"))
                .filter(it -> it.get("withdrawnOn") == null)
                .toList();
    }

    private List<Snapshot> officers() {
        return standing("enforcement-officer", "postFrom", "postUntil");
    }

    private Predicate<Snapshot> doneByEnd(String day) {
        return it -> it.get(day) != null && Recount.notAfter(it.get(day), last);
    }

    /** Valid on the last day: begun, not over, and not withdrawn by then. */
    private Predicate<Snapshot> certified() {
        return it ->
                it.get("certificateFrom") != null
                        && Recount.notAfter(it.get("certificateFrom"), last)
                        && Recount.notAfter(last, it.get("certificateUntil"))
                        && (it.get("certificateWithdrawnOn") == null
                                || !Recount.notAfter(it.get("certificateWithdrawnOn"), last));
    }

    /** Who or what stands on the last day of the period; the last day itself counts. */
    private List<Snapshot> standing(String name, String from, String until) {
        return kind(name).stream().filter(it -> stands(it, from, until)).toList();
    }

    private boolean stands(Snapshot it, String from, String until) {
        return it.get(from) != null
                && Recount.notAfter(it.get(from), last)
                && (it.get(until) == null || Recount.notAfter(last, it.get(until)));
    }

    private static Predicate<Snapshot> isVillage() {
        return it -> ((String) it.get("division")).charAt(9) == '2';
    }

    private static Predicate<Snapshot> tagged(String tag) {
        return it -> ((List<?>) it.get("tags")).contains(tag);
    }

    private static BigDecimal different(List<Snapshot> records, String field) {
        return BigDecimal.valueOf(records.stream().map(it -> it.get(field)).distinct().count());
    }

    private BigDecimal reviewed(String... roles) {
        return number(dated("contract-review", "reviewedOn"), any("reviewerRole", roles));
    }

    private BigDecimal works(String kind) {
        return sum(
                dated("counsel-work", "workedOn").stream().filter(any("workKind", kind)).toList(),
                "pieces");
    }

    private List<Snapshot> activities() {
        return dated("publicity-activity", "heldOn");
    }

    private List<Snapshot> visits() {
        return dated("village-visit", "visitedOn");
    }

    private List<Snapshot> advice() {
        return dated("legal-consultation", "consultedOn");
    }

    /** A dispute is of the day that counsel first took part: what follows later adds nothing. */
    private List<Snapshot> joined() {
        return dated("mediation-participation", "joinedOn").stream()
                .filter(
                        it ->
                                of(all, it.topic()).stream()
                                        .filter(Recount.is("disputeId", it.get("disputeId")))
                                        .allMatch(
                                                other ->
                                                        Recount.notAfter(
                                                                it.get("joinedOn"),
                                                                other.get("joinedOn"))))
                .toList();
    }

    private List<Snapshot> dated(String name, String day) {
        return kind(name).stream()
                .filter(it -> Recount.within((String) it.get(day), first, last))
                .toList();
    }

    private List<Snapshot> kind(String name) {
        return of(here, "legal." + name + ".v1");
    }
}
