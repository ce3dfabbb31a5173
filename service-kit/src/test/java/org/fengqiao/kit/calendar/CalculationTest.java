package org.fengqiao.kit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class CalculationTest {

    private static final LocalDate REFORM = LocalDate.of(2022, 5, 1);
    private static final Rule PLAIN = Rule.limit("REPLY", Holder.ORGAN, "asked", "XF 33").days(15);
    private static final Rule OLD = Rule.limit("HANDLE", Holder.ORGAN, "told", "XT 33").days(60);
    private static final Rule NEW =
            Rule.limit("HANDLE", Holder.ORGAN, "told", "XF 34")
                    .days(60)
                    .extendableBy(30)
                    .suspendedBy("APPRAISAL")
                    .validFrom(REFORM);
    private static final List<Rule> RULES = List.of(OLD, NEW, PLAIN);

    @Test
    void theRowThatGovernedOnTheFirstDayIsTaken() {
        assertEquals(OLD, Calculation.rule(RULES, "HANDLE", REFORM.minusDays(1)));
        assertEquals(NEW, Calculation.rule(RULES, "HANDLE", REFORM));
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> Calculation.rule(List.of(NEW), "HANDLE", REFORM.minusDays(1)));
        assertEquals("RULE_NOT_IN_FORCE", refusal.code());
        assertEquals("XF 34", refusal.legalBasis());
    }

    @Test
    void anUnknownRuleIsAnsweredWithThoseThereAre() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> Calculation.rule(RULES, "NONE", REFORM));
        assertEquals(404, refusal.status());
        assertEquals("There are: HANDLE, REPLY", refusal.faults().get(0).en());
    }

    @Test
    void theExtensionAndTheSuspensionOfTheRuleAreCounted() {
        Course course = asked(30, REFORM.plusDays(5), REFORM.plusDays(6)).under(NEW);
        assertEquals(30, course.extensionDays());
        assertEquals("APPRAISAL", course.suspensions().get(0).event());
        assertEquals(Course.startedOn(REFORM), asked(null, null, null).under(PLAIN));
    }

    @Test
    void whatTheArticleDoesNotAllowIsRefusedByIt() {
        refused(NEW, asked(31, null, null), 422, "EXTENSION_TOO_LONG", "extensionDays");
        refused(PLAIN, asked(1, null, null), 422, "EXTENSION_TOO_LONG", "extensionDays");
        refused(PLAIN, asked(null, REFORM, REFORM), 422, "NOT_SUSPENDABLE", "suspendedFrom");
    }

    @Test
    void aSuspensionNeedsABeginningAndAnEndAfterIt() {
        LocalDate before = REFORM.minusDays(1);
        LocalDate late = REFORM.plusYears(5).plusDays(1);
        refused(NEW, asked(null, null, REFORM), 400, "PARAMETER_INVALID", "suspendedFrom");
        refused(NEW, asked(null, REFORM, before), 400, "PARAMETER_INVALID", "suspendedTo");
        refused(NEW, asked(null, REFORM, late), 400, "PARAMETER_INVALID", "suspendedTo");
    }

    @Test
    void aFixedDateIsShownAsMonthAndDay() {
        Rule report = Rule.fixedDate("REPORT", "yearEnded", MonthDay.of(3, 1), "GK");
        RuleView view = RuleView.of(report);
        assertEquals("03-01", view.before());
        assertTrue(view.suspendedBy().isEmpty());
        assertEquals(List.of("APPRAISAL"), RuleView.of(NEW).suspendedBy());
    }

    private static Calculation asked(Integer extension, LocalDate from, LocalDate to) {
        return new Calculation(REFORM, extension, from, to);
    }

    private static void refused(
            Rule rule, Calculation asked, int status, String code, String parameter) {
        Refusal refusal = assertThrows(Refusal.class, () -> asked.under(rule));
        assertEquals(status, refusal.status());
        assertEquals(code, refusal.code());
        assertEquals(status == 422 ? rule.legalBasis() : null, refusal.legalBasis());
        assertEquals(parameter, refusal.faults().get(0).pointer());
    }
}
