package org.fengqiao.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.privacy.PersonalData;

/**
 * All that is recorded of a record, version by version and opened, as one text: what has to be kept
 * elsewhere before {@link Erasure} takes the rest.
 */
@ApplicationScoped
public class Dossier {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Tink: one byte of version, four of the key's id, nonce and tag.
    private static final int SHORTEST_CIPHERTEXT_BYTES = 33;

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
            return opened(table, id, record, List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A snapshot is no JSON", e);
        }
    }

    /**
     * @param columns what a ciphertext at this place may be bound to: the name of a field that it
     *     is in, {@code list.place}, or {@code list.id.field}
     */
    private JsonNode opened(String table, UUID id, JsonNode node, List<String> columns) {
        if (node instanceof ObjectNode fields) {
            String own = fields.path("id").asText();
            fields.properties()
                    .forEach(
                            it ->
                                    it.setValue(
                                            open(
                                                    table,
                                                    id,
                                                    it.getKey(),
                                                    own,
                                                    it.getValue(),
                                                    columns)));
        } else if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                String place = "." + i;
                items.set(
                        i,
                        opened(
                                table,
                                id,
                                items.get(i),
                                with(columns, columns.stream().map(it -> it + place).toList())));
            }
        } else if (node.isTextual() && isCiphertext(node.textValue())) {
            return TextNode.valueOf(text(table, id, node.textValue(), columns));
        }
        return node;
    }

    private JsonNode open(
            String table, UUID id, String name, String own, JsonNode value, List<String> columns) {
        List<String> here = new ArrayList<>(columns);
        columns.forEach(it -> here.add(it + "." + own + "." + name));
        here.add(name);
        return opened(table, id, value, here);
    }

    private static List<String> with(List<String> columns, List<String> more) {
        List<String> all = new ArrayList<>(columns);
        all.addAll(more);
        return all;
    }

    private String text(String table, UUID id, String sealed, List<String> columns) {
        for (String column : columns) {
            try {
                return personalData.decrypt(sealed, table, id, column);
            } catch (IllegalStateException boundToAnother) {
                continue;
            }
        }
        throw new IllegalStateException("A text of " + table + " " + id + " cannot be opened");
    }

    private static boolean isCiphertext(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length >= SHORTEST_CIPHERTEXT_BYTES && bytes[0] == 1;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
