package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Approximation;
import org.fengqiao.reporting.reports.LeadingZeros;
import org.fengqiao.reporting.reports.Paragraph;
import org.fengqiao.reporting.reports.Wording;

/** Rules over the paragraphs as they are printed: R5, R11 and R12 over numbers, T over words. */
final class TextRules {

    /** In one sentence, whichever of the two comes first. */
    private static final Pattern FOUGHT =
            Pattern.compile(
                    "%1$s[^。；！？\\n]*?%2$s|%2$s[^。；！？\\n]*?%1$s"
                            .formatted("(?:打击|惩治|惩处|整治|查处)", "越级(?:上访|信访|走访)"));

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
     * @param wording the text of the division
     * @param byThemeDay publicity activities by the days they were held for
     */
    static List<Function<Seen, Check>> all(Wording wording, List<Figure> byThemeDay) {
        return List.of(
                seen -> themeDays(seen, wording, byThemeDay),
                seen -> equalNeighbours(seen, wording),
                seen -> approximations(seen, wording),
                seen -> leadingZeros(seen, wording));
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
    private static Check themeDays(Seen seen, Wording wording, List<Figure> byThemeDay) {
        seen.figure("L-01");
        String text = wording.text(Chapter.LEGAL);
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
    private static Check equalNeighbours(Seen seen, Wording wording) {
        List<String> equal = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (Chapter chapter : Chapter.values()) {
            Map<Unit, Indicator> before = new EnumMap<>(Unit.class);
            for (String code : wording.references(chapter)) {
                Indicator it = Catalogue.find(code).orElseThrow();
                Indicator neighbour = before.put(it.unit(), it);
                if (neighbour != null
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

    /** 20余 stands for 21 to 29; exactly 20 is 20 (R11). */
    private static Check approximations(Seen seen, Wording wording) {
        List<String> codes = wording.approximated();
        List<String> wrong =
                codes.stream()
                        .filter(
                                it ->
                                        !Approximation.stands(
                                                Paragraph.print(seen.figure(it), true),
                                                seen.value(it)))
                        .toList();
        return Check.of(
                "R11",
                Severity.BLOCKING,
                wrong.isEmpty(),
                codes.isEmpty()
                        ? "文中各数均为准确数，没有“余”。"
                        : "带“余”的数须由准确数按规则得出（21至29写20余，20写20），不符%d个。".formatted(wrong.size()),
                codes.isEmpty()
                        ? "All numbers of the text are exact"
                        : "%d approximate numbers do not stand for their exact ones"
                                .formatted(wrong.size()),
                seen.numbers(codes.toArray(String[]::new)));
    }

    /** 01人次 is 0 or 1, and nobody may guess which (R12). */
    private static Check leadingZeros(Seen seen, Wording wording) {
        String[] codes = wording.references().toArray(String[]::new);
        String text =
                Arrays.stream(Chapter.values())
                        .map(it -> wording.printed(it, seen::figure))
                        .collect(Collectors.joining());
        List<String> questions = LeadingZeros.in(text);
        return Check.of(
                "R12",
                Severity.BLOCKING,
                questions.isEmpty(),
                questions.isEmpty() ? "文中各数没有前导零。" : LeadingZeros.question(questions),
                questions.isEmpty()
                        ? "No number of the text begins with a zero"
                        : "Numbers that begin with a zero, %s: which are meant?"
                                .formatted(String.join(", ", questions)),
                questions.isEmpty() ? List.of() : seen.numbers(codes));
    }
}
