package org.fengqiao.reporting.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.SourceAddresses;
import org.fengqiao.reporting.facts.Table;

/** What reporting knows of one record, in the reader's words: what every figure counts. */
@ApplicationScoped
class FactSheets {

    /**
     * One record.
     *
     * @param label the word for a record of the kind
     * @param name what people call it: its number, or else its id
     * @param source path of the record at the service that keeps it; {@code link} its whole
     *     address, null where readers have none
     */
    public record FactSheet(
            String label, String name, String source, String link, List<Entry> entries) {}

    /** A column that has a value. */
    public record Entry(String label, String value) {}

    private final DataSource database;
    private final Divisions divisions;
    private final SourceAddresses addresses;

    FactSheets(DataSource database, Divisions divisions, SourceAddresses addresses) {
        this.database = database;
        this.divisions = divisions;
        this.addresses = addresses;
    }

    /**
     * The fact of a record.
     *
     * @throws Refusal 404 where it is absent or outside the scope
     */
    FactSheet of(Table table, UUID id, Scope scope, Terms terms) throws SQLException {
        String sql =
                "select * from %s where record_id = ? and %s"
                        .formatted(table.name(), scope.sql("division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            int index = 2;
            for (String argument : scope.arguments()) {
                select.setString(index++, argument);
            }
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Refusal.notFound();
                }
                List<Entry> entries = new ArrayList<>();
                for (Column column : table.columns()) {
                    String value = row.getString(column.sql());
                    if (value != null) {
                        entries.add(new Entry(terms.column(column), words(column, value, terms)));
                    }
                }
                Optional<Column> reference = table.reference();
                String number = reference.isPresent() ? row.getString(reference.get().sql()) : null;
                String name = number == null ? id.toString() : number;
                String path = table.path() + id;
                String link = addresses.of(path).orElse(null);
                return new FactSheet(terms.kind(table), name, path, link, entries);
            }
        }
    }

    private String words(Column column, String value, Terms terms) {
        return switch (column.type()) {
            case CODE, CLASS_CODE -> terms.code(column, value);
            case CODES -> terms.codes(column, value);
            case DIVISION -> divisions.fullName(value);
            case FLAG -> terms.flag(value.equals("t"));
            case ID, OPEN_CODE, REFERENCE, DATE, INTEGER, AMOUNT -> value;
        };
    }
}
