package org.fengqiao.legal.registers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.web.Labelled;

/** A component of what a record says. */
final class Part {

    static final String DIVISION = "division";

    private static final Set<String> CODES = Set.of(Said.DIVISION, Said.INDICATOR);

    private final RecordComponent component;
    private final Field field;

    Part(RecordComponent component) {
        this.component = component;
        try {
            this.field = component.getDeclaringRecord().getDeclaredField(component.getName());
            component.getAccessor().setAccessible(true);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return component.getName();
    }

    Class<?> type() {
        return component.getType();
    }

    Object of(Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    <A extends Annotation> A annotation(Class<A> type) {
        return field.getAnnotation(type);
    }

    private boolean has(Class<? extends Annotation> type) {
        return field.isAnnotationPresent(type);
    }

    boolean isSealed() {
        return has(Sealed.class);
    }

    boolean isDay() {
        return type() == LocalDate.class;
    }

    /** The records of a list of records; null of anything else. */
    Class<?> records() {
        return items() instanceof Class<?> item && item.isRecord() ? item : null;
    }

    /** The type of a list's items; null where it is none. */
    Type items() {
        return List.class.isAssignableFrom(type())
                ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : null;
    }

    /** The codes that it holds, one or several; null where it holds none. */
    Class<?> codes() {
        Type single = items() == null ? type() : items();
        return single instanceof Class<?> it && it.isEnum() ? it : null;
    }

    /**
     * Whether events carry it: codes, dates, counts, ids and divisions, by their types. A text is
     * none of them, unless its pattern leaves room for nothing but a code.
     */
    boolean isPublished() {
        if (type() == String.class) {
            Pattern pattern = annotation(Pattern.class);
            return pattern != null && CODES.contains(pattern.regexp());
        }
        return codes() != null
                || isDay()
                || type() == UUID.class
                || Number.class.isAssignableFrom(type())
                || type() == Boolean.class;
    }

    boolean isRequired() {
        Sealed sealed = annotation(Sealed.class);
        return has(NotNull.class)
                || has(NotBlank.class)
                || has(NotEmpty.class)
                || sealed != null && sealed.required();
    }

    /** Whether it is made here: what a request says of it is put aside. */
    boolean isDerived() {
        Schema schema = annotation(Schema.class);
        return schema != null && schema.readOnly();
    }

    /** The register of the record whose id it is; null where it is none. */
    String register() {
        Refers refers = annotation(Refers.class);
        return refers == null ? null : refers.value();
    }

    /** Whether a row of the ledger says the first of its records. */
    boolean isFirstInLedger() {
        Ledger ledger = annotation(Ledger.class);
        return records() != null && ledger != null && ledger.first();
    }

    /** Whether it is an id that a ledger tells as it is: a blank cell leaves it as it stands. */
    boolean isId() {
        return type() == UUID.class && register() == null;
    }

    /** Whether the ledger has a column of it; of an id that names no record only where told to. */
    boolean isColumn() {
        Ledger ledger = annotation(Ledger.class);
        boolean kept = ledger == null || !ledger.absent();
        boolean readable = type() != UUID.class || register() != null || ledger != null;
        return kept && readable && !isDerived() && records() == null;
    }

    /** The Chinese word of the title, which is the column's name. */
    String titleZh() {
        return title()[0];
    }

    String titleEn() {
        return title()[1];
    }

    private String[] title() {
        Schema schema = annotation(Schema.class);
        if (schema == null || !schema.title().contains(" ")) {
            throw new IllegalStateException(field + " has no title in Chinese and English");
        }
        return schema.title().split(" ", 2);
    }

    /**
     * @param whole the part of the record that it is, or is in: of a list that may be empty none of
     *     its columns is required
     */
    LedgerColumn column(Part whole) {
        Ledger ledger = annotation(Ledger.class);
        LedgerColumn column = typed(title()[0], title()[1]);
        column =
                whole == this && isRequired() && !name().equals(DIVISION)
                        ? column.required()
                        : column;
        column = items() == null ? column : column.many();
        column = isSealed() || register() != null ? column.personal() : column;
        return ledger == null ? column : column.alias(ledger.alias());
    }

    private LedgerColumn typed(String zh, String en) {
        if (codes() != null) {
            List<Labelled> codes =
                    Stream.of(codes().getEnumConstants()).map(Labelled.class::cast).toList();
            LedgerColumn column = LedgerColumn.code(zh, en, codes);
            for (Labelled it : codes) {
                column = column.word(it, it.label().aliases().toArray(String[]::new));
            }
            return column;
        }
        if (isDay()) {
            return LedgerColumn.date(zh, en);
        }
        if (type() == Integer.class) {
            return LedgerColumn.integer(zh, en);
        }
        if (type() == BigDecimal.class) {
            return name().endsWith("Yuan")
                    ? LedgerColumn.amount(zh, en)
                    : LedgerColumn.decimal(zh, en);
        }
        if (type() == Boolean.class) {
            return LedgerColumn.yesNo(zh, en);
        }
        Size size = annotation(Size.class);
        LedgerColumn text = LedgerColumn.text(zh, en);
        return size == null || items() != null ? text : text.maxLength(size.max());
    }
}
