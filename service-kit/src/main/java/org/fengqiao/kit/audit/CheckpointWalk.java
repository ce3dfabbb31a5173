package org.fengqiao.kit.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** Reads the file of checkpoints beside the chain: each is there, in order, signed, and fits. */
final class CheckpointWalk {

    /** Takes what is found. */
    @FunctionalInterface
    interface Findings {
        void find(Finding.Kind kind, String table, long id, String text);
    }

    static final String FILE = "checkpoints";
    private static final long WAIT_NANOS = 300_000_000;

    private final Connection connection;
    private final AuditKeys keys;
    private final BufferedReader lines;
    private final long oldBytes;
    private final Findings findings;
    private final Set<String> schemas = new TreeSet<>();
    private long readBytes;
    private long lineNumber;
    private long number;
    private String before;
    private Checkpoint held;
    private boolean waited;

    /**
     * A walk from the first line on.
     *
     * @param oldBytes the file's size before the chain was looked at: what stands behind it may be
     *     of links that are newer than that
     */
    CheckpointWalk(
            Connection connection,
            AuditKeys keys,
            BufferedReader lines,
            long oldBytes,
            Findings findings) {
        this.connection = connection;
        this.keys = keys;
        this.lines = lines;
        this.oldBytes = oldBytes;
        this.findings = findings;
    }

    /** The chain says here that a checkpoint was signed. */
    void due(Link link, byte[] value) throws IOException {
        Checkpoint it = held == null ? next() : held;
        held = null;
        while (it != null && it.number() < link.rowId()) {
            missed(it);
            it = next();
        }
        if (it == null && !waited) {
            // The line of a checkpoint is written a moment after its link.
            waited = true;
            LockSupport.parkNanos(WAIT_NANOS);
            it = next();
        }
        if (it == null) {
            findings.find(
                    Finding.Kind.CUT, FILE, link.rowId(), "the chain was signed, the file ends");
        } else if (it.number() > link.rowId()) {
            held = it;
            findings.find(Finding.Kind.CUT, FILE, link.rowId(), "the file does not have it");
        } else if (it.seq() != link.seq() || !Arrays.equals(it.link(), value)) {
            findings.find(Finding.Kind.CHANGED, FILE, it.number(), "another chain was signed");
        }
    }

    /**
     * The chain ends here.
     *
     * @return how many lines the file has
     */
    long end() throws IOException {
        Checkpoint it = held == null ? next() : held;
        while (it != null && isOld()) {
            missed(it);
            it = next();
        }
        return lineNumber;
    }

    /** Whether the line read last was there before the chain was looked at. */
    private boolean isOld() {
        return readBytes <= oldBytes;
    }

    private void missed(Checkpoint it) {
        findings.find(
                Finding.Kind.CUT,
                "audit_chain",
                it.seq(),
                "checkpoint " + it.number() + " was signed over a link that is gone");
    }

    /** The next line that was signed; null at the end. */
    private Checkpoint next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            readBytes += line.length() + 1;
            try {
                Checkpoint it = Checkpoint.of(line, keys);
                boolean follows =
                        before == null
                                ? it.previous() == null
                                : Checkpoint.digest(before).equals(it.previous());
                if (!follows || it.number() != number + 1) {
                    findings.find(
                            Finding.Kind.CUT,
                            FILE,
                            it.number(),
                            "it does not follow the line before");
                }
                number = it.number();
                before = line;
                schemas.addAll(it.apart().keySet());
                return it;
            } catch (IllegalArgumentException changed) {
                before = line;
                number++;
                findings.find(
                        Finding.Kind.CHANGED, FILE, lineNumber, "the line is not what was signed");
            }
        }
        return null;
    }

    /**
     * Of all chains apart that were ever signed: one that is gone is not in the newest line, and no
     * chain ends lawfully.
     */
    Set<String> schemas() {
        return schemas;
    }

    /** Holds a chain apart against what was signed of it. */
    void apart(Chain.Home home) throws IOException, SQLException {
        String sql = "select link from %s.audit_chain where seq = ?".formatted(home.schema());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (Checkpoint it = next(); it != null; it = next()) {
                Checkpoint.Place place = it.opened(keys, home.schema());
                if (isOld() && place != null && !stands(select, place)) {
                    findings.find(
                            Finding.Kind.CUT,
                            home.table("audit_chain"),
                            place.seq(),
                            "a link that was signed is gone or another");
                    return;
                }
            }
        }
    }

    private static boolean stands(PreparedStatement select, Checkpoint.Place place)
            throws SQLException {
        select.setLong(1, place.seq());
        try (ResultSet row = select.executeQuery()) {
            return row.next() && Arrays.equals(row.getBytes(1), place.link());
        }
    }
}
