package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.AMOUNT;
import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.DIVISION;
import static org.fengqiao.reporting.facts.Column.Type.ID;
import static org.fengqiao.reporting.facts.Column.Type.INTEGER;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Column.Type;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Definition.Records;
import org.fengqiao.reporting.indicators.Indicator.Kind;

/**
 * Makes an indicator of a definition given as data. What enters a statement is a column or a code
 * that a chapter has; no text of the caller's does.
 */
@ApplicationScoped
class Grammar {

    private static final Set<Type> NUMBERS = Set.of(INTEGER, AMOUNT);
    private static final Set<Type> KEYS = Set.of(ID, DIVISION);

    private final List<Table> tables;

    Grammar(@All List<Table> tables) {
        this.tables = tables;
    }

    /** The kinds of record that can be counted, by their names. */
    List<Table> tables() {
        return tables.stream().sorted((one, other) -> one.kind().compareTo(other.kind())).toList();
    }

    /** What a definition can name of a kind: its columns, and what they can be divided by. */
    static List<Column> columns(Table table) {
        return Stream.concat(table.columns().stream(), table.dimensions().stream())
                .filter(it -> !it.name().equals("version"))
                .distinct()
                .toList();
    }

    /**
     * The indicator.
     *
     * @param number of the definition
     * @throws Refusal 422 DEFINITION_INVALID with every place that is wrong, below {@code
     *     /definition}
     */
    Indicator indicator(String code, int number, Definition definition) {
        return new Reading(table(definition.records().kind()), definition).indicator(code, number);
    }

