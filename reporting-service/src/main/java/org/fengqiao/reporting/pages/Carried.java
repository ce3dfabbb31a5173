package org.fengqiao.reporting.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.AdministrationFacts;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.CarryOver;
import org.fengqiao.reporting.reports.CarryOver.Plan;
import org.fengqiao.reporting.reports.CarryOver.Problem;

/** What a report has to come back to: problems that are open, and what was planned for its year. */
public record Carried(List<Item> problems, List<Item> plans) {

    /** One of them; its text is at legal-service. */
    public record Item(String name, String words, String page) {}

    static Carried of(CarryOver.Result it, Indicators known, Terms terms) {
        return new Carried(
                it.problems().stream().map(one -> problem(one, terms)).toList(),
                it.plans().stream().map(one -> plan(one, known, terms)).toList());
    }

    private static Item problem(Problem it, Terms terms) {
        Table table = AdministrationFacts.ISSUE_ITEM;
        return new Item(
                it.field() == null
                        ? terms.of("问题", "Problem")
                        : terms.code(table.column("field"), it.field()),
                joined(
                        terms,
                        day(terms.of("发现于%s", "found on %s"), it.foundOn()),
                        day(terms.of("期限%s", "due on %s"), it.dueOn()),
                        it.overdue() ? terms.of("已过期限", "overdue") : null),
                page(table, it.id()));
    }

    private static Item plan(Plan it, Indicators known, Terms terms) {
        return new Item(
                it.indicator() == null
                        ? terms.of("安排", "Plan")
                        : known.find(it.indicator()).map(terms::title).orElse(it.indicator()),
                joined(
                        terms,
                        number(terms.of("目标%s", "target %s"), it.target()),
                        number(terms.of("本年%s", "this year %s"), it.actual()),
                        day(terms.of("期限%s", "due on %s"), it.dueOn()),
                        day(terms.of("%s完成", "done on %s"), it.doneOn()),
                        it.carriedOver() ? terms.of("结转", "carried over") : null),
                page(AdministrationFacts.PLAN_ITEM, it.id()));
    }

    private static String day(String words, LocalDate day) {
        return day == null ? null : words.formatted(day);
    }

    private static String number(String words, BigDecimal number) {
        return number == null ? null : words.formatted(Terms.number(number));
    }

    private static String joined(Terms terms, String... words) {
        return Stream.of(words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(terms.of("，", ", ")));
    }

    private static String page(Table table, UUID id) {
        return "/reporting/pages/records/%s/%s".formatted(table.kind(), id);
    }
}
