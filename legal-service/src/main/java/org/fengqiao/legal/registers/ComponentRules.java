package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.web.Refusal;

/** What the annotations of components ask for. */
@ApplicationScoped
class ComponentRules {

    private final References references;
    private final Validator validator;

    ComponentRules(References references, Validator validator) {
        this.references = references;
        this.validator = validator;
    }

    /** Refuses (422) what Bean Validation refuses: a row of a ledger came past it. */
    void requireValid(Said read) {
        Refusal refusal = Refusal.of(422, "VALUE_INVALID", "数值或者长度不符", "A value is out of bounds");
        for (ConstraintViolation<Said> it : validator.validate(read)) {
            String pointer =
                    "/" + it.getPropertyPath().toString().replaceAll("\\]?[\\[.]|\\]", "/");
            refusal = refusal.at(pointer, it.getMessage(), it.getMessage());
        }
        if (!refusal.faults().isEmpty()) {
            throw refusal;
        }
    }

    /**
     * Refuses (422), beside what Bean Validation does, a required text that is missing, a day in
     * the future or before another, and an id of no record.
     *
     * @param standing null of a new record
     */
    <S extends Said> void require(S given, S standing, Looking looking) {
        Parts<S> parts = Parts.of(given);
        for (Part part : parts.all()) {
            Object value = part.of(given);
            String place = looking.place(part.name());
            if (value == null) {
                requireNoText(part, place);
            } else if (value instanceof String text && text.isBlank()) {
                throw Refusal.of(422, "BLANK", "内容不能只有空格", "A text of blanks says nothing")
                        .at(place, "不能为空白", "must not be blank");
            } else if (part.register() != null) {
                // What it names may have been voided since, or, of what another service tells, come
                // later: that is no fault of this record.
                boolean named = standing != null && Objects.equals(value, part.of(standing));
                if (!named && !looking.own()) {
                    references.require(part.register(), (UUID) value, given.division(), place);
                }
            } else if (part.isDay() && !part.isDerived()) {
                requireDay(part, (LocalDate) value, given, looking);
            }
        }
    }

    private static void requireNoText(Part part, String place) {
        Sealed sealed = part.annotation(Sealed.class);
        if (sealed != null && sealed.required()) {
            throw Refusal.of(422, "REQUIRED", "缺少必填内容", "Something required is missing")
                    .at(place, "必填", "required");
        }
    }

    private static void requireDay(Part part, LocalDate day, Said given, Looking looking) {
        String place = looking.place(part.name());
        if (part.annotation(Ahead.class) == null) {
            Days.requirePast(day, looking.today(), place);
        }
        NotBefore first = part.annotation(NotBefore.class);
        if (first != null) {
            LocalDate other = (LocalDate) Parts.of(given).named(first.value()).of(given);
            Days.requireNotBefore(day, other, place);
        }
    }
}
