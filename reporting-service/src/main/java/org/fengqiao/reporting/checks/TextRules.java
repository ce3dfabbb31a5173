package org.fengqiao.reporting.checks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.reports.Approximation;
import org.fengqiao.reporting.reports.LeadingZeros;
import org.fengqiao.reporting.reports.Paragraph;

/** Rules over the numbers as the paragraphs print them: R11, R12. */
final class TextRules {

    private TextRules() {}

    static List<String> needed() {
        return Arrays.stream(Chapter.values())
                .flatMap(it -> Paragraph.references(it).stream())
                .toList();
    }

    static List<Function<Seen, Check>> all() {
        return List.of(TextRules::approximations, TextRules::leadingZeros);
    }

    /** 20余 stands for 21 to 29; exactly 20 is 20 (R11). */
    private static Check approximations(Seen seen) {
        List<String> codes = Paragraph.approximated();
        List<String> wrong =
                codes.stream()
                        .filter(
                                it ->
                                        !Approximation.stands(
                                                Paragraph.print(seen.figure(it)), seen.value(it)))
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
    private static Check leadingZeros(Seen seen) {
        String[] codes = needed().toArray(String[]::new);
        String text =
                Arrays.stream(Chapter.values())
                        .map(it -> Paragraph.printed(it, seen::figure))
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
