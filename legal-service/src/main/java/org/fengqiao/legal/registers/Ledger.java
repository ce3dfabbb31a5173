package org.fengqiao.legal.registers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is particular about a component's column in the ledger. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ledger {

    /** Other titles that offices give the column. */
    String[] alias() default {};

    /** Of a list of records: whether a row says the first of them, a column per component. */
    boolean first() default false;

    /** Whether the ledger has no column of it: it is entered over the API. */
    boolean absent() default false;
}
