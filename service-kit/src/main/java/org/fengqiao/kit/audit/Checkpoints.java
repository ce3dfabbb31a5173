package org.fengqiao.kit.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Signs checkpoints where there are new links. The chain first gets a link that one of this number
 * is due, which the checkpoint covers: a line that is cut from the file's end is missed there, and
 * one that a crash kept from being written is written at the next start.
 */
final class Checkpoints {

    private static final Logger LOG = Logger.getLogger(Checkpoints.class);

    private final String service;
    private final AuditKeys keys;
    private final Clock clock;
    private final Connection connection;
    private final CheckpointFile file;
    private final Duration mostAge;
    private final long mostLinks;
    private long number;
    private long signedSeq;
    private Instant signedAt;

    /** What stands in the chain of the checkpoint that is due: its number, and what it covers. */
    private record Due(long number, long seq, byte[] link) {}

    Checkpoints(
            Config settings,
            AuditKeys keys,
            Clock clock,
            Connection connection,
            CheckpointFile file) {
        this.service = settings.getValue("fengqiao.service", String.class);
        this.keys = keys;
        this.clock = clock;
        this.connection = connection;
        this.file = file;
        this.mostAge =
                Duration.ofSeconds(setting(settings, "fengqiao.audit.checkpoint-seconds", 60));
        this.mostLinks = setting(settings, "fengqiao.audit.checkpoint-links", 10_000);
        this.signedAt = clock.instant();
    }

    private static long setting(Config settings, String name, long otherwise) {
        return settings.getOptionalValue(name, Long.class).orElse(otherwise);
    }

    /**
     * Takes up the numbers where chain and file stand, and says where these do not agree. Rows may
     * have been linked meanwhile: what is written now is what was due then.
     */
    void resume(Chain chain, ChainState state) throws SQLException, IOException {
        Due due = lastDue(chain);
        String line = file.lastLine();
        Checkpoint last = read(line);
        long written = last == null ? 0 : last.number();
        number = Math.max(due.number(), written);
        signedSeq = due.seq();
        if (last == null) {
            // The first one at once: without a file nobody could tell whether it was taken away.
            signedAt = Instant.EPOCH;
        } else {
            state.signed(last.number(), Instant.parse(last.at()));
        }
        if (due.number() == written + 1) {
            write(due, Map.of(), state);
        } else if (due.number() != written || last != null && last.seq() != signedSeq) {
            state.torn();
            LOG.errorf(
                    "The file of checkpoints ends with number %d, the chain of the audit with %d:"
                            + " run deploy/verify-audit",
                    written, due.number());
        }
    }

    /**
     * Null where there is none, or none that this service signed: the chain must go on all the
     * same.
     */
    private Checkpoint read(String line) {
        try {
            return line == null ? null : Checkpoint.of(line, keys);
        } catch (IllegalArgumentException changed) {
            return null;
        }
    }

    private Due lastDue(Chain chain) throws SQLException {
        String sql =
                """
                select row_id, seq, link
                from %s.audit_chain
                where tab = ?
                order by audit_chain.row_xid desc, audit_chain.row_id desc
                limit 1
                """
                        .formatted(chain.home().schema());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, Checkpoint.TABLE);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Due(row.getLong(1), row.getLong(2), row.getBytes(3))
                        : new Due(0, 0, null);
            }
        }
    }

    void signWhereDue(List<Chain> chains, ChainState state) throws SQLException, IOException {
        long links = chains.get(0).seq() - signedSeq;
        boolean old = Duration.between(signedAt, clock.instant()).compareTo(mostAge) >= 0;
        if (links >= mostLinks || links > 0 && old) {
            sign(chains, state);
        }
    }

    /** Signs where there are new links in the ordinary chain; the others go along. */
    void sign(List<Chain> chains, ChainState state) throws SQLException, IOException {
        Chain chain = chains.get(0);
        if (chain.seq() == signedSeq) {
            return;
        }
        chain.linkCheckpoint(number + 1);
        connection.commit();
        Map<String, byte[]> apart = new TreeMap<>();
        for (Chain it : chains.subList(1, chains.size())) {
            apart.put(it.home().schema(), Checkpoint.sealed(keys, it.seq(), it.last()));
        }
        write(new Due(number + 1, chain.seq(), chain.last()), apart, state);
    }

    private void write(Due due, Map<String, byte[]> apart, ChainState state) throws IOException {
        String before = file.lastLine();
        Instant now = clock.instant();
        Checkpoint checkpoint =
                new Checkpoint(
                        service,
                        due.number(),
                        now.toString(),
                        due.seq(),
                        due.link(),
                        apart,
                        before == null ? null : Checkpoint.digest(before));
        file.append(checkpoint.line(keys));
        number = due.number();
        signedSeq = due.seq();
        signedAt = now;
        state.signed(number, now);
    }
}
