package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as an answer shows it.
 *
 * @param suspendedBy codes of the events that stop the period; none: nothing does
 * @param before the fixed date, month and day, which is not the last day but the one after it
 * @param validFrom first start day that the rule governs; absent: always
 */
@Schema(name = "DeadlineRule")
record RuleView(
        String rule,
        String title,
        String titleEn,
        Rule.Kind kind,
        Rule.Holder holder,
        String legalBasis,
        String startEvent,
        Integer length,
        Rule.Unit unit,
        Integer extensionDaysAllowed,
        List<String> suspendedBy,
        String before,
        LocalDate validFrom,
        boolean rollsToWorkingDay) {

    static RuleView of(Rule it) {
        boolean period = it.before() == null;
        return new RuleView(
                it.code(),
                it.zh(),
                it.en(),
                it.kind(),
                it.holder(),
                it.legalBasis(),
                it.startEvent(),
                period ? it.length() : null,
                it.unit(),
                period ? it.extensionDays() : null,
                it.suspendedBy().stream().sorted().toList(),
                period ? null : it.before().toString().substring(2),
                it.validFrom(),
                it.rollsToWorkingDay());
    }
}
