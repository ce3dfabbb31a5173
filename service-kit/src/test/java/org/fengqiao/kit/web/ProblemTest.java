package org.fengqiao.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final String PATH = "/mediation/v1/cases";

    @Test
    void aRefusalCitesTheLawInTheLanguageAskedFor() {
        Refusal refusal =
                Refusal.of(409, "STEP_FORBIDDEN", "不能受理", "ACCEPT is not allowed").citing("RT 17");
        Problem chinese = Problem.of(refusal, Problem.language(null), PATH);
        assertEquals("urn:fengqiao:problem:step-forbidden", chinese.type());
        assertEquals("与当前状态冲突", chinese.title());
        assertEquals("不能受理", chinese.detail());
        assertEquals("RT 17", chinese.legalBasis());
        assertEquals(PATH, chinese.instance());
        assertNull(chinese.errors());
        Problem english = Problem.of(refusal, Problem.language("en"), PATH);
        assertEquals("Conflict", english.title());
        assertEquals("ACCEPT is not allowed", english.detail());
    }

    @Test
    void faultsNameAPlaceInTheBodyOrAParameter() {
        Refusal refusal =
                Refusal.of(400, "X", "x", "x")
                        .at("/parties/0/name", "甲", "a")
                        .at("limit", "乙", "b");
        assertEquals(
                List.of(
                        new Problem.Place("/parties/0/name", null, "X", "甲"),
                        new Problem.Place(null, "limit", "X", "乙")),
                Problem.of(refusal, Locale.SIMPLIFIED_CHINESE, PATH).errors());
    }

    @Test
    void englishIsGivenOnlyWhereItIsPreferred() {
        for (String chinese :
                new String[] {
                    "zh-CN", "zh, en;q=0.9", "*", "fr", "", "en;q=0", "en;q=0.4, zh", "???"
                }) {
            assertEquals("zh", Problem.language(chinese).getLanguage(), chinese);
        }
        for (String english : new String[] {"en", "en-GB", "fr, en;q=0.5", "en, zh;q=0.8"}) {
            assertEquals("en", Problem.language(english).getLanguage(), english);
        }
    }

    @Test
    void everyExceptionIsSomeRefusal() {
        assertEquals("404 PATH_UNKNOWN", of(new NotFoundException()));
        assertEquals("405 METHOD_NOT_ALLOWED", of(new NotAllowedException("GET")));
        assertEquals("401 TOKEN_MISSING", of(new UnauthorizedException()));
        assertEquals("401 TOKEN_INVALID", of(new AuthenticationFailedException("expired")));
        assertEquals("403 SCOPE_MISSING", of(new ForbiddenException()));
        assertEquals("500 INTERNAL_ERROR", of(new IllegalStateException("a fault of ours")));
        assertEquals("500 INTERNAL_ERROR", of(new IOException("a fault of ours")));
    }

    @Test
    void aRefusalIsFoundUnderWhatWrapsIt() {
        assertEquals(
                "404 NOT_FOUND",
                of(new RuntimeException(new NotFoundException(Refusal.notFound()))));
    }

    @Test
    void aDatabaseConflictIsTheCallersAndAnOutageIsNot() {
        assertEquals(
                "409 CONSTRAINT_VIOLATED",
                of(new RuntimeException(new SQLException("duplicate", "23505"))));
        assertEquals("409 BUSY", of(new SQLException("lock", "55P03")));
        assertEquals("409 BUSY", of(new SQLException("deadlock", "40P01")));
        assertEquals("503 DATABASE_UNAVAILABLE", of(new SQLException("gone", "08006")));
        assertEquals("503 DATABASE_UNAVAILABLE", of(new SQLException("shutdown", "57P01")));
        assertEquals("500 INTERNAL_ERROR", of(new SQLException("syntax", "42601")));
        assertEquals("500 INTERNAL_ERROR", of(new SQLException("none")));
    }

    @Test
    void anUnforeseenFaultTellsNothing() {
        Refusal refusal = ProblemCauses.refusalOf(new IllegalStateException("王小明 13800000001"));
        String body = Problem.of(refusal, Locale.ENGLISH, PATH).toString();
        assertFalse(body.contains("王小明"));
        assertFalse(body.contains("IllegalState"));
    }

    @Test
    void aRefusalNeedsAStatusOfFailure() {
        assertThrows(IllegalArgumentException.class, () -> Refusal.of(200, "X", "x", "x"));
    }

    private static String of(Throwable thrown) {
        Refusal refusal = ProblemCauses.refusalOf(thrown);
        return refusal.status() + " " + refusal.code();
    }
}
