package org.fengqiao.kit.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The command behind {@code deploy/verify-audit}: verifies one service and prints what was seen.
 * Exit code 0: nothing found, 1: something was, 2: it could not be verified.
 */
public final class VerifyAudit {

    private static final int MOST_PRINTED = 1000;

    // Its answer is its output: this is no service, and nothing of it belongs into a log.
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private VerifyAudit() {}

    /**
     * {@code --service NAME --url JDBC-URL --user USER --keys FILE --checkpoints FILE}; the
     * password comes from {@code PGPASSWORD}.
     */
    public static void main(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        try {
            Runtime.getRuntime().exit(verified(given) ? 0 : 1);
        } catch (SQLException | IOException | RuntimeException e) {
            OUT.println("cannot be verified 无法核验: " + e.getMessage());
            Runtime.getRuntime().exit(2);
        }
    }

    private static boolean verified(Map<String, String> given) throws SQLException, IOException {
        String service = given.get("--service");
        AuditKeys keys = new AuditKeys(Path.of(given.get("--keys")));
        CheckpointFile file = new CheckpointFile(Path.of(given.get("--checkpoints")));
        try (Connection connection =
                DriverManager.getConnection(
                        given.get("--url"), given.get("--user"), System.getenv("PGPASSWORD"))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long[] printed = {0};
            Verification.Totals totals =
                    new Verification(
                                    connection,
                                    keys,
                                    file,
                                    it -> {
                                        if (printed[0]++ < MOST_PRINTED) {
                                            OUT.println(service + ": ✗ " + it);
                                        }
                                    })
                            .run();
            print(service, totals);
            return totals.findings == 0;
        }
    }

    private static void print(String service, Verification.Totals it) {
        it.rows.forEach((table, rows) -> OUT.printf("%s: %s: %d rows 行%n", service, table, rows));
        OUT.printf(
                "%s: links 链环 %d, checkpoints 签名检查点 %d, rows not linked yet 尚未入链 %d%n",
                service, it.links, it.checkpoints, it.unlinked);
        OUT.printf(
                "%s: adopted at the beginning 启用时接收 %d, rewritten lawfully 依法改写 %d, removed lawfully 依法移除 %d%n",
                service, it.adopted, it.rewritten, it.removed);
        if (it.findings == 0) {
            OUT.printf("%s: ✓ nothing found 未发现篡改%n", service);
        } else {
            OUT.printf("%s: ✗ findings 发现 %d%n", service, it.findings);
        }
    }
}
