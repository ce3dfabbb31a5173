package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Approximation;
import org.fengqiao.reporting.reports.LeadingZeros;
import org.fengqiao.reporting.reports.Mention;
import org.fengqiao.reporting.reports.Mention.Style;
import org.fengqiao.reporting.reports.Numerals;
import org.fengqiao.reporting.reports.ReportText;
import org.fengqiao.reporting.reports.Written;
import org.fengqiao.reporting.reports.Written.Place;

/** Rules over the paragraphs as they are printed: R5, R11 and R12 over numbers, T over words. */
final class TextRules {

    /** In one sentence, whichever of the two comes first. */
    private static final Pattern FOUGHT =
            Pattern.compile(
                    "%1$s[^。；！？\\n]*?%2$s|%2$s[^。；！？\\n]*?%1$s"
                            .formatted("(?:打击|惩治|惩处|整治|查处)", "越级(?:上访|信访|走访)"));

    private static final Pattern ALL_WITH_COUNSEL =
            Pattern.compile("[^，。；]*决策[^，。；]*(?:均|全部|一律)[^，。；]*法律顾问[^，。；]*");

    /** As the report of 2024 writes the days, and their codes. */
    private static final Map<String, String> THEME_DAYS =
            Map.of(
                    "3.8", "WOMENS_DAY",
                    "3.15", "CONSUMER_RIGHTS_DAY",
                    "6.26", "ANTI_DRUG_DAY",
                    "12.4", "CONSTITUTION_DAY");

    /** Smaller numbers are equal by chance. */
    private static final BigDecimal LEAST_EQUAL = BigDecimal.TEN;

    private TextRules() {}

    /**
     * In the order in which they are shown.
     *
     * @param text of the report
     * @param known what is there for the division
     * @param byThemeDay publicity activities by the days they were held for
     */
    static List<Function<Seen, Check>> all(
            ReportText text, Indicators known, List<Figure> byThemeDay) {
        return List.of(
                seen -> themeDays(seen, text, byThemeDay),
                seen -> equalNeighbours(seen, text, known),
                seen -> approximations(seen, text),
                seen -> leadingZeros(seen, text),
                seen -> denominators(seen, text),
                seen -> all(seen, text));
    }

    /** Rules over words alone, which stand there whatever was reported. */
    static Stream<Check> words(ReportText text, Indicators known, int year) {
        return Stream.of(
                numerals(text, year),
                letters(text.words(year)),
                units(text, known),
                skipLevel(text.sources()));
    }

    /** Every number is a figure, or is declared with a reason: none is typed (T-NUMERAL). */
    static Check numerals(ReportText text, int year) {
        List<String> typed = new ArrayList<>();
        List<String> typedEn = new ArrayList<>();
        for (Written paragraph : text.paragraphs()) {
            Place place = paragraph.place();
            for (String number : Numerals.in(paragraph.words(year))) {
                typed.add("“" + number + "”" + (place == null ? "" : place.zh()));
                typedEn.add(number + (place == null ? "" : place.en()));
            }
        }
        return Check.of(
                "T-NUMERAL",
                Severity.BLOCKING,
                typed.isEmpty(),
                typed.isEmpty()
                        ? "文中各数都引自指标，或者注明了来由。"
                        : "文中有直接写入的数%s：请改为引用指标，如{M-01}；与记录无关的，写作{=数|来由}。"
                                .formatted(String.join("、", typed)),
                typed.isEmpty()
                        ? "Every number of the text is a figure, or declared with a reason"
                        : "Typed numbers: name a figure, as {M-01}, or declare them, as {=100|why}: "
                                + String.join(", ", typedEn),
                List.of());
    }

    /** A number in letters may count something, or be an idiom: a person decides (T-LETTERS). */
    static Check letters(List<String> words) {
        List<String> typed = Numerals.inLetters(words);
        return Check.of(
                "T-LETTERS",
                Severity.WARNING,
                typed.isEmpty(),
                typed.isEmpty()
                        ? "文中没有用汉字写的件数、人次或者比率。"
                        : "文中有用汉字写的数“%s”：是统计数的，请改为引用指标。".formatted(String.join("”“", typed)),
                typed.isEmpty()
                        ? "No count or share is written in letters"
                        : "Numbers in letters: where they count something, name the figure: "
                                + String.join(", ", typed),
                List.of());
    }

    /**
     * Whoever goes to the level above does what the law says (XF 20), and skipping one is no
     * disorder: a report that boasts of fighting it is wrong (D4).
     *
     * @param texts as they are printed
     */
    static Check skipLevel(List<String> texts) {
        List<String> found =
                texts.stream()
                        .flatMap(it -> FOUGHT.matcher(it).results())
                        .map(MatchResult::group)
                        .toList();
        return Check.of(
                "T-SKIP-LEVEL",
                Severity.WARNING,
                found.isEmpty(),
                found.isEmpty()
                        ? "文中没有“打击……越级上访”一类的话。"
                        : "文中有“%s”：到有权处理的本级或者上一级机关走访是合法的，越级走访本身也不是扰乱秩序（《信访工作条例》第二十条），请改写。"
                                .formatted(String.join("”“", found)),
                found.isEmpty()
                        ? "The text does not speak of fighting petitions past a level"
                        : "The text speaks of fighting petitions past a level: to go one level up"
                                + " is lawful, and skipping one is no disorder (XF 20)",
                List.of());
    }

