package org.fengqiao.kit.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row's number: 〔2024〕12号, 2024年第12号, 第012号 and 12 are one serial, with its year where it is
 * written.
 *
 * @param year absent where the number does not say
 * @param serial without leading zeros; any other style of number in capitals, without blanks
 */
record SerialNumber(Integer year, String serial) {

    // What stands before the year (瓦调字) names the office and is no part of the number.
    private static final Pattern BRACKETED =
            Pattern.compile("[^0-9〔\\[(【]*[〔\\[(【]([12][0-9]{3})年?[〕\\])】]第?0*([0-9]{1,9})号?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("([12][0-9]{3})[年-]第?0*([0-9]{1,9})号?");
    private static final Pattern ALONE = Pattern.compile("第?0*([0-9]{1,9})号?");

    static SerialNumber of(String text) {
        String plain = Texts.plain(text);
        for (Pattern withYear : new Pattern[] {BRACKETED, YEAR_FIRST}) {
            Matcher matcher = withYear.matcher(plain);
            if (matcher.matches()) {
                return new SerialNumber(Integer.valueOf(matcher.group(1)), matcher.group(2));
            }
        }
        Matcher alone = ALONE.matcher(plain);
        return new SerialNumber(
                null, alone.matches() ? alone.group(1) : plain.toUpperCase(java.util.Locale.ROOT));
    }

    /** {@code 2024-12}, or {@code 12} where no year is written. */
    @Override
    public String toString() {
        return year == null ? serial : year + "-" + serial;
    }
}
