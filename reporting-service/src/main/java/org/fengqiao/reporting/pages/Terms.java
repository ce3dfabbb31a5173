package org.fengqiao.reporting.pages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.figures.Breakdown;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Unit;

/**
 * What things are called in the reader's language. In English columns, codes and kinds of records
 * go by their own names in the API, put into words; names of places stay Chinese.
 */
record Terms(Language language) {

    // @formatter:off
    // Codes of mediation-service's list that are numbers, and tell nothing by themselves.
    private static final Map<String, String> DISPUTE_TYPES = Map.ofEntries(
            Map.entry("01", "Marriage and family"),   Map.entry("02", "Neighbourhood"),
            Map.entry("03", "House and homestead"),   Map.entry("04", "Contract"),
            Map.entry("05", "Production and business"), Map.entry("06", "Damages"),
            Map.entry("07", "Forest and land"),       Map.entry("08", "Expropriation and demolition"),
            Map.entry("09", "Pollution"),             Map.entry("10", "Labour"),
            Map.entry("11", "Tourism"),               Map.entry("12", "Consumer"),
            Map.entry("13", "Medical"),               Map.entry("14", "Traffic accident"),
            Map.entry("15", "Property management"),   Map.entry("16", "Intellectual property"),
            Map.entry("17", "Internet"),              Map.entry("99", "Other"));
    // @formatter:on

    boolean english() {
        return language == Language.EN;
    }

    String of(String zh, String en) {
        return english() ? en : zh;
    }

    String title(Indicator it) {
        return of(it.title(), it.titleEn());
    }

    String chapter(Chapter it) {
        return english()
                ? switch (it) {
                    case LEGAL -> "Legal services and administration by law";
                    case MEDIATION -> "Mediation of disputes";
                    case PETITION -> "Petitions and visits";
                }
                : it.title();
    }

    String unit(Unit it) {
        return english()
                ? switch (it) {
                    case CASE -> "cases";
                    case SESSION -> "sessions";
                    case DOCUMENT -> "documents";
                    case ITEM -> "items";
                    case TIME -> "times";
                    case PERSON -> "persons";
                    case PERSON_TIME -> "person-times";
                    case BATCH -> "batches";
                    case YUAN -> "yuan";
                    case HOUR -> "hours";
                    case PERCENT -> "%";
                }
                : it.label();
    }

    String kind(Table it) {
        return of(it.label(), words(it.name().replaceFirst("_fact$", "")));
    }

    String column(Column it) {
        return of(it.label(), words(it.name()));
    }

    /** A code of a column; of a number that no list here names the number. */
    String code(Column column, String code) {
        if (!english()) {
            return column.word(code);
        }
        return column.name().equals("disputeType")
                ? DISPUTE_TYPES.getOrDefault(code, code)
                : words(code);
    }

    /** The codes of a list. */
    String codes(Column column, String list) {
        return english()
                ? Stream.of(list.split("\\|", -1))
                        .filter(it -> !it.isEmpty())
                        .map(Terms::words)
                        .collect(Collectors.joining(", "))
                : column.wordsOf(list);
    }

    /** By what a figure is divided: （按月）. */
    String by(Breakdown by) {
        return switch (by.by()) {
            case NONE -> "";
            case MONTH -> of("（按月）", " by month");
            case DIVISION -> of("（按下级区划）", " by division");
            case CODE -> {
                Column first = by.dimensions().get(0);
                yield of(
                        "（按" + first.label() + "）",
                        " by " + words(first.name()).toLowerCase(Locale.ROOT));
            }
        };
    }

    /**
     * A row of a breakdown.
     *
     * @param by as it was asked for
     */
    String row(Figure row, Breakdown by) {
        return switch (by.by()) {
            case NONE -> "";
            case MONTH -> month(row.where());
            case DIVISION ->
                    row.where().equals(Breakdown.OWN_LEVEL)
                            ? of(row.whereLabel(), "Own level")
                            : row.whereLabel();
            case CODE ->
                    row.where().equals(Breakdown.NO_CODE)
                            ? of(row.whereLabel(), "Not stated")
                            : code(by.dimensions().get(0), row.where());
        };
    }

    private String month(String yearAndMonth) {
        Month month = Month.of(Integer.parseInt(yearAndMonth.substring(5)));
        return of(month.getValue() + "月", month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
    }

    String flag(boolean it) {
        return it ? of("是", "Yes") : of("否", "No");
    }

    /** A number as it is printed: 1,234.5 in both languages. */
    static String number(BigDecimal value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** {@code closedOn}, {@code OWN_INITIATIVE} and {@code mediation_case} as words. */
    private static String words(String name) {
        String apart =
                name.matches("[A-Z0-9_]+") ? name : name.replaceAll("([a-z])([A-Z])", "$1_$2");
        String lower = apart.replace('_', ' ').toLowerCase(Locale.ROOT);
        return lower.isEmpty()
                ? lower
                : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