    private Table table(String kind) {
        return tables.stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                invalid()
                                        .at(
                                                "/definition/records/kind",
                                                "KIND_UNKNOWN",
                                                "没有该类记录，见 v1/indicators/kinds",
                                                "No such kind of record: see v1/indicators/kinds"));
    }

    private static Refusal invalid() {
        return Refusal.of(
                422,
                "DEFINITION_INVALID",
                "指标定义有误，见 errors",
                "The definition of the indicator is invalid, see errors");
    }

    /** One reading of a definition, with the faults that it finds. */
    private static final class Reading {
        private final Table table;
        private final Definition given;
        private Refusal refusal = invalid();

        private Reading(Table table, Definition given) {
            this.table = table;
            this.given = given;
        }

        Indicator indicator(String code, int number) {
            Records records = given.records();
            Column from = column("/records/date", records.date(), Set.of(DATE));
            Column until = optional("/records/endDate", records.endDate(), Set.of(DATE));
            Column place = optional("/records/place", records.place(), Set.of(DIVISION));
            List<Filter> filters = filters("/records/filters", records.filters());
            List<Filter> part = filters("/part", given.part());
            Column counted =
                    optional(
                            "/column",
                            given.column(),
                            given.kind() == Kind.DISTINCT ? KEYS : NUMBERS);
            optional("/partColumn", given.partColumn(), NUMBERS);
            kindFits();
            unitFits(counted);
            boolean read = part.size() == given.part().size();
            if (given.kind() == Kind.SHARE
                    && given.partColumn() == null
                    && read
                    && filters.containsAll(part)) {
                fault(
                        "/part",
                        "NOT_NARROWER",
                        "分子须是分母的一部分：至少要有一个分母没有的条件",
                        "The numerator has to be narrower than the denominator: a filter that it lacks");
            }
            if (!refusal.faults().isEmpty()) {
                throw refusal;
            }
            Cohort whole =
                    new Cohort(
                            table,
                            place == null ? table.place() : place,
                            from,
                            until,
                            Boolean.TRUE.equals(records.endDateCounts()),
                            filters);
            return built(code, whole, part)
                    .en(given.titleEn())
                    .definition(number, given.since().toString());
        }

        private Indicator built(String code, Cohort whole, List<Filter> part) {
            String title = given.title();
            String basis = given.legalBasis();
            return switch (given.kind()) {
                case COUNT, STOCK -> Indicator.count(code, title, given.unit(), basis, whole);
                case SUM -> Indicator.sum(code, title, given.unit(), basis, whole, given.column());
                case DISTINCT ->
                        Indicator.distinct(code, title, given.unit(), basis, whole, given.column());
                case SHARE -> {
                    if (given.partColumn() != null) {
                        yield Indicator.shareOfSums(
                                code, title, basis, whole, given.partColumn(), given.column());
                    }
                    Cohort numerator = whole;
                    for (Filter it : part) {
                        numerator = numerator.narrowedTo(it);
                    }
                    yield Indicator.share(code, title, basis, whole, numerator, given.column());
                }
            };
        }

        private void kindFits() {
            boolean ends = given.records().endDate() != null;
            if (given.kind() == Kind.STOCK && !ends) {
                required("/records/endDate");
            }
            if (given.kind() == Kind.COUNT && ends) {
                superfluous("/records/endDate");
            }
            if (given.records().endDateCounts() != null && !ends) {
                superfluous("/records/endDateCounts");
            }
            boolean ofSums = given.partColumn() != null;
            if ((given.kind() != Kind.SHARE || ofSums) && !given.part().isEmpty()) {
                superfluous("/part");
            }
            if (given.kind() != Kind.SHARE && ofSums) {
                superfluous("/partColumn");
            }
            switch (given.kind()) {
                case SUM, DISTINCT -> {
                    if (given.column() == null) {
                        required("/column");
                    }
                }
                case COUNT, STOCK -> {
                    if (given.column() != null) {
                        superfluous("/column");
                    }
                }
                case SHARE -> {
                    // Of records, or of what one column, or two, add up to over them.
                    if (ofSums && given.column() == null) {
                        required("/column");
                    }
                }
            }
        }

        /** A share is in percent, and nothing else is; records are no money and no time. */
        private void unitFits(Column counted) {
            boolean fits =
                    switch (given.unit()) {
                        case PERCENT -> given.kind() == Kind.SHARE;
                        case YUAN, HOUR ->
                                given.kind() == Kind.SUM
                                        && counted != null
                                        && counted.type() == AMOUNT;
                        case CASE, SESSION, DOCUMENT, ITEM, TIME, PERSON, PERSON_TIME, BATCH ->
                                given.kind() != Kind.SHARE;
                    };
            if (!fits) {
                fault("/unit", "UNIT_UNFIT", "该单位与计数方式不符", "The unit does not fit the kind");
            }
        }

        private List<Filter> filters(String pointer, List<Condition> conditions) {
            List<Filter> filters = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                Filter filter = filter(pointer + "/" + i, conditions.get(i));
                if (filter != null) {
                    filters.add(filter);
                }
            }
            return filters;
        }

        /** Null where it is faulty. */
        private Filter filter(String pointer, Condition given) {
            int before = refusal.faults().size();
            Column column = column(pointer + "/column", given.column(), given.test().columnTypes());
            List<Type> types = given.test().otherTypes();
            List<Column> others = new ArrayList<>();
            if (given.others().size() != types.size()) {
                fault(
                        pointer + "/others",
                        "COLUMN_COUNT",
                        "须另列%d个字段".formatted(types.size()),
                        "Needs %d further columns".formatted(types.size()));
            } else {
                for (int i = 0; i < types.size(); i++) {
                    String name = given.others().get(i);
                    others.add(column(pointer + "/others/" + i, name, Set.of(types.get(i))));
                }
            }
            if (column != null) {
                codesFit(pointer + "/codes", given, column);
            }
            return refusal.faults().size() > before
                    ? null
                    : given.test().of(table, column, given.codes(), others);
        }

        private void codesFit(String pointer, Condition given, Column column) {
            if (given.test().takesCodes() == given.codes().isEmpty()) {
                if (given.codes().isEmpty()) {
                    fault(pointer, "REQUIRED", "至少列出一个取值", "Needs at least one code");
                } else {
                    superfluous(pointer);
                }
            }
            for (int i = 0; i < given.codes().size(); i++) {
                if (given.test().takesCodes()
                        && !column.codes().containsKey(given.codes().get(i))) {
                    String known = String.join(", ", column.codes().keySet());
                    fault(
                            pointer + "/" + i,
                            "CODE_UNKNOWN",
                            "不是有效的代码，可用：" + known,
                            "Not a known code; known are: " + known);
                }
            }
        }

        private Column optional(String pointer, String name, Set<Type> types) {
            return name == null ? null : column(pointer, name, types);
        }

        /** The column of that name and one of the types; null, and a fault, where there is none. */
        private Column column(String pointer, String name, Set<Type> types) {
            List<Column> fitting =
                    columns(table).stream().filter(it -> types.contains(it.type())).toList();
            Column found =
                    fitting.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
            if (found == null) {
                String known = fitting.stream().map(Column::name).collect(Collectors.joining(", "));
                fault(
                        pointer,
                        "COLUMN_UNKNOWN",
                        "该类记录没有此字段，或者字段的类型不符，可用：" + known,
                        "No such column of that type; there are: " + known);
            }
            return found;
        }

        private void required(String pointer) {
            fault(pointer, "REQUIRED", "按该计数方式必填", "Required for the kind");
        }

        private void superfluous(String pointer) {
            fault(pointer, "SUPERFLUOUS", "该计数方式没有此项", "The kind has no such thing");
        }

        private void fault(String pointer, String code, String zh, String en) {
            refusal = refusal.at("/definition" + pointer, code, zh, en);
        }
    }
}
