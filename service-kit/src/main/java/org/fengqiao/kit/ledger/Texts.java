package org.fengqiao.kit.ledger;

import java.text.Normalizer;

/** The two forms in which a cell's text is compared. */
final class Texts {

    private Texts() {}

    /** Full width made narrow, all blanks removed: for titles, codes, dates and numbers. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\uFEFF\\u200B]+", "");
    }

    /** A column title without its blanks, unit in brackets and star: {@code 涉案金额（元）*} is 涉案金额. */
    static String title(String text) {
        return plain(text).replaceAll("[*★]|\\(必填\\)", "").replaceFirst("\\([^()]{1,8}\\)$", "");
    }

    /** Free text as it was written, without blanks around it. */
    static String trimmed(String text) {
        return text.replaceAll("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$", "");
    }
}
