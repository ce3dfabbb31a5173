package org.fengqiao.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.privacy.SealedTexts;

/**
 * All that is recorded of a record, version by version and opened, as one text: what has to be kept
 * elsewhere before {@link Removal} takes the rest.
 */
@ApplicationScoped
public class Dossier {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgroalDataSource dataSource;
    private final PersonalData personalData;

    Dossier(AgroalDataSource dataSource, PersonalData personalData) {
        this.dataSource = dataSource;
        this.personalData = personalData;
    }

    /**
     * The record's journal as a JSON array: version, step, day, moment, who, reason, and the record
     * as it then stood. For nobody but who keeps it under other keys.
     *
     * @param table what the record's ciphertexts are bound to
     * @throws IllegalStateException where a ciphertext of it cannot be opened: rather stay than go
     *     with a text that nobody could read
     */
    public String of(String table, UUID id) {
        String sql =
                """
                select version, step, business_date::text, at::text, subject, reason, snapshot::text
                from journal
                where record_id = ?
                order by version
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                ArrayNode versions = JSON.createArrayNode();
                while (row.next()) {
                    versions.addObject()
                            .put("version", row.getInt(1))
                            .put("step", row.getString(2))
                            .put("on", row.getString(3))
                            .put("at", row.getString(4))
                            .put("by", row.getString(5))
                            .put(
                                    Journal.REASON,
                                    personalData.decrypt(
                                            row.getString(6), Journal.TABLE, id, Journal.REASON))
                            .set("record", opened(table, id, row.getString(7)));
                }
                return versions.toPrettyString();
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }

    private JsonNode opened(String table, UUID id, String snapshot) {
        try {
            ObjectNode record = (ObjectNode) JSON.readTree(snapshot);
            record.remove("personIndex");
            return SealedTexts.mapped(
                    record, List.of(), (cipher, columns) -> text(table, id, cipher, columns));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot is no JSON", e);
        }
    }

    private String text(String table, UUID id, String sealed, List<String> columns) {
        return SealedTexts.column(personalData, sealed, table, id, columns)
                .map(column -> personalData.decrypt(sealed, table, id, column))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "A text of " + table + " " + id + " cannot be opened"));
    }
}
