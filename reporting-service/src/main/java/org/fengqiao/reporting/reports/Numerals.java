package org.fengqiao.reporting.reports;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that were typed into a text: each must be a figure, or declared with a reason. Days,
 * years, document numbers, articles and the numbers of hotlines count nothing, and are none.
 */
public final class Numerals {

    /** Each may stand in a text as it is. */
    private static final String NO_COUNT =
            Stream.of(
                            "“[0-9]{1,2}[.·][0-9]{1,2}”", // a theme day
                            "[0-9]{4}年(度|[0-9]{1,2}月([0-9]{1,2}日)?)?",
                            "[0-9]{1,2}月[0-9]{1,2}日",
                            "[0-9]{1,2}([至—~-][0-9]{1,2})?月份?",
                            "〔[0-9]{4}〕[0-9]+号",
                            "第[0-9]+[条章项]",
                            "(?<![0-9])123(45|48)(?![0-9])") // the hotlines
                    .collect(Collectors.joining("|"));

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<none>"
                            + NO_COUNT
                            + ")|[0-9０-９]+([.．][0-9０-９]+)?[余多]?[％%万亿]?\\p{IsHan}{0,3}");

    private static final Pattern LETTERS =
            Pattern.compile(
                    "百分之[〇零一二三四五六七八九十百]+"
                            + "|[〇零一二两三四五六七八九十百千万]*[二两三四五六七八九十百千万][余多]?"
                            + "(件|起|场次|份|人次|户|批次|万元)"
                            + "|[〇零一二两三四五六七八九十百千万]*[十百千万]余\\p{IsHan}{0,2}");

    private Numerals() {}

    /**
     * Each typed number with what follows it: {@code 410件}.
     *
     * @param words of the text, figures and declared numbers left out
     */
    public static List<String> in(List<String> words) {
        return words.stream().flatMap(Numerals::typed).map(MatchResult::group).toList();
    }

    /** The same in one piece of text, with their places. */
    public static Stream<MatchResult> typed(String words) {
        return NUMBER.matcher(words).results().filter(Numerals::counts);
    }

    /** Numbers in Chinese letters with a unit or 余 behind: 四百一十件, 百分之百, 二十余个. */
    public static List<String> inLetters(List<String> words) {
        return words.stream()
                .flatMap(it -> LETTERS.matcher(it).results())
                .map(MatchResult::group)
                .toList();
    }

    /** Whether what begins there is a day, a document, or another number that counts nothing. */
    static boolean isNone(String text, int start) {
        return NUMBER.matcher(text)
                .results()
                .anyMatch(it -> !counts(it) && it.start() <= start && start < it.end());
    }

    private static boolean counts(MatchResult found) {
        return found.group(1) == null;
    }
}
