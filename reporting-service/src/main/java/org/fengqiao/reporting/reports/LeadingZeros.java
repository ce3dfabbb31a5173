package org.fengqiao.reporting.reports;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers such as 01人次 in a text: a question, never a value (consistency rule R12). */
public final class LeadingZeros {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9.])0(?=[0-9])([0-9]+)(\\p{IsHan}{0,2})");

    private LeadingZeros() {}

    /** Each such number with the unit behind it. */
    public static List<String> in(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    /** What the clerk is asked: 0 or the number without its zeros. */
    public static String question(List<String> numbers) {
        String asked = numbers.stream().map(LeadingZeros::ask).collect(Collectors.joining());
        return "文中有带前导零的数：" + asked + "请核对原始记录后改正，系统不作猜测。";
    }

    private static String ask(String number) {
        String rest = number.replaceAll("^0+|\\D", "");
        return rest.isEmpty()
                ? "“%s”是0吗？".formatted(number)
                : "“%s”是0还是%s？".formatted(number, rest);
    }
}