    /** A day that the text names was one on which something was held. */
    private static Check themeDays(Seen seen, ReportText report, List<Figure> byThemeDay) {
        seen.figure("L-01");
        seen.lookAtRecords();
        String text = String.join("", report.sources());
        List<String> held = byThemeDay.stream().map(Figure::where).toList();
        List<String> missing =
                THEME_DAYS.entrySet().stream()
                        .filter(it -> text.contains("“" + it.getKey() + "”"))
                        .filter(it -> !held.contains(it.getValue()))
                        .map(it -> "“" + it.getKey() + "”")
                        .sorted()
                        .toList();
        return Check.of(
                "T-THEME-DAYS",
                Severity.WARNING,
                missing.isEmpty(),
                missing.isEmpty()
                        ? "文中写到的主题日，本期都有活动记录。"
                        : "文中写到%s，本期没有该主题日的活动记录：请补登记，或者改写。".formatted(String.join("、", missing)),
                missing.isEmpty()
                        ? "Something was held on each theme day that the text names"
                        : "No activity is on record of the theme days "
                                + String.join(", ", missing),
                seen.numbers("L-01"));
    }

    /**
     * Twenty and twenty: two sets, or one described twice? Looked at are the numbers of a paragraph
     * that stand next to each other among those of their unit, unless some record may be in both,
     * as 410 settled are of 410 (R5).
     */
    private static Check equalNeighbours(Seen seen, ReportText text, Indicators known) {
        List<String> equal = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (Written paragraph : text.paragraphs()) {
            Map<Unit, Indicator> before = new EnumMap<>(Unit.class);
            for (String code : paragraph.codes()) {
                Indicator it = known.get(code);
                Indicator neighbour = before.put(it.unit(), it);
                // Two shares are often both 100 %.
                if (neighbour != null
                        && it.unit() != Unit.PERCENT
                        && isQuestion(seen.figure(neighbour.code()), seen.figure(code))
                        && areApart(neighbour, it)) {
                    equal.add(said(seen, neighbour) + "和" + said(seen, it));
                    codes.addAll(List.of(neighbour.code(), code));
                }
            }
        }
        return Check.of(
                "R5",
                Severity.WARNING,
                equal.isEmpty(),
                equal.isEmpty()
                        ? "同一段落相邻的同单位数字没有相等的。"
                        : String.join("；", equal) + "，数值相同：请核对是两组，还是同一组写了两次。两数分列，没有相加。",
                equal.isEmpty()
                        ? "No neighbours of one unit are equal"
                        : "Equal neighbours: two sets, or one twice? They are not added",
                seen.numbers(codes.toArray(String[]::new)));
    }

    private static boolean isQuestion(Figure one, Figure other) {
        return one.value() != null
                && other.value() != null
                && one.value().compareTo(other.value()) == 0
                && one.value().compareTo(LEAST_EQUAL) >= 0;
    }

    private static boolean areApart(Indicator one, Indicator other) {
        return !one.whole().table().equals(other.whole().table())
                || one.whole().isApartFrom(other.whole());
    }

    private static String said(Seen seen, Indicator it) {
        return it.title() + seen.figure(it.code()).rendered() + it.unit().label();
    }

