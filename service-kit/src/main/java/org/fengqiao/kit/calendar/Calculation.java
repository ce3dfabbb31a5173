package org.fengqiao.kit.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Refusal;

/**
 * A period that somebody asks about, before or without a record.
 *
 * @param from day of the start event
 * @param extensionDays units of the rule; {@code null}: not extended
 * @param suspendedFrom first day that does not count; {@code null}: not suspended
 * @param suspendedTo last day that does not count; {@code null}: still suspended
 */
record Calculation(
        LocalDate from, Integer extensionDays, LocalDate suspendedFrom, LocalDate suspendedTo) {

    // Each day passed over is named in the answer.
    private static final int LONGEST_SUSPENSION_YEARS = 5;

    /**
     * The rule of this code that governs a period started on that day.
     *
     * @throws Refusal 404 that names the rules there are; 422 where it was not in force yet
     */
    static Rule rule(List<Rule> rules, String code, LocalDate from) {
        List<Rule> rows = rules.stream().filter(it -> it.code().equals(code)).toList();
        if (rows.isEmpty()) {
            String known =
                    rules.stream().map(Rule::code).distinct().collect(Collectors.joining(", "));
            throw Refusal.of(404, "RULE_UNKNOWN", "没有该期限规则", "There is no such rule")
                    .at("rule", "现有：" + known, "There are: " + known);
        }
        return rows.stream()
                .filter(it -> it.governs(from))
                .max(Comparator.comparing(Calculation::since))
                .orElseThrow(() -> notInForce(rows));
    }

    private static LocalDate since(Rule rule) {
        return rule.validFrom() == null ? LocalDate.MIN : rule.validFrom();
    }

    private static Refusal notInForce(List<Rule> rows) {
        Rule first = rows.stream().min(Comparator.comparing(Calculation::since)).orElseThrow();
        return Refusal.of(422, "RULE_NOT_IN_FORCE", "该规则当时尚未施行", "The rule was not in force")
                .citing(first.legalBasis())
                .at("from", "自" + first.validFrom() + "起施行", "in force since " + first.validFrom());
    }

    /**
     * The course of the period under a rule.
     *
     * @throws Refusal 422 that cites the rule's article, where the rule knows no such extension or
     *     no suspension; 400 for a suspension without a beginning, or one too long to tell of
     */
    Course under(Rule rule) {
        Course course = Course.startedOn(from);
        if (extensionDays != null) {
            requireExtendable(rule);
            course = course.extended(extensionDays, null);
        }
        if (suspendedFrom != null || suspendedTo != null) {
            requireSuspension(rule);
            String event = rule.suspendedBy().stream().sorted().findFirst().orElseThrow();
            course = course.suspended(event, suspendedFrom, suspendedTo);
        }
        return course;
    }

    private void requireExtendable(Rule rule) {
        int most = rule.extensionDays();
        if (extensionDays > most) {
            throw Refusal.of(422, "EXTENSION_TOO_LONG", "延长超过上限", "The extension is too long")
                    .citing(rule.legalBasis())
                    .at("extensionDays", "至多可延长" + most + "日", "at most " + most + " days");
        }
    }

    private void requireSuspension(Rule rule) {
        if (suspendedFrom == null) {
            throw Refusal.parameter("suspendedFrom", "请填中止的首日", "Give its first day as well");
        }
        if (suspendedTo != null && suspendedTo.isBefore(suspendedFrom)) {
            throw Refusal.parameter("suspendedTo", "不能早于 suspendedFrom", "Not before it began");
        }
        if (suspendedTo != null
                && suspendedTo.isAfter(suspendedFrom.plusYears(LONGEST_SUSPENSION_YEARS))) {
            throw Refusal.parameter("suspendedTo", "中止至多五年", "At most five years");
        }
        if (rule.suspendedBy().isEmpty()) {
            throw Refusal.of(422, "NOT_SUSPENDABLE", "该期限不因任何事项中止", "Nothing suspends it")
                    .citing(rule.legalBasis())
                    .at("suspendedFrom", "该期限不中止", "the period is not suspended");
        }
    }
}
