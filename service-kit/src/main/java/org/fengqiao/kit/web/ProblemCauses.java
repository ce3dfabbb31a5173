package org.fengqiao.kit.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Which refusal an exception is. What is not foreseen is logged and answered 500, telling nothing.
 */
final class ProblemCauses {

    private static final Logger LOG = Logger.getLogger(ProblemCauses.class);

    private ProblemCauses() {}

    static Refusal refusalOf(Throwable thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause() == it ? null : it.getCause()) {
            Refusal known = known(it);
            if (known != null) {
                return logged(known, thrown);
            }
        }
        if (isCutOff(thrown)) {
            return Refusal.of(
                    400,
                    "BODY_UNREADABLE",
                    "请求体无法读取（不完整或格式错误）",
                    "The body cannot be read: cut off or malformed");
        }
        if (thrown instanceof WebApplicationException web) {
            return logged(ofStatus(web.getResponse().getStatus()), thrown);
        }
        return logged(ofStatus(500), thrown);
    }

    /** Headers that belong to an answer 401 (RFC 6750). */
    static Map<String, String> headersOf(Throwable thrown) {
        String error = thrown instanceof UnauthorizedException ? "" : ", error=\"invalid_token\"";
        return Map.of("WWW-Authenticate", "Bearer realm=\"fengqiao\"" + error);
    }

    private static Refusal known(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return refusal;
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return ConstraintFaults.of(violations);
        }
        if (thrown instanceof ForbiddenException) {
            return scopeMissing(List.of());
        }
        if (thrown instanceof AuthenticationFailedException) {
            return Refusal.of(
                    401,
                    "TOKEN_INVALID",
                    "访问令牌无效、已过期或不是发给本系统的",
                    "The access token is invalid, expired or not meant for this system");
        }
        if (thrown instanceof UnauthorizedException) {
            return Refusal.of(
                    401, "TOKEN_MISSING", "请求须带访问令牌（Bearer）", "A bearer token is required");
        }
        return thrown instanceof SQLException sql ? ofDatabase(sql) : null;
    }

    private static Refusal ofDatabase(SQLException thrown) {
        // The pool's own, when no connection is free in time: it has no state and no type.
        String message = String.valueOf(thrown.getMessage());
        return thrown.getSQLState() == null && message.contains("cquisition timeout")
                ? ofStatus(503)
                : ofDatabase(thrown.getSQLState());
    }

    /**
     * For who may not take an operation.
     *
     * @param scopes any of which would do; empty where nobody knows
     */
    static Refusal scopeMissing(List<String> scopes) {
        return Refusal.of(
                403,
                "SCOPE_MISSING",
                "访问令牌没有该操作所需的权限" + (scopes.isEmpty() ? "" : " " + String.join(" 或 ", scopes)),
                "The access token lacks the scope of this operation"
                        + (scopes.isEmpty() ? "" : ": " + String.join(" or ", scopes)));
    }

    /** By PostgreSQL's condition (Appendix A); {@code null} where it is a fault of ours. */
    static Refusal ofDatabase(String sqlState) {
        String state = sqlState == null ? "" : sqlState;
        if (state.startsWith("23")) {
            return Refusal.of(
                    409,
                    "CONSTRAINT_VIOLATED",
                    "与已有数据冲突（重复，或引用的记录不存在）",
                    "In conflict with stored data (a duplicate, or a reference to no record)");
        }
        if (state.equals("55P03") || state.equals("40001") || state.equals("40P01")) {
            return Refusal.of(
                    409, "BUSY", "记录正被他人修改，请稍后重试", "The record is being changed: try again");
        }
        if (state.equals("57014")) {
            return Refusal.of(
                    503,
                    "STATEMENT_TIMED_OUT",
                    "查询超过时限，已中止：请缩小范围，或稍后重试",
                    "A statement took too long and was given up: ask for less, or try again");
        }
        if (state.matches("(08|53|57).*|25P03")) {
            return Refusal.of(
                    503,
                    "DATABASE_UNAVAILABLE",
                    "数据库暂时不可用，请稍后重试",
                    "The database is unavailable: try again");
        }
        return null;
    }

    /** The refusal of a bare status, as the container gives it. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 400 -> Refusal.of(400, "REQUEST_INVALID", "请求有误", "The request is invalid");
            case 401 ->
                    Refusal.of(
                            401, "TOKEN_MISSING", "请求须带访问令牌（Bearer）", "A bearer token is required");
            case 403 -> Refusal.of(403, "FORBIDDEN", "没有权限", "Not allowed");
            case 404 -> Refusal.of(404, "PATH_UNKNOWN", "没有该路径", "There is no such path");
            case 405 ->
                    Refusal.of(
                            405,
                            "METHOD_NOT_ALLOWED",
                            "该路径不支持此方法",
                            "The path does not take this method");
            case 406 ->
                    Refusal.of(
                            406,
                            "NOT_ACCEPTABLE",
                            "无法按 Accept 提供",
                            "Nothing that Accept allows can be given");
            case 413 -> BodyLimit.exceeded(BodyLimit.FILE_BYTES);
            case 415 ->
                    Refusal.of(
                            415,
                            "MEDIA_TYPE_UNSUPPORTED",
                            "不支持该 Content-Type",
                            "This Content-Type is not supported");
            case 503 ->
                    Refusal.of(503, "UNAVAILABLE", "服务繁忙，请稍后重试", "The service is busy: try again");
            default ->
                    status >= 400 && status < 500
                            ? Refusal.of(
                                    status, "REQUEST_INVALID", "请求有误", "The request is invalid")
                            : Refusal.of(
                                    500,
                                    "INTERNAL_ERROR",
                                    "服务内部错误，请把 X-Request-Id 告知管理员",
                                    "An internal error: tell the operator the X-Request-Id");
        };
    }

    /** Whether reading the request failed: the multipart parser tells so by a bare exception. */
    private static boolean isCutOff(Throwable thrown) {
        return thrown instanceof IOException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0]
                        .getClassName()
                        .startsWith("org.jboss.resteasy.reactive.server");
    }

    private static Refusal logged(Refusal refusal, Throwable thrown) {
        // What was refused on purpose is no fault: under load it would fill the log.
        if (refusal.status() >= 500 && refusal != thrown) {
            LOG.errorf(thrown, "Answered %d %s", refusal.status(), refusal.code());
        }
        return refusal;
    }
}
