package org.fengqiao.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.fengqiao.testkit.Fuzz;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/**
 * No request, however odd, breaks the service, surprises its client or tells of others. In a
 * database of its own: of calendars, forms and records it leaves a mess.
 */
@QuarkusTest
@QuarkusTestResource(
        value = Platform.class,
        initArgs = @ResourceArg(name = Platform.DATABASE, value = "apart"),
        restrictToAnnotatedClass = true)
class FuzzTest {

    @Test
    void noRequestBreaksWhatTheDocumentPromises() throws SQLException {
        Fuzz.between(new GuardTest().walk(), new GuardTest().walk()).findsNothing();
    }
}
