package org.fengqiao.kit.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fengqiao.kit.journal.ErasedRecords;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.journal.Statements;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/** Records that nobody may erase, whatever their age. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class LegalHolds {

    private static final String TABLE = "legal_hold";

    private final AgroalDataSource dataSource;
    private final RetainedRecords records;
    private final PersonalData personalData;
    private final Clock clock;

    LegalHolds(
            AgroalDataSource dataSource,
            RetainedRecords records,
            PersonalData personalData,
            Clock clock) {
        this.dataSource = dataSource;
        this.records = records;
        this.personalData = personalData;
        this.clock = clock;
    }

    /**
     * Holds a record; one that is held already stays so. The record is locked: an erasure has
     * either ended before or finds the hold.
     *
     * @throws Refusal 409 {@code RECORD_ERASED} where it comes too late
     */
    @Transactional
    RetainedRecords.Retained hold(UUID id, Scope scope, String reason, String by) {
        String sql =
                """
                insert into legal_hold (record_id, kind, reason, held_at, held_by)
                values (?, ?, ?, ?, ?)
                on conflict (record_id) where released_at is null do nothing
                """;
        RetainedRecords.Retained found = records.get(id, scope);
        try (Connection connection = dataSource.getConnection()) {
            RetainedRecords.Retained it = records.lock(connection, records.rule(found.kind()), id);
            if (it.erasedOn() != null) {
                throw ErasedRecords.refused();
            }
            Statements.run(connection, sql, id, it.kind(), sealed(id, "reason", reason), now(), by);
            return records.get(id, scope);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /** Ends a hold; a record that is not held stays so. */
    @Transactional
    RetainedRecords.Retained release(UUID id, Scope scope, String reason, String by) {
        String sql =
                """
                update legal_hold
                set release_reason = ?, released_at = ?, released_by = ?
                where record_id = ? and released_at is null
                """;
        records.get(id, scope);
        try (Connection connection = dataSource.getConnection()) {
            Statements.run(connection, sql, sealed(id, "releaseReason", reason), now(), by, id);
            return records.get(id, scope);
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String sealed(UUID id, String column, String reason) {
        return personalData.encrypt(reason, TABLE, id, column);
    }
}
