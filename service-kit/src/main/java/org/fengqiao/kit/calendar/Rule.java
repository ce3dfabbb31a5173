package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of a service's rule table: a period of law. Made by {@link #limit}, {@link #minimum},
 * {@link #right} or {@link #fixedDate} and refined by the methods that return a copy: {@code
 * Rule.right("JUDICIAL_CONFIRMATION", PARTY, "AGREEMENT_EFFECTIVE", "RT 33").days(30)}.
 *
 * @param code {@code UPPER_SNAKE}, unique within the service
 * @param startEvent code of the event whose day is not counted (MF 201)
 * @param length number of units; 0 where the start's own day is the last, and for a fixed date
 * @param unit absent for a fixed date
 * @param extensionDays at most so many units more, in total; 0 where the law knows no extension
 * @param suspendedBy codes of the events that stop the period; nothing else does
 * @param before the fixed date itself: the last day is the one before it ("before 1 March"); absent
 *     otherwise
 * @param legalBasis key and article, e.g. {@code RT 33}; {@code GK} for a setting
 * @param validFrom first start day that the rule governs; absent = always
 * @param rollsToWorkingDay whether a last day that is a 法定休假日 moves to the day after it (MF 203)
 */
public record Rule(
        String code,
        Kind kind,
        Holder holder,
        String startEvent,
        int length,
        Unit unit,
        int extensionDays,
        Set<String> suspendedBy,
        MonthDay before,
        String legalBasis,
        String zh,
        String en,
        LocalDate validFrom,
        boolean rollsToWorkingDay) {

    /** What the period is to its holder. */
    @Schema(name = "DeadlineKind")
    public enum Kind {
        /** An organ must act by the last day. */
        LIMIT,
        /** The matter must last at least so long (public comment, legality review). */
        MINIMUM,
        /** A party may act until the last day. */
        RIGHT,
        /** A duty bound to a date of the year, which never moves (1 March, 1 April). */
        FIXED_DATE
    }

    /** Who has to act or may act. */
    @Schema(name = "DeadlineHolder")
    public enum Holder {
        ORGAN,
        PARTY,
        COURT,
        AGENCY
    }

    /** What is counted: 日 are calendar days, 工作日 only where written. */
    @Schema(name = "DeadlineUnit")
    public enum Unit {
        CALENDAR_DAY,
        WORKING_DAY
    }

    public Rule {
        suspendedBy = Set.copyOf(suspendedBy);
        if ((kind == Kind.FIXED_DATE) != (before != null)) {
            throw new IllegalArgumentException(code + ": a fixed date, and only that, has a date");
        }
        if (length < 0 || extensionDays < 0) {
            throw new IllegalArgumentException(code + ": a period does not run backwards");
        }
    }

    /** The holder must act by the last day. */
    public static Rule limit(String code, Holder holder, String startEvent, String legalBasis) {
        return of(code, Kind.LIMIT, holder, startEvent, null, legalBasis);
    }

    /** The matter must last at least so long. */
    public static Rule minimum(String code, Holder holder, String startEvent, String legalBasis) {
        return of(code, Kind.MINIMUM, holder, startEvent, null, legalBasis);
    }

    /** The holder may act until the last day. */
    public static Rule right(String code, Holder holder, String startEvent, String legalBasis) {
        return of(code, Kind.RIGHT, holder, startEvent, null, legalBasis);
    }

    /** The organ must act before the next {@code before} after the start; the date never moves. */
    public static Rule fixedDate(
            String code, String startEvent, MonthDay before, String legalBasis) {
        return of(code, Kind.FIXED_DATE, Holder.ORGAN, startEvent, before, legalBasis);
    }

    private static Rule of(
            String code,
            Kind kind,
            Holder holder,
            String start,
            MonthDay before,
            String legalBasis) {
        return new Rule(
                code,
                kind,
                holder,
                start,
                0,
                null,
                0,
                Set.of(),
                before,
                legalBasis,
                code,
                code,
                null,
                before == null);
    }

    /** The rule, running for so many calendar days. */
    public Rule days(int days) {
        return period(days, Unit.CALENDAR_DAY);
    }

    /** The rule, running for so many working days. */
    public Rule workingDays(int days) {
        return period(days, Unit.WORKING_DAY);
    }

    private Rule period(int days, Unit counted) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                days,
                counted,
                extensionDays,
                suspendedBy,
                before,
                legalBasis,
                zh,
                en,
                validFrom,
                rollsToWorkingDay);
    }

    /** The rule, extendable by at most so many units in total. */
    public Rule extendableBy(int days) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                length,
                unit,
                days,
                suspendedBy,
                before,
                legalBasis,
                zh,
                en,
                validFrom,
                rollsToWorkingDay);
    }

    /** The rule, stopped by these events. */
    public Rule suspendedBy(String... events) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                length,
                unit,
                extensionDays,
                Set.of(events),
                before,
                legalBasis,
                zh,
                en,
                validFrom,
                rollsToWorkingDay);
    }

    /** The rule with its Chinese and English title. */
    public Rule titled(String chinese, String english) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                length,
                unit,
                extensionDays,
                suspendedBy,
                before,
                legalBasis,
                chinese,
                english,
                validFrom,
                rollsToWorkingDay);
    }

    /** The rule, governing periods that start on this day or later. */
    public Rule validFrom(LocalDate first) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                length,
                unit,
                extensionDays,
                suspendedBy,
                before,
                legalBasis,
                zh,
                en,
                first,
                rollsToWorkingDay);
    }

    /** The rule with or without MF 203; a fixed date never rolls. */
    public Rule rolling(boolean rolls) {
        return new Rule(
                code,
                kind,
                holder,
                startEvent,
                length,
                unit,
                extensionDays,
                suspendedBy,
                before,
                legalBasis,
                zh,
                en,
                validFrom,
                rolls && before == null);
    }

    /** Whether a period that starts on this day is governed by this row. */
    public boolean governs(LocalDate startedOn) {
        return validFrom == null || startedOn == null || !startedOn.isBefore(validFrom);
    }
}
