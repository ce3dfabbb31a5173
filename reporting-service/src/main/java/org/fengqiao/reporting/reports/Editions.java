package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengqiao.reporting.documents.Format;
import org.fengqiao.reporting.documents.Seal;

/** The editions of reports: signed with their figures frozen, then sealed with their documents. */
@ApplicationScoped
class Editions {

    /**
     * An edition as it is kept.
     *
     * @param frozenId its figures with their records; {@code frozenBeforeId} those of the year
     *     before, null where the text names none
     * @param content canonical JSON once it is sealed
     * @param seal null until it is published
     */
    record Kept(
            UUID id,
            UUID reportId,
            int number,
            LocalDate signedOn,
            UUID frozenId,
            UUID frozenBeforeId,
            String content,
            String seal,
            LocalDate publishedOn,
            Instant publishedAt) {}

    /** A document as it was rendered at the publication. */
    record Document(Format format, String digest, byte[] body) {}

    /** The last edition of a report that is public. */
    record Newest(String division, int year, int number, LocalDate publishedOn) {}

    private static final String COLUMNS =
            """
            select edition.id, report_id, number, signed_on, frozen_id, frozen_before_id,
                coalesce(released, content),
                seal, published_on, published_at
            from report_edition edition
            """;

    private final DataSource database;
    private final ObjectMapper json;

    Editions(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The edition that was signed last and was not sent back; empty before the first. */
    Optional<Kept> signed(UUID report) throws SQLException {
        return of(report, "returned_at is null").stream().findFirst();
    }

    /** The published editions, newest first. */
    List<Kept> published(UUID report) throws SQLException {
        return of(report, "published_at is not null");
    }

    private List<Kept> of(UUID report, String which) throws SQLException {
        String sql = COLUMNS + "where report_id = ? and " + which + " order by number desc";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, report);
            return read(select);
        }
    }

    /** The published editions of a division and year, newest first: for anybody. */
    List<Kept> published(String division, int year) throws SQLException {
        String sql =
                COLUMNS
                        + """
                        join annual_report report on report.id = report_id
                        where division = ? and year = ? and published_at is not null
                        order by number desc
                        """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, division);
            select.setInt(2, year);
            return read(select);
        }
    }

    /** The last edition of every report that is public, newest year first: for anybody. */
    List<Newest> newest() throws SQLException {
        String sql =
                """
                select division, year, max(number), max(published_on)
                from report_edition edition
                join annual_report report on report.id = report_id
                where published_at is not null
                group by division, year
                order by year desc, division
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<Newest> found = new ArrayList<>();
            while (row.next()) {
                found.add(
                        new Newest(
                                row.getString(1),
                                row.getInt(2),
                                row.getInt(3),
                                row.getObject(4, LocalDate.class)));
            }
            return found;
        }
    }

    private static List<Kept> read(PreparedStatement select) throws SQLException {
        List<Kept> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime published = row.getObject(10, OffsetDateTime.class);
                found.add(
                        new Kept(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getInt(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, UUID.class),
                                row.getObject(6, UUID.class),
                                row.getString(7),
                                row.getString(8),
                                row.getObject(9, LocalDate.class),
                                published == null ? null : published.toInstant()));
            }
        }
        return found;
    }

    /** What an edition says. */
    Edition content(Kept it) {
        try {
            return json.readValue(it.content(), Edition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored edition cannot be read", e);
        }
    }

    /** Keeps what was signed, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void sign(Kept it) throws SQLException {
        String sql =
                """
                insert into report_edition (id, report_id, number, signed_on, frozen_id,
                    frozen_before_id, content)
                values (?, ?, ?, ?, ?, ?, ?)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, it.id());
            insert.setObject(2, it.reportId());
            insert.setInt(3, it.number());
            insert.setObject(4, it.signedOn());
            insert.setObject(5, it.frozenId());
            insert.setObject(6, it.frozenBeforeId());
            insert.setString(7, it.content());
            insert.executeUpdate();
        }
    }

    /** What is made public of what is signed, which stays: less where figures are not. */
    @Transactional(TxType.MANDATORY)
    void replace(UUID edition, Edition content) throws SQLException {
        update(
                "update report_edition set released = ? where id = ? and published_at is null",
                Seal.canonical(content),
                edition);
    }

    /** What was signed is sent back: it stays, and is no edition. */
    @Transactional(TxType.MANDATORY)
    void giveBack(UUID edition, Instant at) throws SQLException {
        update(
                "update report_edition set returned_at = ? where id = ? and published_at is null",
                at.atOffset(ZoneOffset.UTC),
                edition);
    }

    /** Seals an edition, with the documents that were rendered of it. */
    @Transactional(TxType.MANDATORY)
    void publish(UUID edition, String seal, LocalDate on, Instant at, Map<Format, byte[]> bodies)
            throws SQLException {
        update(
                """
                update report_edition
                set seal = ?, published_on = ?, published_at = ?
                where id = ? and published_at is null
                """,
                seal,
                on,
                at.atOffset(ZoneOffset.UTC),
                edition);
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into report_document values (?, ?, ?, ?)")) {
            for (Map.Entry<Format, byte[]> it : bodies.entrySet()) {
                insert.setObject(1, edition);
                insert.setString(2, it.getKey().name());
                insert.setString(3, Seal.digest(it.getValue()));
                insert.setBytes(4, it.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void update(String sql, Object... arguments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                update.setObject(i + 1, arguments[i]);
            }
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("There is no edition that could be changed");
            }
        }
    }

    /** A document of a published edition; empty where it was not rendered in that format. */
    Optional<Document> document(UUID edition, Format format) throws SQLException {
        return documents(edition, "and format = '" + format.name() + "'").stream().findFirst();
    }

    /** All documents of a published edition. */
    List<Document> documents(UUID edition) throws SQLException {
        return documents(edition, "");
    }

    private List<Document> documents(UUID edition, String which) throws SQLException {
        String sql =
                "select format, digest, body from report_document where edition_id = ? " + which;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, edition);
            List<Document> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Document(
                                    Format.valueOf(row.getString(1)),
                                    row.getString(2),
                                    row.getBytes(3)));
                }
            }
            return found;
        }
    }
}
