package org.fengqiao.kit.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fengqiao.testkit.Platform;

/** What the verifier says of the service's journal. */
public final class Proofs {

    private Proofs() {}

    /** Rows of the journal that were changed, removed or inserted past the door. */
    public static List<String> broken() {
        Map<String, String> config = Platform.config();
        List<String> found = new ArrayList<>();
        try (Connection connection = Platform.postgres().connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            new Verification(
                            connection,
                            new AuditKeys(Path.of(config.get("fengqiao.audit.key-file"))),
                            new CheckpointFile(
                                    Path.of(config.get("fengqiao.audit.checkpoint-file"))),
                            it -> {
                                if (it.table().equals("journal")) {
                                    found.add(it.toString());
                                }
                            })
                    .run();
            return found;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
