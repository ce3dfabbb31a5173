package org.fengqiao.reporting.documents;

import java.time.LocalDate;

/**
 * The last two lines of an official document that is to be sealed: the date four characters in from
 * the right, the issuer centred above it (GB/T 9704-2012, 7.3.5.1).
 *
 * @param date in Arabic numerals, without leading zeros
 * @param issuerIndent hundredths of a character in from the right; {@code dateIndent} likewise
 */
record Signature(String issuer, String date, int issuerIndent, int dateIndent) {

    private static final int IN = 400;
    private static final double TWIPS_OF_A_CHARACTER = 315.8;

    static Signature of(String issuer, LocalDate day) {
        String date =
                "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        int width = width(issuer);
        // A long name would run over the edge: then the date moves in under its middle.
        int middle = Math.max(IN + width(date) / 2, width / 2);
        return new Signature(issuer, date, middle - width / 2, middle - width(date) / 2);
    }

    /** An indent in the measure of Word: twentieths of a point. */
    public long twips(int indent) {
        return Math.round(indent * TWIPS_OF_A_CHARACTER / 100);
    }

    /** In hundredths of a Chinese character: two digits take the place of one. */
    private static int width(String text) {
        return text.codePoints().map(it -> it < 0x80 ? 50 : 100).sum();
    }
}
