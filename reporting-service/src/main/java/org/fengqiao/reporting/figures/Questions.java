package org.fengqiao.reporting.figures;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.divisions.Area;
import org.fengqiao.reporting.divisions.Boundaries;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Breakdown.By;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** Reads what a caller asks for; refuses what is no question, and what is not the caller's. */
@RequestScoped
public class Questions {

    private static final int MOST_DIMENSIONS = 2;
    private static final int FIRST_YEAR = 1949;
    private static final Pattern KEY =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{12}");

    private final Caller caller;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Clock clock;

    Questions(Caller caller, Catalogue catalogue, Divisions divisions, Clock clock) {
        this.caller = caller;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.clock = clock;
    }

    /**
     * Reads a period. Next year is one that has not begun; one beyond is a slip of the pen.
     *
     * @throws Refusal 400 for what is none, or lies in no year from 1949 to the next one
     */
    public Period period(String text) {
        Period period = Period.of(text);
        int last = LocalDate.now(clock).getYear() + 1;
        if (period.first().getYear() < FIRST_YEAR || period.last().getYear() > last) {
            throw Refusal.parameter(
                    "period",
                    "period 须在%d年至%d年之间".formatted(FIRST_YEAR, last),
                    "period needs years from %d to %d".formatted(FIRST_YEAR, last));
        }
        return period;
    }

    /**
     * What a division counts, by which boundaries. As reported the caller may also ask for what lay
     * in the caller's area then.
     *
     * @param division null for the caller's own
     * @param boundaries null for AS_REPORTED
     */
    Area area(String division, String boundaries) {
        return area(division == null ? caller.division() : division, Boundaries.read(boundaries));
    }

    private Area area(String division, Boundaries boundaries) {
        String place =
                switch (boundaries) {
                    case AS_REPORTED -> caller.reportedDivision(division);
                    case TODAY -> caller.division(division);
                };
        return boundaries.of(place, divisions);
    }

    /**
     * Refuses a division that neither the register nor any record knows, rather than calling it
     * silent.
     *
     * @param known whether something of it was counted or confirmed
     * @throws Refusal 404
     */
    void requireKnown(Area area, boolean known) {
        if (!known && !divisions.mayBe(area.division())) {
            throw Refusal.notFound();
        }
    }

    /**
     * Indicators by their codes, separated by commas.
     *
     * @param division whose figures are asked for
     */
    public List<Indicator> indicators(String codes, String division) throws SQLException {
        if (codes == null || codes.isBlank()) {
            throw Refusal.parameter(
                    "indicator", "indicator 必填，例如 M-01,M-05", "indicator is required");
        }
        List<Indicator> indicators = new ArrayList<>();
        for (String code : codes.split(",", -1)) {
            indicators.add(indicator(code.strip(), division));
        }
        return indicators;
    }

