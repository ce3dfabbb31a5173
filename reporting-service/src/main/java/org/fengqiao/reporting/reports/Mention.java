package org.fengqiao.reporting.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;

/**
 * A figure named in a text, and how it is printed there: {@code {M-01}}, {@code {L-01|余}}, {@code
 * {M-05|1位}}, {@code {M-12|万元|2位}}, {@code {P-02|含分母}}, {@code {M-01|上年}}.
 *
 * @param decimals places that are printed; absent: as many as the figure has
 */
public record Mention(String code, Set<Style> styles, OptionalInt decimals)
        implements Written.Part {

    static final Pattern FORM = Pattern.compile("\\{([A-Z]-[0-9A-Z-]+)((?:\\|[^{}|]+)*)}");

    private static final String AT = "@";
    private static final Pattern DECIMALS = Pattern.compile("([0-4])位");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How a figure is printed, beside its decimals. */
    public enum Style {
        /** 20余 for 21 to 29 (R11). */
        APPROXIMATE("余"),
        /** An amount in units of ten thousand yuan. */
        TEN_THOUSAND_YUAN("万元"),
        /** A share with its sign and what it is made of: 98.5％（67/68）. */
        WITH_PARTS("含分母"),
        /** The figure of the year before. */
        YEAR_AGO("上年");

        private final String word;

        Style(String word) {
            this.word = word;
        }
    }

    public Mention {
        styles = Set.copyOf(styles);
    }

    /** A mention in the figure's own style. */
    static Mention of(String code) {
        return new Mention(code, Set.of(), OptionalInt.empty());
    }

    /** Reads one; empty where a word behind the code is no style. */
    static Optional<Mention> read(MatchResult found) {
        Set<Style> styles = EnumSet.noneOf(Style.class);
        OptionalInt decimals = OptionalInt.empty();
        List<String> words =
                Arrays.stream(found.group(2).split("\\|")).filter(it -> !it.isEmpty()).toList();
        for (String word : words) {
            Matcher places = DECIMALS.matcher(word);
            Optional<Style> style =
                    Arrays.stream(Style.values()).filter(it -> it.word.equals(word)).findFirst();
            if (places.matches()) {
                decimals = OptionalInt.of(Integer.parseInt(places.group(1)));
            } else if (style.isPresent()) {
                styles.add(style.get());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Mention(found.group(1), styles, decimals));
    }

    @Override
    public String text() {
        return code;
    }

    public boolean is(Style style) {
        return styles.contains(style);
    }

    /** What tells the figure from others of the same text: its code, or {@code M-01@2023}. */
    String key(int year) {
        return is(Style.YEAR_AGO) ? keyOfYearBefore(code, year) : code;
    }

    /** The key of a figure of the year before in a report of that year: {@code M-01@2023}. */
    static String keyOfYearBefore(String code, int year) {
        return code + AT + (year - 1);
    }

    /** The code in a key, of whichever year. */
    static String codeOf(String key) {
        return key.split(AT, 2)[0];
    }

    /** Whether there is a figure of it in a report of the year: one definition is in force. */
    boolean hasFigure(Indicators known, int year) {
        Period of = Period.of(Integer.toString(year));
        return !known.in(is(Style.YEAR_AGO) ? of.yearAgo() : of, List.of(code)).isEmpty();
    }

    /** What it counts: 上年调处矛盾纠纷. */
    String title(Indicators known) {
        return (is(Style.YEAR_AGO) ? Style.YEAR_AGO.word : "") + known.get(code).title();
    }

    /** What may follow it in the text: its unit, or what stands for it. */
    List<String> units(Unit unit) {
        if (is(Style.TEN_THOUSAND_YUAN)) {
            return List.of("万元");
        }
        return unit == Unit.PERCENT ? List.of("％", "%", "个百分点") : List.of(unit.label());
    }

    /** As it is printed; a word where the figure has no value. */
    public String print(Figure figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            return figure.rendered();
        }
        if (is(Style.APPROXIMATE)) {
            return Approximation.of(value);
        }
        String number = plain(figure, is(Style.TEN_THOUSAND_YUAN) ? inTenThousands(value) : value);
        return is(Style.WITH_PARTS)
                ? "%s％（%s/%s）"
                        .formatted(
                                number,
                                figure.numerator().toPlainString(),
                                figure.denominator().toPlainString())
                : number;
    }

    private static BigDecimal inTenThousands(BigDecimal yuan) {
        return yuan.divide(TEN_THOUSAND, 6, Unit.ROUNDING);
    }

    /** With as many decimals as are asked for: a share below 1 is never rounded to 100. */
    private String plain(Figure figure, BigDecimal value) {
        if (decimals.isEmpty()) {
            return value.setScale(Math.min(value.scale(), 2), Unit.ROUNDING)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        BigDecimal rounded = value.setScale(decimals.getAsInt(), Unit.ROUNDING);
        boolean below =
                figure.unit() == Unit.PERCENT
                        && figure.numerator().compareTo(figure.denominator()) < 0;
        return (below && rounded.compareTo(HUNDRED) >= 0
                        ? value.setScale(decimals.getAsInt(), RoundingMode.DOWN)
                        : rounded)
                .toPlainString();
    }
}
