package org.fengqiao.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that clients should leave: each answer says so (headers {@code Deprecation}, RFC
 * 9745; {@code Sunset}, RFC 8594; {@code Link}), and so does its document. From the day {@link
 * #until} on it answers 410.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /** Day from which it is deprecated, ISO, in Asia/Shanghai: {@code 2027-03-01}. */
    String since();

    /**
     * First day on which it is gone, ISO, in Asia/Shanghai; twelve months after {@link #since} or
     * more, or the service is not built.
     */
    String until();

    /** Path of what takes its place, {@code /mediation/v2/cases}; empty where nothing does. */
    String successor() default "";
}
