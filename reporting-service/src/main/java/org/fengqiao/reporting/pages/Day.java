package org.fengqiao.reporting.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fengqiao.reporting.reports.ReportViews.Stage;
import org.fengqiao.reporting.reports.ReportViews.State;

/**
 * A legal day of a report in words.
 *
 * @param name of what is due; {@code last} the last day that is in time
 * @param late whether that day was missed
 */
public record Day(String name, LocalDate last, String words, boolean late) {

    static List<Day> of(List<Stage> stages, LocalDate today, Terms terms) {
        return stages.stream().map(it -> of(it, today, terms)).toList();
    }

    private static Day of(Stage it, LocalDate today, Terms terms) {
        LocalDate last = it.before().minusDays(1);
        LocalDate until = it.doneOn() == null ? today : it.doneOn();
        long days = Math.abs(ChronoUnit.DAYS.between(last, until));
        String words =
                switch (it.state()) {
                    case MET -> terms.of("按期，%s完成", "in time, done on %s").formatted(it.doneOn());
                    case RUNNING -> terms.of("未到期，还有%d天", "%d days left").formatted(days);
                    case MISSED ->
                            it.doneOn() == null
                                    ? terms.of("已逾期%d天，尚未完成", "overdue by %d days, not done")
                                            .formatted(days)
                                    : terms.of("逾期%d天，%s完成", "%d days late, done on %s")
                                            .formatted(days, it.doneOn());
                };
        return new Day(terms.of(it.zh(), it.en()), last, words, it.state() == State.MISSED);
    }
}
