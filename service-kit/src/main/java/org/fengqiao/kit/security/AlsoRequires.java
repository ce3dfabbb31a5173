package org.fengqiao.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A scope that an operation asks for beside the one of its {@code @RolesAllowed}: 403 without it.
 * Its OpenAPI document names it ({@code x-also-required-scopes}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AlsoRequires {

    /** The setting that names the scope by which a service's records are written. */
    String WRITING = "fengqiao.write-scope";

    /** A scope, or {@link #WRITING}. */
    String value();
}
