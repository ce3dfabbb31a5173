package org.fengqiao.legal.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.calendar.Calendars;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.DeadlineView;
import org.fengqiao.kit.calendar.Deadlines;
import org.fengqiao.kit.calendar.Duty;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.calendar.RuleTable;

/**
 * By when a matter has to be public. Village affairs are published at least once a quarter (CW 30):
 * what was formed in one stands on the board by the end of the next, a day that no calendar moves.
 * For party affairs no text of the suite sets a day; the same rhythm is a setting.
 */
@ApplicationScoped
class DisclosureDeadlines implements RuleTable {

    private static final int QUARTER_MONTHS = 3;

    // @formatter:off
    static final Rule GOVERNMENT = Rule.limit("GOVERNMENT_DISCLOSURE", Holder.ORGAN, "formedOn", "ZX 26")
            .workingDays(20).titled("自形成之日起二十个工作日内公开", "Publish within twenty working days");
    static final Rule VILLAGE = Rule.limit("VILLAGE_DISCLOSURE", Holder.ORGAN, "endOfNextQuarter", "CW 30")
            .days(0).rolling(false).titled("村务、财务至少每季度公布一次", "Publish village affairs at least quarterly");
    static final Rule PARTY = Rule.limit("PARTY_DISCLOSURE", Holder.ORGAN, "endOfNextQuarter", "SETTING")
            .days(0).rolling(false).titled("党务随村务按季度公布", "Publish party affairs with those of the village");
    // @formatter:on

    private final Calendars calendars;
    private final Deadlines deadlines;

    DisclosureDeadlines(Calendars calendars, Deadlines deadlines) {
        this.calendars = calendars;
        this.deadlines = deadlines;
    }

    @Override
    public List<Rule> rules() {
        return List.of(GOVERNMENT, VILLAGE, PARTY);
    }

    /** The clock of a matter: it ends when the matter is public. */
    Deadline of(DisclosureItem it) {
        Rule rule =
                switch (it.disclosureKind()) {
                    case GOVERNMENT_INFORMATION, SERVICE_COMMITMENT, ENFORCEMENT -> GOVERNMENT;
                    case VILLAGE_AFFAIRS, FINANCE -> VILLAGE;
                    case PARTY_AFFAIRS -> PARTY;
                };
        LocalDate start = rule == GOVERNMENT ? it.formedOn() : endOfNextQuarter(it.formedOn());
        Course course = Course.startedOn(start).endedOn(it.publishedOn());
        return Deadline.of(rule, course, calendars.current());
    }

    private static LocalDate endOfNextQuarter(LocalDate day) {
        int quarter = (day.getMonthValue() - 1) / QUARTER_MONTHS;
        YearMonth last = YearMonth.of(day.getYear(), (quarter + 1) * QUARTER_MONTHS);
        return last.plusMonths(QUARTER_MONTHS).atEndOfMonth();
    }

    /**
     * Keeps the clock, in the caller's transaction; it lies with whose matter it is.
     *
     * @return the last days that stay as they were counted, by rule
     */
    Map<String, LocalDate> keep(String kind, UUID id, DisclosureItem it) {
        return deadlines.replace(kind, id, List.of(new Duty(of(it), it.division(), null)));
    }

    /** A void matter has no clock. */
    void drop(String kind, UUID id) {
        deadlines.replace(kind, id, List.of());
    }

    /** As they stand on the day. */
    List<DeadlineView> shown(String kind, UUID id, LocalDate today) {
        return deadlines.of(kind, id, today);
    }
}
