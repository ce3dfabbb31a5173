package org.fengqiao.kit.journal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.FeedCursor;
import org.fengqiao.kit.web.Page;

/** Reads the journal: the history of a record and the feed of all changes. */
@ApplicationScoped
public class Journal {

    /**
     * A step of a record's history.
     *
     * @param on the business date; absent for corrections and voidings
     * @param at the moment of entry
     * @param by the person's subject at the identity provider
     */
    @Schema(name = "HistoryStep")
    public record Step(
            int version, String step, LocalDate on, OffsetDateTime at, String by, String reason) {

        /** For who may not read free text. */
        public Step withoutReason() {
            return new Step(version, step, on, at, by, null);
        }
    }

    /** A change in the feed: which record now has which version by which step. */
    @Schema(name = "RecordChange")
    public record Change(
            String kind,
            UUID id,
            int version,
            String step,
            LocalDate on,
            OffsetDateTime at,
            String href) {}

    /** What a sealed reason is bound to, beside its record. */
    static final String TABLE = "journal";

    static final String REASON = "reason";

    // The parameter of the feed.

    private final AgroalDataSource dataSource;
    private final PersonalData personalData;
    private final Map<String, String> paths;

    Journal(AgroalDataSource dataSource, PersonalData personalData, Instance<RecordKind> kinds) {
        this.dataSource = dataSource;
        this.personalData = personalData;
        this.paths =
                StreamSupport.stream(kinds.spliterator(), false)
                        .collect(Collectors.toMap(RecordKind::name, RecordKind::path));
    }

    /**
     * The steps of one record, oldest first; that it was erased is the last of them, and no version
     * of its own. The caller has already been allowed to read it.
     */
    public List<Step> history(UUID recordId) {
        String sql =
                """
                select version, step, business_date, at, subject, reason
                from journal
                where record_id = ?
                union all
                select version, 'ERASE', erased_on, erased_at, by, null
                from erased_record
                where record_id = ?
                order by version, at
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, recordId);
            select.setObject(2, recordId);
            try (ResultSet row = select.executeQuery()) {
                List<Step> steps = new ArrayList<>();
                while (row.next()) {
                    steps.add(
                            new Step(
                                    row.getInt(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, OffsetDateTime.class),
                                    row.getString(5),
                                    personalData.decrypt(
                                            row.getString(6), TABLE, recordId, REASON)));
                }
                return steps;
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    /**
     * The changes after a {@link FeedCursor}.
     *
     * @return a page whose {@code next} is always present: the place to go on from
     */
    public Page<Change> changes(Scope scope, String after, int limit, String root) {
        FeedCursor place = FeedCursor.of(after);
        String sql =
                """
                select xid::text, id, kind, record_id, version, step, business_date, at
                from journal
                where %s
                  and %s
                order by %s
                limit ?
                """
                        .formatted(
                                FeedCursor.behind(TABLE),
                                scope.sql("division"),
                                FeedCursor.order(TABLE));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int i = place.set(select, 1);
            for (String argument : scope.arguments()) {
                select.setString(i++, argument);
            }
            select.setInt(i, limit);
            return page(select, root, place.text());
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private Page<Change> page(PreparedStatement select, String root, String start)
            throws SQLException {
        List<Change> changes = new ArrayList<>();
        String next = start;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String kind = row.getString(3);
                UUID id = row.getObject(4, UUID.class);
                changes.add(
                        new Change(
                                kind,
                                id,
                                row.getInt(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class),
                                row.getObject(8, OffsetDateTime.class),
                                root + paths.get(kind) + "/" + id));
                next = new FeedCursor(row.getString(1), row.getLong(2)).text();
            }
        }
        return new Page<>(changes, next);
    }
}
