package org.fengqiao.kit.privacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fengqiao.kit.web.Refusal;

/** The citizen's identity number, 18 characters (GB 11643). */
public final class IdentityNumber {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** As it is stored: half width, without blanks around, the check digit X in upper case. */
    public static String normal(String number) {
        return number == null
                ? null
                : Normalizer.normalize(number, Normalizer.Form.NFKC)
                        .strip()
                        .toUpperCase(Locale.ROOT);
    }

    /**
     * As it is stored; {@code null} stays {@code null}.
     *
     * @throws Refusal 422 {@code IDENTITY_NUMBER} at the pointer, for one that is not valid
     */
    public static String require(String number, String pointer) {
        String normal = normal(number);
        if (normal != null && !isValid(normal)) {
            throw Refusal.of(422, "IDENTITY_NUMBER", "身份证号码校验不符", "Identity number is wrong")
                    .at(pointer, "18位，末位为校验码", "18 characters, the last one a check digit");
        }
        return normal;
    }

    /**
     * Whether form and check digit are right. The region is not checked: codes change, and an
     * unknown one is no error (definitions D3).
     */
    public static boolean isValid(String number) {
        if (!FORM.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11) == number.charAt(17);
    }
}