    /**
     * 20余 stands for 21 to 29; exactly 20 is 20, and 余 behind an exact number is wrong (R11). Where
     * there is no number there is nothing to approximate: that is told by T-NOT-REPORTED.
     */
    private static Check approximations(Seen seen, ReportText text) {
        List<Mention> mentions =
                text.mentions()
                        .filter(it -> it.is(Style.APPROXIMATE) && !it.is(Style.YEAR_AGO))
                        .toList();
        List<String> wrong = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Mention it : mentions) {
            Figure figure = seen.figure(it.code());
            if (figure.value() == null) {
                without.add(it.code());
            } else if (figure.unit().decimals() > 0
                    || !Approximation.stands(it.print(figure), figure.value())) {
                wrong.add(it.code());
            }
        }
        text.paragraphs().forEach(it -> wrong.addAll(it.exactWithMore()));
        boolean passed = wrong.isEmpty();
        return Check.of(
                "R11",
                Severity.BLOCKING,
                passed,
                passed
                        ? "带“余”的数都由准确数按规则得出（21至29写20余，20写20）%s。"
                                .formatted(
                                        without.isEmpty()
                                                ? ""
                                                : "；%s没有数，无从约写"
                                                        .formatted(String.join("、", without)))
                        : "%s是准确数，后面不能写“余”“多”：准确数直接写，约数写作{指标|余}，由系统按规则得出。"
                                .formatted(String.join("、", wrong)),
                passed
                        ? "Approximate numbers stand for their exact ones"
                        : "Exact numbers that the text calls approximate: "
                                + String.join(", ", wrong),
                seen.numbers(mentions.stream().map(Mention::code).toArray(String[]::new)));
    }

    /** 01人次 is 0 or 1, and nobody may guess which (R12). */
    private static Check leadingZeros(Seen seen, ReportText text) {
        List<String> questions = LeadingZeros.in(String.join("\n", text.typed(0)));
        return Check.of(
                "R12",
                Severity.BLOCKING,
                questions.isEmpty(),
                questions.isEmpty() ? "文中各数没有前导零。" : LeadingZeros.question(questions),
                questions.isEmpty()
                        ? "No number of the text begins with a zero"
                        : "Numbers that begin with a zero, %s: which are meant?"
                                .formatted(String.join(", ", questions)),
                questions.isEmpty()
                        ? List.of()
                        : seen.numbers(text.codes().toArray(String[]::new)));
    }

    /** 人 is not 人次: behind each figure stands its own unit (T-UNIT; of petitions R8). */
    private static Check units(ReportText text, Indicators known) {
        List<String> wrong =
                text.withoutTheirUnit(known).filter(it -> !it.startsWith("P")).toList();
        return Check.of(
                "T-UNIT",
                Severity.BLOCKING,
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? "文中各数后面的单位与指标相符。"
                        : "文中%s后面的单位与指标不符。".formatted(String.join("、", wrong)),
                wrong.isEmpty()
                        ? "Each figure of the text stands with its unit"
                        : "In the text another unit follows " + String.join(", ", wrong),
                List.of());
    }

    /** 均, 全部 and 一律 are true of all of them, and of at least one (D1). */
    private static Check all(Seen seen, ReportText text) {
        List<String> claims =
                text.sources().stream()
                        .flatMap(it -> ALL_WITH_COUNSEL.matcher(it).results())
                        .map(MatchResult::group)
                        .toList();
        Figure share = seen.figure("G-02");
        BigDecimal whole = share.denominator();
        boolean full =
                whole != null && whole.signum() > 0 && share.numerator().compareTo(whole) == 0;
        boolean passed = claims.isEmpty() || full;
        return Check.of(
                "T-ALL",
                Severity.BLOCKING,
                passed,
                passed
                        ? "文中没有与记录不符的“均”“全部”“一律”。"
                        : "文中写“%s”，有法律顾问意见的重大决策是%s项中的%s项，请改写。"
                                .formatted(
                                        String.join("”“", claims),
                                        whole == null ? 0 : whole.toPlainString(),
                                        whole == null ? 0 : share.numerator().toPlainString()),
                passed
                        ? "No “all” of the text is untrue"
                        : "The text says that all major decisions had counsel; not all had",
                seen.numbers("G-02"));
    }

    /** Shares of one paragraph that are shares of different wholes read as if of one (R3). */
    private static Check denominators(Seen seen, ReportText text) {
        List<String> codes = new ArrayList<>();
        for (Written paragraph : text.paragraphs()) {
            List<Mention> shares =
                    paragraph.mentions().stream()
                            .filter(it -> !it.is(Style.YEAR_AGO))
                            .filter(it -> isShareOfSome(seen.figure(it.code())))
                            .toList();
            long wholes =
                    shares.stream()
                            .map(it -> seen.figure(it.code()).denominator().stripTrailingZeros())
                            .distinct()
                            .count();
            List<String> written =
                    shares.stream()
                            .filter(it -> it.is(Style.WITH_PARTS))
                            .map(Mention::code)
                            .toList();
            if (wholes > 1) {
                shares.stream()
                        .map(Mention::code)
                        .filter(it -> !written.contains(it) && !codes.contains(it))
                        .forEach(codes::add);
            }
        }
        String told =
                codes.stream()
                        .map(seen::figure)
                        .map(
                                it ->
                                        "%s%s％（%s/%s）"
                                                .formatted(
                                                        it.title(),
                                                        it.rendered(),
                                                        it.numerator().toPlainString(),
                                                        it.denominator().toPlainString()))
                        .collect(Collectors.joining("、"));
        return Check.of(
                "T-DENOMINATOR",
                Severity.WARNING,
                codes.isEmpty(),
                codes.isEmpty()
                        ? "同一段落的比率分母相同，或者已写明。"
                        : "同一段落的比率分母不同，没有写明分母的：%s。可写作{指标|含分母}，附表已分别列出。".formatted(told),
                codes.isEmpty()
                        ? "Shares of one paragraph are of one whole, or tell theirs"
                        : "Shares of one paragraph are of different wholes, and do not tell them: "
                                + String.join(", ", codes),
                seen.numbers(codes.toArray(String[]::new)));
    }

    private static boolean isShareOfSome(Figure it) {
        return it.denominator() != null && it.denominator().signum() > 0;
    }
}
