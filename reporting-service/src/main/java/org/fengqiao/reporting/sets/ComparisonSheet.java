package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerFormat;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Unions.United;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.sets.ComparisonResource.Comparison;
import org.fengqiao.reporting.sets.ComparisonResource.Line;

/** The comparison as a table: a township a line, the county last; no value, no number. */
@ApplicationScoped
class ComparisonSheet {

    private static final String NUMERATOR = "分子";
    private static final String DENOMINATOR = "分母";

    private final Divisions divisions;

    ComparisonSheet(Divisions divisions) {
        this.divisions = divisions;
    }

    /** The answer with the file. */
    Response file(
            LedgerFormat format, Form form, List<Indicator> indicators, Comparison comparison) {
        String county = divisions.name(form.county());
        Period period = form.period(comparison.period());
        return format.file(
                "%s%s（%s）".formatted(county, comparison.title(), period.words()),
                "figure-sets-" + form.code() + "-" + comparison.period(),
                columns(indicators),
                sink -> {
                    for (Line it : comparison.townships()) {
                        sink.accept(row(it.division(), it.name(), it.status().zh(), it.figures()));
                    }
                    sink.accept(
                            row(
                                    form.county(),
                                    county,
                                    comparison.county().words(),
                                    comparison.county().figures().stream()
                                            .map(United::figure)
                                            .toList()));
                });
    }

    private static List<LedgerColumn> columns(List<Indicator> indicators) {
        List<LedgerColumn> columns = new ArrayList<>();
        columns.add(LedgerColumn.text("区划代码", "Division"));
        columns.add(LedgerColumn.text("区划", "Name of the division"));
        columns.add(LedgerColumn.text("状态", "Status"));
        for (Indicator it : indicators) {
            columns.add(
                    LedgerColumn.amount(it.code() + it.title(), it.code() + " " + it.titleEn()));
            if (it.kind() == Kind.SHARE) {
                columns.add(LedgerColumn.amount(it.code() + NUMERATOR, it.code() + " numerator"));
                columns.add(
                        LedgerColumn.amount(it.code() + DENOMINATOR, it.code() + " denominator"));
            }
        }
        return columns;
    }

    private static Map<String, Object> row(
            String division, String name, String status, List<Figure> figures) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("区划代码", division);
        cells.put("区划", name);
        cells.put("状态", status);
        for (Figure it : figures) {
            cells.put(it.indicator() + it.title(), it.value());
            cells.put(it.indicator() + NUMERATOR, it.numerator());
            cells.put(it.indicator() + DENOMINATOR, it.denominator());
        }
        return cells;
    }
}
