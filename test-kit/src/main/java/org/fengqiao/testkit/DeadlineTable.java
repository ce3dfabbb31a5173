package org.fengqiao.testkit;

import java.util.List;
import java.util.TreeSet;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.RuleTable;

/** The rules of a service's clocks, as a jurist reads them. */
public final class DeadlineTable {

    private final String name;
    private final List<Rule> rules;

    private DeadlineTable(String name, List<Rule> rules) {
        this.name = name;
        this.rules = rules;
    }

    /**
     * @param name simple name of the table's class, whose test asks for this
     */
    public static DeadlineTable of(String name, RuleTable table) {
        return new DeadlineTable(name, table.rules());
    }

    /** Fails unless every rule's article stands in docs/regulation. */
    public void everyArticleIsOnFile() {
        rules.forEach(it -> Regulation.requireOnFile(it.code(), it.legalBasis()));
    }

    /**
     * Fails unless the committed table is current.
     *
     * @param file below the repository's root
     * @param title in both languages
     */
    public void isDrawnIn(String file, String title) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n");
        page.append(
                "Drawn from `%s` by `%sTest`. SETTING: no law sets it.\n\n".formatted(name, name));
        page.append(
                "| rule | 名称 | kind | holder | starts | length | extension | not counted | last day moves | basis |\n");
        page.append("|---|---|---|---|---|---|---|---|---|---|\n");
        rules.forEach(it -> page.append(row(it)));
        GoldenFile.inRepository(file).matches(page.toString());
    }

    private static String since(Rule rule) {
        return rule.validFrom() == null ? "" : " since " + rule.validFrom();
    }

    private static String row(Rule rule) {
        String length =
                rule.before() == null
                        ? rule.length() + " " + rule.unit()
                        : "before " + rule.before().toString().substring(2);
        return "| %s | %s | %s | %s | %s | %s | %d | %s | %s | %s |\n"
                .formatted(
                        rule.code(),
                        rule.zh(),
                        rule.kind(),
                        rule.holder(),
                        rule.startEvent() + since(rule),
                        length,
                        rule.extensionDays(),
                        String.join(", ", new TreeSet<>(rule.suspendedBy())),
                        rule.rollsToWorkingDay() ? "MF 203" : "",
                        rule.legalBasis());
    }
}