    private Indicator indicator(String code, String division) throws SQLException {
        return catalogue
                .find(code, division)
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "indicator",
                                        "没有该指标，可用指标见 v1/indicators",
                                        "There is no such indicator: see v1/indicators"));
    }

    /** How indicators are to be broken down: null, month, division, or dimensions. */
    public Breakdown by(String by, List<Indicator> indicators) {
        if (by == null) {
            return Breakdown.NONE;
        }
        if (by.equals("month")) {
            return Breakdown.MONTH;
        }
        if (by.equals("division")) {
            return Breakdown.DIVISION;
        }
        List<String> names = Breakdown.codesOf(by);
        if (names.size() > MOST_DIMENSIONS || Set.copyOf(names).size() < names.size()) {
            throw Refusal.parameter(
                    "by", "至多按两个不同的维度交叉分组", "At most two different dimensions can be combined");
        }
        if (names.contains("month") || names.contains("division")) {
            throw Refusal.parameter(
                    "by",
                    "month、division 只能单独使用，不能与其他维度交叉分组",
                    "month and division stand alone: they are combined with no other");
        }
        List<List<Column>> columns = new ArrayList<>();
        for (Indicator indicator : indicators) {
            Table table = indicator.whole().table();
            columns.add(names.stream().map(it -> dimension(it, table)).toList());
        }
        return new Breakdown(By.CODE, columns.get(0));
    }

    private static Column dimension(String name, Table table) {
        return table.dimensions().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.parameter(
                                        "by",
                                        table.label() + "没有该分组维度",
                                        "Records of " + table.kind() + " have no such dimension"));
    }

    /** The list of a figure, or of one row of its breakdown. */
    Question receipt(String code, Area area, String period, String where, String part)
            throws SQLException {
        Period of = period(period);
        Indicator indicator = catalogue.in(indicator(code, area.division()), of);
        requireList(indicator.chapter());
        Question whole = new Question(indicator, area, of, Where.ALL, part(part, indicator));
        return where == null ? whole : narrowed(whole, where);
    }

    /**
     * Which list of a figure's own is asked for.
     *
     * @param division whose figure it is
     * @param part of a share; null otherwise
     * @throws Refusal 400 where the indicator has no such list, 403 where the caller may not see it
     */
    public Part list(String code, String division, String part) throws SQLException {
        Indicator indicator = indicator(code, division);
        requireList(indicator.chapter());
        return part(part, indicator);
    }

    /**
     * Lists and records of some chapters need a right of their own (D6).
     *
     * @param source that the records come from
     * @throws Refusal 403 where the caller lacks it
     */
    public void requireList(String source) {
        if (!mayList(source)) {
            String scope = Chapter.of(source).flatMap(Chapter::listScope).orElseThrow();
            throw Refusal.of(
                    403,
                    "SCOPE_MISSING",
                    "查看该来源的记录须有权限 " + scope,
                    "Lists and records of this source need the scope " + scope);
        }
    }

    /** Whether the caller may see lists and records of a source. */
    public boolean mayList(String source) {
        return Chapter.of(source).flatMap(Chapter::listScope).map(caller::may).orElse(true);
    }

    /**
     * The list of an indicator that is named so.
     *
     * @param part null: the denominator, which is all records of what is no share
     * @throws Refusal 400 where it has no such list
     */
    public static Part part(String part, Indicator indicator) {
        if (part == null) {
            return Part.DENOMINATOR;
        }
        Part asked =
                Arrays.stream(Part.values())
                        .filter(it -> it.name().equals(part))
                        .findFirst()
                        .orElseThrow(() -> invalidPart());
        if (indicator.kind() != Kind.SHARE || indicator.cohort(asked).isEmpty()) {
            throw invalidPart();
        }
        return asked;
    }

    private static Refusal invalidPart() {
        return Refusal.parameter(
                "part",
                "part 仅用于比率：NUMERATOR、DENOMINATOR，有期限的另有 NOT_YET_DUE、NO_LIMIT",
                "part is for shares: NUMERATOR, DENOMINATOR or, where limits run, NOT_YET_DUE and"
                        + " NO_LIMIT");
    }

    /**
     * {@code dimension:value}, or a row's {@code where} alone where only one dimension has it; of a
     * combination each, separated by a comma.
     */
    private Question narrowed(Question whole, String where) {
        List<String> conditions = Breakdown.codesOf(where);
        if (conditions.size() > 1) {
            return with(whole, code(whole.indicator().whole().table(), conditions));
        }
        int colon = where.indexOf(':');
        String dimension = colon < 0 ? null : where.substring(0, colon);
        String value = where.substring(colon + 1);
        if (value.equals(Breakdown.OWN_LEVEL) && isOr(dimension, "division")) {
            return with(whole, new Where(Breakdown.DIVISION, value));
        }
        if (DivisionCode.valid(value) && isOr(dimension, "division")) {
            Area child = area(value, whole.area().boundaries());
            if (!new DivisionCode(whole.division()).contains(new DivisionCode(value))) {
                throw invalidWhere();
            }
            return new Question(whole.indicator(), child, whole.period(), Where.ALL, whole.part());
        }
        if (isOr(dimension, "month") && value.matches("[0-9]{4}-[0-9]{2}")) {
            Period month = Period.of(value);
            if (month.first().isBefore(whole.period().first())
                    || month.last().isAfter(whole.period().last())) {
                throw invalidWhere();
            }
            return new Question(whole.indicator(), whole.area(), month, Where.ALL, whole.part());
        }
        return with(whole, code(whole.indicator().whole().table(), conditions));
    }

    private static boolean isOr(String dimension, String name) {
        return dimension == null || dimension.equals(name);
    }

    private static Question with(Question whole, Where where) {
        return new Question(whole.indicator(), whole.area(), whole.period(), where, whole.part());
    }

    private static Where code(Table table, List<String> conditions) {
        List<Column> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String condition : conditions) {
            int colon = condition.indexOf(':');
            String value = condition.substring(colon + 1);
            columns.add(column(table, colon < 0 ? null : condition.substring(0, colon), value));
            values.add(value);
        }
        if (columns.size() > MOST_DIMENSIONS) {
            throw invalidWhere();
        }
        return new Where(new Breakdown(By.CODE, columns), String.join(Breakdown.AND, values));
    }

    private static Column column(Table table, String dimension, String value) {
        List<Column> columns =
                table.dimensions().stream()
                        .filter(it -> isOr(dimension, it.name()))
                        .filter(it -> it.knows(value) || value.equals(Breakdown.NO_CODE))
                        .toList();
        if (columns.size() != 1) {
            throw invalidWhere();
        }
        return columns.get(0);
    }

    private static Refusal invalidWhere() {
        return Refusal.parameter(
                "where",
                "where 须为“维度:取值”，例如 disputeType:02、division:OWN_LEVEL",
                "where needs the form dimension:value, such as disputeType:02");
    }

    /** The record or key a page begins after; null for the first page. */
    static String after(String cursor) {
        List<String> parts = Cursor.decode(cursor);
        if (parts.isEmpty()) {
            return null;
        }
        // It enters the text of a statement.
        if (!KEY.matcher(parts.get(0)).matches()) {
            throw Cursor.invalid();
        }
        return parts.get(0);
    }
}
