package org.fengqiao.kit.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fengqiao.kit.web.Coded;

/** Reads a cell as its column says: the value, or the reason why it is none. */
final class Values {

    private static final Pattern SEPARATORS = Pattern.compile("[、,，;；\\n]+");
    private static final Pattern INTEGER =
            Pattern.compile("([0-9]{1,9})(?:人|件|次|个|户|起|名|条|份|场|轮)?(?:次)?");
    private static final Pattern AMOUNT =
            Pattern.compile("[¥￥]?([0-9]{1,13}(?:\\.[0-9]{1,8})?)(万|亿)?元?整?");
    private static final Pattern DECIMAL =
            Pattern.compile("([0-9]{1,13}(?:\\.[0-9]{1,2})?)(?:个?小时|学时|课时|%)?");
    private static final Pattern QUOTES = Pattern.compile("[“”\"‘’「」]");
    private static final int DIGITS_OF_A_NUMBER = 15;
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("9999999999999.99");

    private Values() {}

    /**
     * A String, SerialNumber, LocalDate, Integer, BigDecimal or Boolean; a list for a column with
     * several.
     */
    static Object read(Cell cell, LedgerColumn column, int year) throws BadCell {
        if (cell.broken()) {
            throw new BadCell(
                    "CELL_FORMULA",
                    "公式出错或没有计算结果",
                    "The formula has an error or was never computed");
        }
        if (!column.is(LedgerColumn.Trait.MANY)) {
            return single(cell, column, year);
        }
        List<Object> values = new ArrayList<>();
        for (String part : SEPARATORS.split(cell.text())) {
            Cell one = Cell.of(part);
            if (one != null) {
                values.add(single(one, column, year));
            }
        }
        return List.copyOf(values);
    }

    private static Object single(Cell cell, LedgerColumn column, int year) throws BadCell {
        return switch (column.type()) {
            case TEXT -> text(whole(cell), column.maxLength());
            case NUMBER -> SerialNumber.of(text(cell.text(), column.maxLength()));
            case DATE -> Dates.read(cell, year);
            case INTEGER -> integer(Texts.plain(cell.text()));
            case AMOUNT -> amount(Texts.plain(cell.text()));
            case DECIMAL -> decimal(Texts.plain(cell.text()));
            case CODE -> code(word(cell), column);
            case YES_NO -> yesNo(Texts.plain(cell.text()));
        };
    }

    /**
     * Excel keeps 15 digits of a number: an identity number kept as one has lost its last three.
     */
    private static String whole(Cell cell) throws BadCell {
        if (cell.number() != null
                && cell.number().precision() - cell.number().scale() > DIGITS_OF_A_NUMBER) {
            throw new BadCell(
                    "CELL_ROUNDED",
                    "数字超过15位，Excel 已舍去末位：请将单元格设为文本后重新填写",
                    "A number of more than 15 digits: Excel has rounded it; enter it as text");
        }
        return cell.text();
    }

    private static String text(String text, int maxLength) throws BadCell {
        // An export writes '=1+1 for =1+1; read back, it is the same text.
        String value = text.matches("(?s)'[=+\\-@].*") ? text.substring(1) : text;
        if (value.codePointCount(0, value.length()) > maxLength) {
            throw new BadCell(
                    "CELL_TOO_LONG",
                    "超过" + maxLength + "字",
                    "Longer than " + maxLength + " characters");
        }
        if (value.chars()
                .anyMatch(
                        it ->
                                Character.isISOControl(it)
                                        && it != '\n'
                                        && it != '\r'
                                        && it != '\t')) {
            throw new BadCell("CELL_CONTROL", "含有不可见的控制字符", "Holds control characters");
        }
        return value;
    }

    private static Integer integer(String text) throws BadCell {
        Matcher matcher = INTEGER.matcher(text.replaceAll("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", ""));
        if (!matcher.matches()) {
            throw new BadCell("CELL_INTEGER", "应为不小于0的整数", "Must be a whole number, 0 or more");
        }
        String digits = matcher.group(1);
        if (digits.length() > 1 && digits.startsWith("0")) {
            throw new BadCell(
                    "CELL_LEADING_ZERO",
                    "“" + digits + "”不明确：是0还是" + Integer.valueOf(digits) + "？请改写",
                    "Unclear: 0 or " + Integer.valueOf(digits) + "? Write one of them");
        }
        return Integer.valueOf(digits);
    }

    private static BigDecimal amount(String text) throws BadCell {
        Matcher matcher = AMOUNT.matcher(text.replaceAll("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", ""));
        if (!matcher.matches()) {
            throw new BadCell(
                    "CELL_AMOUNT",
                    "应为金额（元），如 12000 或 1.2万元",
                    "Must be an amount in yuan: 12000 or 1.2万元");
        }
        BigDecimal yuan = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2)));
        if (yuan.stripTrailingZeros().scale() > 2 || yuan.compareTo(MAX_AMOUNT) > 0) {
            throw new BadCell(
                    "CELL_AMOUNT",
                    "金额须精确到分且小于十万亿元",
                    "An amount ends at the cent and is below 10^13 yuan");
        }
        return yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal decimal(String text) throws BadCell {
        Matcher matcher = DECIMAL.matcher(text);
        if (!matcher.matches()) {
            throw new BadCell(
                    "CELL_DECIMAL",
                    "应为数字，最多两位小数，如 4 或 1.5小时",
                    "Must be a number with at most two decimals: 4 or 1.5小时");
        }
        return new BigDecimal(matcher.group(1)).setScale(2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal unit(String name) {
        if (name == null) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(name.equals("万") ? 10_000 : 100_000_000);
    }

    /**
     * Without the quotes of “3.15”国际消费者权益保障日. Of 3-8 Excel makes a date of the year it is typed in:
     * as a word it is 3月8日 again.
     */
    private static String word(Cell cell) {
        return cell.date() == null
                ? QUOTES.matcher(Texts.plain(cell.text())).replaceAll("")
                : cell.date().getMonthValue() + "月" + cell.date().getDayOfMonth() + "日";
    }

    private static String code(String word, LedgerColumn column) throws BadCell {
        Coded code = column.codeOf(word).orElse(null);
        if (code == null) {
            String words = column.codes().stream().map(Coded::zh).collect(Collectors.joining("、"));
            throw new BadCell("CELL_CODE", "不在代码表内，应为：" + words, "Not in the code list: " + words);
        }
        return code.code();
    }

    private static Boolean yesNo(String word) throws BadCell {
        if (Arrays.asList("是", "有", "√", "Y", "YES", "TRUE", "1")
                .contains(word.toUpperCase(java.util.Locale.ROOT))) {
            return true;
        }
        if (Arrays.asList("否", "无", "×", "N", "NO", "FALSE", "0")
                .contains(word.toUpperCase(java.util.Locale.ROOT))) {
            return false;
        }
        throw new BadCell("CELL_YES_NO", "应为“是”或“否”", "Must be 是 (yes) or 否 (no)");
    }
}
