package org.fengqiao.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose refusals are audited in a table of its own, shaped like {@code read_audit}:
 * where even that somebody asked is nobody else's business.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AuditedIn {

    /** The table, with its schema. */
    String value();
}
