package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.patiently;
import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.local;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.GuardWalk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Visit;
import org.junit.jupiter.api.Test;

/** No operation lets in who should not be, or takes what it should not. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GuardTest {

    private static final String RUNNING =
            "select count(*) from public.rebuild where state not in ('DONE', 'FAILED')";

    // The register knows no township of the tests.
    private static final String KNOWN = "410423106000";

    private final String home = Api.township();
    private final String foreign = Api.township();

    @Test
    void everyOperationIsGuarded() throws SQLException {
        Events.publish(Events.agreedCase(home, "TOWNSHIP", "2024-03-05"));
        awaitCount(home, "M-01", "2024", 1);
        GuardWalk.between(home, foreign)
                .visiting(
                        common("listIndicators"),
                        local("listFigures")
                                .query("indicator", "M-01")
                                .query("division", home)
                                .query("period", "2024"),
                        local("getReceipt")
                                .at("indicator", "M-01")
                                .at("division", home)
                                .at("period", "2024")
                                .flat(),
                        local("listDivisions").query("parent", home),
                        local("getDivision").at("code", KNOWN).by(KNOWN),
                        local("listChecks").query("division", home).query("period", "2024"),
                        local("getMediationParagraph")
                                .at("division", home)
                                .at("year", "2024")
                                .flat(),
                        local("getPetitionParagraph")
                                .at("division", home)
                                .at("year", "2024")
                                .flat(),
                        local("getLegalParagraph").at("division", home).at("year", "2024").flat(),
                        confirmation("putConfirmation"),
                        confirmation("getConfirmation"),
                        confirmation("withdrawConfirmation"),
                        common("listDeadLetters"),
                        common("retryDeadLetter").at("id", mendedLetter()),
                        common("getFactParity"),
                        common("compareFacts"),
                        common("getRebuild").at("id", finishedRebuild()),
                        common("startRebuild"))
                .findsNothing();
        // The walk's own rebuild may still run: the next test is not to find it running.
        patiently().until(() -> text(RUNNING).equals("0"));
    }

    private Visit confirmation(String operationId) {
        return local(operationId)
                .at("division", home)
                .at("month", "2024-03")
                .at("chapter", "mediation")
                .flat();
    }

    /** A dead letter whose reason is gone: the code it has is known now. */
    private String mendedLetter() throws SQLException {
        Snapshot odd =
                Events.agreedCase(home, "TOWNSHIP", "2024-03-06").with("difficulty", "STRANGE");
        Events.publish(odd);
        String letter = "from dead_letter where record_id = '" + odd.id() + "'";
        patiently().until(() -> text("select count(*) " + letter).equals("1"));
        return text(
                """
                update dead_letter
                set body = convert_to(
                    replace(convert_from(body, 'UTF8'), '"STRANGE"', '"MAJOR"'), 'UTF8')
                where record_id = '%s'
                returning id
                """
                        .formatted(odd.id()));
    }

    private String finishedRebuild() {
        String started =
                Api.as(home)
                        .post("/reporting/v1/rebuilds")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id")
                        .toString();
        patiently()
                .until(
                        () ->
                                Api.as(home)
                                        .get("/reporting/v1/rebuilds/" + started)
                                        .path("state")
                                        .equals("DONE"));
        return started;
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
