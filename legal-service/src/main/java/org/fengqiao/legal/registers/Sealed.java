package org.fengqiao.legal.registers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that names a person, or may: kept as ciphertext, not in lists, shown in clear for {@code
 * persons:read} with a purpose only. Left out of a correction it stays as it was: who corrects need
 * not have seen it.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sealed {

    /** What may be shown of it to others. */
    enum Mask {
        /** Nothing. */
        HIDDEN,
        /** 李**. */
        NAME,
        /** 138****0001. */
        PHONE
    }

    Mask mask() default Mask.HIDDEN;

    /** Whether a new record needs it. */
    boolean required() default false;
}
