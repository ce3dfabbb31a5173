package org.fengqiao.legal.registers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id of a record of another register, such as an adviser's. It must be known here; a ledger
 * names the record by the name of its person, or by its id.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refers {

    /** The other register's path: {@code legal-advisers}. */
    String value();
}
