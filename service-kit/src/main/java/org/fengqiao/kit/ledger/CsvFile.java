package org.fengqiao.kit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.fengqiao.kit.web.Refusal;

/** Reads CSV (RFC 4180), with its encoding and separator found out. */
final class CsvFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String text;
    private final char separator;
    private final List<Grid.Row> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int place;
    private int line = 1;

    private CsvFile(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /**
     * The rows.
     *
     * @param readable whether a grid has a header: GB18030 decodes almost anything, so its result
     *     must make sense
     */
    static Grid read(byte[] file, Predicate<Grid> readable) {
        String text = decode(file, readable);
        if (text.indexOf('\0') >= 0) {
            throw LedgerFile.notSpreadsheet();
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw encoding();
        }
        return new CsvFile(text).rows();
    }

    private static String decode(byte[] file, Predicate<Grid> readable) {
        if (file.length >= 2
                && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                        || file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)) {
            return Objects.requireNonNullElseGet(
                    decode(file, StandardCharsets.UTF_16), CsvFile::refuse);
        }
        String utf8 = decode(file, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        }
        String chinese = decode(file, GB18030);
        if (chinese == null
                || chinese.indexOf('\0') < 0 && !readable.test(new CsvFile(chinese).rows())) {
            throw encoding();
        }
        return chinese;
    }

    private static String refuse() {
        throw encoding();
    }

    private static String decode(byte[] file, Charset charset) {
        try {
            // A new decoder reports malformed bytes; String's constructor would replace them
            // silently.
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Refusal encoding() {
        return Refusal.of(
                422,
                "LEDGER_FILE_ENCODING",
                "无法识别文件编码，请存为 UTF-8 或 GB18030 的 CSV，或用 XLSX",
                "The encoding is unknown: save as CSV in UTF-8 or GB18030, or as XLSX");
    }

    private static char separator(String text) {
        long best = 0;
        char found = ',';
        String start = text.substring(0, Math.min(4000, text.length()));
        for (char candidate : new char[] {',', '\t', ';'}) {
            long count = start.chars().filter(it -> it == candidate).count();
            if (count > best) {
                best = count;
                found = candidate;
            }
        }
        return found;
    }

    private Grid rows() {
        int start = line;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it == '\n') {
                line++;
            }
            if (quoted) {
                if (it != '"') {
                    value.append(it);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append(it);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (it == '"' && value.toString().isBlank()) {
                quoted = true;
            } else if (it == separator) {
                endCell();
            } else if (it == '\n') {
                endRow(start);
                start = line;
            } else {
                value.append(it);
            }
        }
        if (quoted) {
            throw LedgerFile.broken();
        }
        endRow(start);
        return new Grid(List.copyOf(rows));
    }

    private void endCell() {
        if (place++ < Grid.MAX_COLUMNS) {
            cells.add(Cell.of(value.toString()));
        }
        value.setLength(0);
    }

    private void endRow(int start) {
        endCell();
        if (cells.stream().anyMatch(Objects::nonNull)) {
            if (rows.size() > Grid.MAX_ROWS) {
                throw LedgerFile.tooManyRows();
            }
            rows.add(new Grid.Row(start, cells));
        }
        cells = new ArrayList<>();
        place = 0;
    }
}
