package org.fengqiao.kit.divisions;

import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A 12-digit statistical code (GB/T 2260 and NBS): groups of 2-2-2-3-3 digits for province,
 * prefecture, county, township and village. Unused groups are zero and come last.
 *
 * @param value 12 digits
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {

    /** 东莞, 中山, 儋州: their townships follow the prefecture, as 441900003000. */
    private static final Set<String> WITHOUT_COUNTIES = Set.of("4419", "4420", "4604");

    /** How deep a code reaches. */
    @Schema(name = "DivisionLevel")
    public enum Level {
        PROVINCE(2),
        PREFECTURE(4),
        COUNTY(6),
        TOWNSHIP(9),
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** Length of the prefix that all divisions below share. */
        public int digits() {
            return digits;
        }

        /** The level of the divisions right below; a village has none and stays its own. */
        public Level below() {
            return values()[Math.min(ordinal() + 1, values().length - 1)];
        }
    }

    /**
     * @throws IllegalArgumentException unless {@link #valid}
     */
    public DivisionCode {
        if (!valid(value)) {
            throw new IllegalArgumentException(
                    "Not a division code (12 digits, zero groups last): " + value);
        }
    }

    /**
     * Whether the text is a code: 12 digits, a province, and no group after a zero group but the
     * townships of a prefecture without counties.
     */
    public static boolean valid(String text) {
        if (text == null
                || text.length() != 12
                || !text.chars().allMatch(it -> it >= '0' && it <= '9')
                || text.startsWith("00")) {
            return false;
        }
        boolean ended = false;
        int from = 0;
        for (Level level : Level.values()) {
            boolean zero = text.substring(from, level.digits).chars().allMatch(it -> it == '0');
            boolean skips = level == Level.TOWNSHIP && hasNoCounties(text);
            if (ended && !zero && !skips) {
                return false;
            }
            ended = zero;
            from = level.digits;
        }
        return true;
    }

    private static boolean hasNoCounties(String code) {
        return WITHOUT_COUNTIES.contains(code.substring(0, Level.PREFECTURE.digits));
    }

    /** The last group that is not zero. */
    public Level level() {
        Level deepest = Level.PROVINCE;
        for (Level level : Level.values()) {
            if (level != Level.PROVINCE
                    && !value.equals(cut(value, Level.values()[level.ordinal() - 1]))) {
                deepest = level;
            }
        }
        return deepest;
    }

    /** The level of the divisions right below it. */
    public Level levelBelow() {
        Level level = level();
        return level == Level.PREFECTURE && hasNoCounties(value) ? Level.TOWNSHIP : level.below();
    }

    /** The division one level up; none above a province. */
    public Optional<DivisionCode> parent() {
        Level level = level();
        return level == Level.PROVINCE
                ? Optional.empty()
                : Optional.of(new DivisionCode(cut(value, Level.values()[level.ordinal() - 1])));
    }

    /** The division of that level that this one lies in; itself where it is no deeper. */
    public DivisionCode in(Level level) {
        return new DivisionCode(cut(value, level));
    }

    /** The shared start of this division's codes: 2, 4, 6, 9 or 12 digits. */
    public String prefix() {
        return value.substring(0, level().digits);
    }

    /** First code of the range that holds this division and all below it: its own. */
    public String first() {
        return value;
    }

    /** Last code of that range, e.g. {@code 410423106999} for a township. */
    public String last() {
        return prefix() + "9".repeat(12 - level().digits);
    }

    /** Whether the other division is this one or lies below it. */
    public boolean contains(DivisionCode other) {
        return other.value.startsWith(prefix());
    }

    private static String cut(String code, Level level) {
        return code.substring(0, level.digits) + "0".repeat(12 - level.digits);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
