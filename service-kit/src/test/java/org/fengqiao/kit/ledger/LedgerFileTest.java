package org.fengqiao.kit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData>%s</sheetData>%s</worksheet>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE"})
    void csvIsReadInEveryEncodingOfficesUse(String charset) {
        String text = Ledgers.HEADER + Ledgers.ROW.replace("甲村", "𠮷村，\"\"龑\"\"");
        byte[] file =
                ((charset.equals("UTF-16LE") ? "\uFEFF" : "") + text)
                        .getBytes(Charset.forName(charset));
        assertEquals(1, Ledgers.rows(Ledgers.read(file)).size());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertEquals(1, Ledgers.rows(Ledgers.csv("\uFEFF" + Ledgers.HEADER + Ledgers.ROW)).size());
    }

    @Test
    void csvMayQuoteAndUseTabs() {
        String row = "\"〔2024〕1号\",\"甲,\"\"村\"\"\n二组\",家庭,3月5日,,,,,\n";
        assertEquals(
                "甲,\"村\"\n二组", Ledgers.rows(Ledgers.csv(Ledgers.HEADER + row)).get(0).text("经办单位"));
        assertEquals(
                1,
                Ledgers.rows(Ledgers.csv((Ledgers.HEADER + Ledgers.ROW).replace(',', '\t')))
                        .size());
    }

    @Test
    void anotherEncodingIsAClearProblem() {
        String text = Ledgers.HEADER + Ledgers.ROW;
        assertEquals("LEDGER_FILE_ENCODING", refused(text.getBytes(Charset.forName("Shift_JIS"))));
        assertEquals(
                "LEDGER_FILE_ENCODING",
                refused(
                        new String(text.getBytes(Charset.forName("GB18030")), UTF_8)
                                .getBytes(UTF_8)));
        byte[] cut = text.getBytes(UTF_8);
        assertEquals(
                "LEDGER_FILE_ENCODING",
                refused(Arrays.copyOf(cut, Ledgers.HEADER.getBytes(UTF_8).length + 2)));
    }

    @Test
    void whatIsNoLedgerIsAClearProblem() {
        assertEquals("LEDGER_FILE_EMPTY", refused(new byte[0]));
        assertEquals("LEDGER_FILE_EMPTY", refused("\n , \n".getBytes(UTF_8)));
        assertEquals(
                "LEDGER_FILE_NOT_SPREADSHEET", refused(new byte[] {'%', 'P', 'D', 'F', 0, 1, 2}));
        assertEquals(
                "LEDGER_FILE_NOT_SPREADSHEET",
                refused(Ledgers.zip(Map.of("word/document.xml", "<a/>"))));
        assertEquals("LEDGER_FILE_BROKEN", refused("编号,\"经办".getBytes(UTF_8)));
        assertEquals("LEDGER_FILE_OLD_FORMAT", refused(ole2("Workbook")));
        assertEquals("LEDGER_FILE_ENCRYPTED", refused(ole2("EncryptedPackage")));
        assertEquals("LEDGER_FILE_TOO_LARGE", refused(new byte[LedgerFile.MAX_BYTES + 1]));
    }

    @Test
    void aDamagedWorkbookIsAClearProblem() {
        byte[] whole = Ledgers.xlsx(Ledgers::sample);
        for (int length = 4; length < whole.length; length += 97) {
            assertEquals(
                    "LEDGER_FILE_BROKEN",
                    refused(Arrays.copyOf(whole, length)),
                    "cut at " + length);
        }
        assertEquals(
                "LEDGER_FILE_BROKEN",
                refused(Ledgers.rawXlsx("<worksheet><sheetData><row r=\"x\">")));
    }

    @Test
    void aZipBombIsNotRead() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertEquals("LEDGER_FILE_BOMB", refused(out.toByteArray())));
    }

    @Test
    void entitiesAreNotExpanded() {
        String laughs =
                "<!DOCTYPE w [<!ENTITY a \""
                        + "x".repeat(1000)
                        + "\"><!ENTITY b \""
                        + "&a;".repeat(1000)
                        + "\"><!ENTITY c \""
                        + "&b;".repeat(1000)
                        + "\">]>"
                        + SHEET.formatted(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&c;</t></is></c></row>",
                                "");
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(Refusal.class, () -> Ledgers.read(Ledgers.rawXlsx(laughs))));
    }

    @Test
    void moreThanFiftyThousandRowsAreRefused() {
        StringBuilder text = new StringBuilder(Ledgers.HEADER);
        for (int i = 1; i <= Grid.MAX_ROWS; i++) {
            text.append(i).append(",甲村,家庭,3月5日,,,,,\n");
        }
        assertEquals(Grid.MAX_ROWS, Ledgers.rows(Ledgers.csv(text.toString())).size());
        String more = text.append("50001,甲村,家庭,3月5日,,,,,\n").toString();
        assertEquals("LEDGER_TOO_MANY_ROWS", refused(more.getBytes(UTF_8)));
    }

    @Test
    void workbookDatesAndNumbersAreRead() {
        LedgerRow row =
                Ledgers.rows(
                                Ledgers.read(
                                        Ledgers.xlsx(
                                                sheet -> {
                                                    Ledgers.sample(sheet);
                                                    sheet.value(1, 0, 12);
                                                    sheet.value(1, 3, LocalDate.of(2024, 3, 5));
                                                    sheet.style(1, 3).format("yyyy年m月d日").set();
                                                    sheet.value(1, 5, 3);
                                                    sheet.value(1, 6, 0.1 + 0.2);
                                                })))
                        .get(0);
        assertEquals("12", row.number("编号"));
        assertEquals(LocalDate.of(2024, 3, 5), row.date("登记日期"));
        assertEquals(3, row.integer("人数"));
        assertEquals("0.30", row.amount("金额").toPlainString());
    }

    @Test
    void aDecimalNumberIsNoDate() {
        LedgerSheet sheet =
                Ledgers.read(
                        Ledgers.xlsx(
                                it -> {
                                    Ledgers.sample(it);
                                    it.value(1, 3, 3.1);
                                }));
        assertEquals("CELL_DATE", Ledgers.faults(sheet).get(0).code());
    }

    /** Of a column of codes that are days of the year, such as theme days. */
    @Test
    void aDayThatExcelMadeADateIsTheCodeOfThatDay() {
        LedgerRow row =
                Ledgers.rows(
                                Ledgers.read(
                                        Ledgers.xlsx(
                                                it -> {
                                                    Ledgers.sample(it);
                                                    it.value(1, 2, LocalDate.of(2026, 5, 1));
                                                    it.style(1, 2).format("m月d日").set();
                                                })))
                        .get(0);
        assertEquals("10", row.code("类型"));
    }

    @Test
    void mergedCellsCountForEachRow() {
        LedgerSheet sheet =
                Ledgers.read(
                        Ledgers.xlsx(
                                it -> {
                                    Ledgers.sample(it);
                                    for (int line = 2; line <= 3; line++) {
                                        it.value(line, 0, "〔2024〕" + line + "号");
                                        it.value(line, 2, "家庭");
                                        it.value(line, 3, "3月5日");
                                    }
                                    it.range(1, 1, 3, 1).merge();
                                }));
        assertEquals(
                List.of("甲村", "甲村", "甲村"),
                Ledgers.rows(sheet).stream().map(row -> row.text("经办单位")).toList());
    }

    @Test
    void aHeaderOfTwoLinesIsRead() {
        LedgerSheet sheet =
                Ledgers.read(
                        Ledgers.xlsx(
                                it -> {
                                    String[] titles = Ledgers.HEADER.strip().split(",");
                                    for (int i = 0; i < titles.length; i++) {
                                        it.value(
                                                titles[i].equals("人数") || titles[i].equals("金额")
                                                        ? 1
                                                        : 0,
                                                i,
                                                titles[i]);
                                        it.value(2, i, Ledgers.ROW.strip().split(",")[i]);
                                        if (i != 5 && i != 6) {
                                            it.range(0, i, 1, i).merge();
                                        }
                                    }
                                    it.value(0, 5, "规模");
                                    it.range(0, 5, 0, 6).merge();
                                }));
        assertEquals(2, Ledgers.rows(sheet).get(0).integer("人数"));
    }

    @Test
    void aFormulaGivesItsLastResultAndIsNoted() {
        String header = cells(1, Ledgers.HEADER.strip().split(","));
        String row =
                "<row r=\"2\">"
                        + text("A2", "7")
                        + text("B2", "甲村")
                        + text("C2", "家庭")
                        + "<c r=\"D2\"><f>TODAY()</f><v>45356</v></c>"
                        + "<c r=\"F2\"><f>1+2</f><v>3</v></c></row>";
        LedgerSheet sheet = Ledgers.read(Ledgers.rawXlsx(SHEET.formatted(header + row, "")));
        assertEquals(List.of(), Ledgers.faults(sheet));
        assertEquals(LocalDate.of(2024, 3, 5), Ledgers.rows(sheet).get(0).date("登记日期"));
        assertEquals(3, Ledgers.rows(sheet).get(0).integer("人数"));
        assertEquals(List.of("FORMULA_VALUE", "FORMULA_VALUE"), Ledgers.noteCodes(sheet));
    }

    @Test
    void aFormulaWithoutResultIsAFault() {
        String header = cells(1, Ledgers.HEADER.strip().split(","));
        String row =
                "<row r=\"2\">"
                        + text("A2", "7")
                        + "<c r=\"B2\" t=\"e\"><f>X!A1</f><v>#REF!</v></c>"
                        + text("C2", "家庭")
                        + "<c r=\"D2\"><f>TODAY()</f></c></row>";
        LedgerSheet sheet = Ledgers.read(Ledgers.rawXlsx(SHEET.formatted(header + row, "")));
        assertEquals(
                List.of("CELL_FORMULA", "CELL_FORMULA"),
                Ledgers.faults(sheet).stream().map(LedgerNote::code).toList());
    }

    private static String cells(int line, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + line + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append(text((char) ('A' + i) + "" + line, texts[i]));
        }
        return row.append("</row>").toString();
    }

    private static String text(String place, String text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** The head of a compound file with one stream's name, as Excel writes it. */
    private static byte[] ole2(String stream) {
        byte[] file = new byte[2048];
        byte[] magic = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        System.arraycopy(magic, 0, file, 0, magic.length);
        byte[] name = stream.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    private static String refused(byte[] file) {
        return assertThrows(Refusal.class, () -> Ledgers.read(file)).code();
    }
}
