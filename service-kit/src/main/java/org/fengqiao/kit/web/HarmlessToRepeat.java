package org.fengqiao.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that may be sent twice and is no change of a record: it asks for neither {@code
 * Idempotency-Key} nor {@code If-Match}, and its OpenAPI document says so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HarmlessToRepeat {}
