package org.fengqiao.reporting.reports;

import java.math.BigDecimal;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.reports.Edition.Value;

/** A value in words; where there is none, why: a dash would tell nothing. */
record Said(String zh, String en) {

    static Said of(Status status, BigDecimal value) {
        return switch (status) {
            case OK, NIL_REPORTED -> new Said(plain(value), plain(value));
            case NOT_REPORTED -> new Said("〔未报告〕", "not reported");
            case NO_DENOMINATOR -> new Said("〔没有分母〕", "a share of nothing");
            case PARTIAL -> new Said("〔数据不全〕", "incomplete");
            case SUPPRESSED -> new Said("〔不公开〕", "not made public");
        };
    }

    /** Of a share with what it is made of: 100（9/9） is not 100（10/10）. */
    static Said of(Value it) {
        Said value = of(it.status(), it.value());
        if (it.value() == null || it.denominator() == null) {
            return value;
        }
        String parts = plain(it.numerator()) + "/" + plain(it.denominator());
        return new Said("%s（%s）".formatted(value.zh, parts), "%s (%s)".formatted(value.en, parts));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
