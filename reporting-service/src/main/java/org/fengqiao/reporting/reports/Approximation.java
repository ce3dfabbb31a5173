package org.fengqiao.reporting.reports;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The style 20余 of an exact number: 21 to 29 are 20余, 20 is 20 (consistency rule R11). */
public final class Approximation {

    private static final BigInteger TEN = BigInteger.TEN;

    private Approximation() {}

    /** The number in that style; below ten there is nothing to leave out. */
    public static String of(BigDecimal exact) {
        BigInteger number = exact.toBigIntegerExact();
        BigInteger tens = number.divide(TEN).multiply(TEN);
        return tens.signum() == 0 || tens.equals(number) ? number.toString() : tens + "余";
    }

    /** Whether the printed text may stand for the exact number. */
    public static boolean stands(String printed, BigDecimal exact) {
        return printed.equals(of(exact));
    }
}
