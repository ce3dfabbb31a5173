package org.fengqiao.legal.registers;

import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Coded;

/** Between a component and the cell that holds it. */
final class Cells {

    private Cells() {}

    /**
     * What the cell says, as the component's type; null where it is blank. Not for what refers to a
     * record: see {@link References}.
     */
    static Object read(Part part, LedgerRow row) {
        String title = part.titleZh();
        if (!row.has(title)) {
            return part.items() == null ? null : List.of();
        }
        if (part.codes() != null) {
            return part.items() == null
                    ? constant(part, row.code(title))
                    : row.texts(title).stream().distinct().map(it -> constant(part, it)).toList();
        }
        if (part.items() != null) {
            return row.texts(title);
        }
        Class<?> type = part.type();
        if (type == LocalDate.class) {
            return row.date(title);
        }
        if (type == Integer.class) {
            return row.integer(title);
        }
        if (type == BigDecimal.class) {
            return amount(part, row.amount(title));
        }
        if (type == UUID.class) {
            return id(row, title);
        }
        return type == Boolean.class ? row.yesNo(title) : row.text(title);
    }

    /** An id in full: a shortened one is read as another. */
    private static UUID id(LedgerRow row, String title) {
        String text = row.text(title);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as a shortened one is: neither is said again.
        }
        throw row.refuse(title, "UUID_INVALID", "应为编号（UUID）", "Must be an id, a UUID");
    }

    private static Object constant(Part part, String code) {
        return Stream.of(part.codes().getEnumConstants())
                .filter(it -> ((Coded) it).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A ledger reads amounts to the cent: 4.00 hours are 4.0, while 4.25 stay to be refused. */
    private static BigDecimal amount(Part part, BigDecimal read) {
        Digits digits = part.annotation(Digits.class);
        BigDecimal plain = read.stripTrailingZeros();
        return digits == null || plain.scale() > digits.fraction()
                ? read
                : read.setScale(digits.fraction(), RoundingMode.UNNECESSARY);
    }

    /** What an export writes of an opened record. */
    static Object written(Part part, Object open) {
        Object value = part.of(open);
        if (part.codes() == null || value == null) {
            return value instanceof UUID id ? id.toString() : value;
        }
        return part.items() == null
                ? ((Coded) value).code()
                : ((List<?>) value).stream().map(it -> ((Coded) it).code()).toList();
    }
}
