package org.fengqiao.kit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fengqiao.kit.web.Refusal;

/** A file as an office sends it: XLSX, or CSV in UTF-8, UTF-16 or GB18030. */
final class LedgerFile {

    /** Bytes an import takes. */
    static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private LedgerFile() {}

    /**
     * Reads the first sheet that has the ledger's header.
     *
     * @param year the year asked for, or {@code null}
     * @throws Refusal 413 {@code LEDGER_FILE_TOO_LARGE}; 422 {@code LEDGER_FILE_EMPTY}, {@code
     *     LEDGER_FILE_BROKEN}, {@code LEDGER_FILE_ENCRYPTED}, {@code LEDGER_FILE_OLD_FORMAT},
     *     {@code LEDGER_FILE_NOT_SPREADSHEET}, {@code LEDGER_FILE_ENCODING}, {@code
     *     LEDGER_FILE_BOMB}, {@code LEDGER_TOO_MANY_ROWS}, or a fault of the header
     */
    static LedgerSheet read(byte[] file, List<LedgerColumn> columns, Integer year, int thisYear) {
        if (file.length > MAX_BYTES) {
            throw Refusal.of(
                    413, "LEDGER_FILE_TOO_LARGE", "文件超过20MB", "The file is larger than 20 MiB");
        }
        if (file.length == 0) {
            throw empty();
        }
        Grid grid = grid(file, columns);
        if (grid.rows().isEmpty()) {
            throw empty();
        }
        return LedgerSheet.read(grid, columns, year, thisYear);
    }

    private static Grid grid(byte[] file, List<LedgerColumn> columns) {
        if (startsWith(file, ZIP) || startsWith(file, EMPTY_ZIP)) {
            return XlsxFile.read(file, it -> LedgerSheet.header(it, columns) != null);
        }
        if (startsWith(file, OLE2)) {
            throw ole2(file);
        }
        return CsvFile.read(file, it -> LedgerSheet.header(it, columns) != null);
    }

    /**
     * Both an old workbook and an encrypted new one are OLE2 files; the stream's name tells them
     * apart.
     */
    private static Refusal ole2(byte[] file) {
        String names = new String(file, StandardCharsets.UTF_16LE);
        String shifted = new String(file, 1, file.length - 1, StandardCharsets.UTF_16LE);
        if (names.contains("EncryptedPackage") || shifted.contains("EncryptedPackage")) {
            return Refusal.of(
                    422,
                    "LEDGER_FILE_ENCRYPTED",
                    "文件已加密，请取消打开密码后再导入",
                    "The file is encrypted: remove its password first");
        }
        return Refusal.of(
                422,
                "LEDGER_FILE_OLD_FORMAT",
                "这是旧版格式（如 .xls），请另存为 .xlsx 后再导入",
                "The file has an old format (such as .xls): save it as .xlsx first");
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        return file.length >= magic.length
                && java.util.Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }

    static Refusal empty() {
        return Refusal.of(422, "LEDGER_FILE_EMPTY", "文件中没有内容", "The file holds nothing");
    }

    static Refusal broken() {
        return Refusal.of(
                422, "LEDGER_FILE_BROKEN", "文件已损坏，无法读取", "The file is damaged and cannot be read");
    }

    static Refusal notSpreadsheet() {
        return Refusal.of(
                422,
                "LEDGER_FILE_NOT_SPREADSHEET",
                "文件不是 XLSX 或 CSV 表格",
                "The file is no XLSX or CSV spreadsheet");
    }

    static Refusal tooManyRows() {
        return Refusal.of(
                422,
                "LEDGER_TOO_MANY_ROWS",
                "超过" + Grid.MAX_ROWS + "行，请分开导入",
                "More than " + Grid.MAX_ROWS + " rows: import them in parts");
    }

    static Refusal bomb() {
        return Refusal.of(
                422,
                "LEDGER_FILE_BOMB",
                "文件解压后过大，拒绝读取",
                "The file unpacks to an unreasonable size and is not read");
    }
}
