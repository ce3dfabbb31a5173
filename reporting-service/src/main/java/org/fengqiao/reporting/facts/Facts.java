package org.fengqiao.reporting.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fengqiao.reporting.facts.DeadLetters.BadEvent;

/**
 * The one way from a record's snapshot to its fact. A fact table is described as data; nothing here
 * knows a chapter. A row is the text of each column in order, null where the event has none.
 */
public final class Facts {

    private static final JsonFactory JSON = new JsonFactory();
    private static final BigDecimal AMOUNT_LIMIT = BigDecimal.TEN.pow(13); // numeric(15,2)
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");
    private static final Pattern OPEN_CODE = Pattern.compile("[\\w.-]{1,64}");
    private static final Pattern CLASS_CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern REFERENCE =
            Pattern.compile("\\([0-9]{4}\\)\\p{IsHan}{1,8}第[0-9]{1,9}号");
    private static final int KNOWN_DATES_LIMIT = 20_000;
    private static final Set<String> KNOWN_DATES = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> UPSERTS = new ConcurrentHashMap<>();

    private Facts() {}

    static final class Reader {
        final Table table;
        private final Map<String, Integer> indexes = new HashMap<>();

        Reader(Table table) {
            this.table = table;
            for (int i = 0; i < table.columns().size(); i++) {
                indexes.put(table.columns().get(i).json(), i);
            }
        }

        /**
         * The row of an event. A field that no column asks for is skipped: new fields may come.
         *
         * @throws BadEvent for broken JSON, a wrong type, an unknown code, a common column that is
         *     missing, a key that is not the record's id
         */
        String[] read(String key, byte[] body) throws BadEvent {
            String[] row = new String[table.columns().size()];
            try (JsonParser parser = JSON.createParser(body)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new BadEvent("The body is no JSON object");
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    Integer index = indexes.get(parser.currentName());
                    if (parser.nextToken() == JsonToken.VALUE_NULL || index == null) {
                        parser.skipChildren();
                    } else {
                        Column column = table.columns().get(index);
                        row[index] =
                                column.type() == Column.Type.CODES
                                        ? codes(column, parser)
                                        : value(column, parser);
                    }
                }
            } catch (IOException e) {
                throw new BadEvent("The body is no valid JSON");
            }
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] == null ? fallback(table.columns().get(i), row) : row[i];
            }
            for (Column common : Table.COMMON) {
                if (row[indexes.get(common.json())] == null) {
                    throw new BadEvent("Field " + common.json() + " is missing");
                }
            }
            if (!row[0].equals(key)) {
                throw new BadEvent("The key is not the record's id");
            }
            return row;
        }

        /** What an event that is older than the field says by another; null for nothing. */
        private String fallback(Column column, String[] row) {
            Column.Fallback other = column.fallback();
            if (other == null
                    || other.beside() != null && row[indexes.get(other.beside())] == null) {
                return null;
            }
            return row[indexes.get(other.field())];
        }

        private static String codes(Column column, JsonParser parser) throws IOException, BadEvent {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new BadEvent("Field " + column.json() + " is no CODES");
            }
            StringBuilder codes = new StringBuilder("|");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                codes.append(value(column, parser)).append('|');
            }
            return codes.toString();
        }

        private static String value(Column column, JsonParser parser) throws IOException, BadEvent {
            JsonToken token = parser.currentToken();
            String text = parser.getText();
            boolean string = token == JsonToken.VALUE_STRING;
            boolean valid =
                    switch (column.type()) {
                        case FLAG -> token.isBoolean();
                        case INTEGER ->
                                token == JsonToken.VALUE_NUMBER_INT
                                        && parser.getLongValue() == (int) parser.getLongValue();
                        case AMOUNT ->
                                token.isNumeric()
                                        && parser.getDecimalValue().abs().compareTo(AMOUNT_LIMIT)
                                                < 0;
                        case CODE, CODES -> string && column.codes().containsKey(text);
                        case CLASS_CODE -> string && CLASS_CODE.matcher(text).matches();
                        case DATE -> string && isDate(text);
                        case DIVISION -> string && DIVISION.matcher(text).matches();
                        case ID -> string && isId(text);
                        case REFERENCE -> string && REFERENCE.matcher(text).matches();
                        case OPEN_CODE -> string && OPEN_CODE.matcher(text).matches();
                    };
            if (!valid) {
                boolean unknown = string && !column.codes().isEmpty();
                throw new BadEvent(
                        unknown
                                ? "Unknown code in field "
                                        + column.json()
                                        + ": "
                                        + text.replaceAll("[^\\w.-].*|(?<=.{40}).*", "…")
                                : "Field " + column.json() + " is no " + column.type());
            }
            return text;
        }

        private static boolean isDate(String text) {
            if (KNOWN_DATES.contains(text)) {
                return true;
            }
            try {
                boolean valid = text.length() == 10 && LocalDate.parse(text).getYear() >= 1900;
                return valid && (KNOWN_DATES.size() >= KNOWN_DATES_LIMIT || KNOWN_DATES.add(text));
            } catch (DateTimeException e) {
                return false;
            }
        }

        /** A UUID in its canonical form; by hand, since it is asked for each id of each event. */
        static boolean isId(String text) {
            if (text == null || text.length() != 36) {
                return false;
            }
            for (int i = 0; i < 36; i++) {
                char it = text.charAt(i);
                boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
                if (dash ? it != '-' : !(it >= '0' && it <= '9' || it >= 'a' && it <= 'f')) {
                    return false;
                }
            }
            return true;
        }

        /** The key, which is a record's id. */
        static String id(String key) throws BadEvent {
            if (!isId(key)) {
                throw new BadEvent("The key is no record id");
            }
            return key;
        }
    }

    /** One upsert, guarded by version. */
    static void upsert(Connection connection, Table table, Collection<String[]> rows)
            throws SQLException {
        String sql = UPSERTS.computeIfAbsent(table.name(), it -> upsertSql(table));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            StringBuilder array = new StringBuilder(rows.size() * 40);
            for (int i = 0; i < table.columns().size(); i++) {
                array.setLength(0);
                for (String[] row : rows) {
                    // Every value was checked by its type: none needs quotes.
                    array.append(array.isEmpty() ? '{' : ',').append(row[i]);
                }
                statement.setObject(i + 1, array.append('}').toString(), Types.OTHER);
            }
            statement.executeUpdate();
        }
    }

    private static String upsertSql(Table table) {
        return """
                insert into %s as old (%s)
                select * from unnest(%s)
                on conflict (record_id) do update
                set %s
                where old.version <= excluded.version
                """
                .formatted(
                        table.name(),
                        table.each(Column::sql),
                        table.each(it -> "?::" + it.type().sql() + "[]"),
                        table.each(it -> it.sql() + " = excluded." + it.sql()));
    }
}
