package org.fengqiao.kit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class LedgerWriterTest {

    private static final Map<String, Object> ROW =
            Map.of(
                    "编号",
                    "2024-12",
                    "经办单位",
                    "=HYPERLINK(\"http://x\")",
                    "类型",
                    "01",
                    "登记日期",
                    LocalDate.of(2024, 3, 5),
                    "当事人",
                    "@cmd, \"某\"\n换行",
                    "人数",
                    3,
                    "金额",
                    new BigDecimal("1200000000.50"),
                    "办结",
                    true,
                    "经办人",
                    List.of("王某", "-赵某"));

    private static final Consumer<Consumer<Map<String, Object>>> ROWS = sink -> sink.accept(ROW);

    @Test
    void aWorkbookIsReadBackAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LedgerWriter(Ledgers.COLUMNS).xlsx(out, "甲镇台账", ROWS);
        assertReadBack(out.toByteArray());
        String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
        assertTrue(
                sheet.contains("=HYPERLINK") && !sheet.contains(">=HYPERLINK"),
                "a formula must not run");
    }

    @Test
    void csvIsReadBackAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LedgerWriter(Ledgers.COLUMNS).csv(out, ROWS);
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("\uFEFF编号,"), "a mark is needed by Excel");
        assertTrue(text.contains("\"'=HYPERLINK("), "a formula must not run: " + text);
        assertReadBack(out.toByteArray());
    }

    private static void assertReadBack(byte[] file) {
        LedgerSheet sheet = Ledgers.read(file);
        assertEquals(List.of(), Ledgers.faults(sheet));
        LedgerRow row = Ledgers.rows(sheet).get(0);
        assertEquals("2024-12", row.number("编号"));
        assertEquals(ROW.get("经办单位"), row.text("经办单位"));
        assertEquals("01", row.code("类型"));
        assertEquals(ROW.get("登记日期"), row.date("登记日期"));
        assertEquals(ROW.get("当事人"), row.text("当事人"));
        assertEquals(3, row.integer("人数"));
        assertEquals(ROW.get("金额"), row.amount("金额"));
        assertEquals(true, row.yesNo("办结"));
        assertEquals(ROW.get("经办人"), row.texts("经办人"));
    }

    @Test
    void aTemplateOffersTheWordsAndReadsAsAnEmptyLedger() throws IOException {
        byte[] template = LedgerTemplate.of(new Kind());
        String sheet = part(template, "xl/worksheets/sheet1.xml");
        assertTrue(sheet.contains("dataValidation") && sheet.contains("代码表"), "no drop-down");
        LedgerSheet read = Ledgers.read(template);
        assertEquals(List.of(), Ledgers.rows(read));
        assertEquals(List.of(), Ledgers.faults(read));
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A kind of ledger that is only written. */
    private static final class Kind implements LedgerKind {

        @Override
        public String kind() {
            return "samples";
        }

        @Override
        public String titleZh() {
            return "样例台账";
        }

        @Override
        public String titleEn() {
            return "Samples";
        }

        @Override
        public List<LedgerColumn> columns() {
            return Ledgers.COLUMNS;
        }

        @Override
        public Applied apply(LedgerRow row, ImportContext context) {
            throw new UnsupportedOperationException("A template applies nothing");
        }

        @Override
        public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
            throw new UnsupportedOperationException("A template corrects nothing");
        }

        @Override
        public int version(UUID recordId) {
            throw new UnsupportedOperationException("A template has no record");
        }

        @Override
        public void export(ExportQuery query, Consumer<Exported> sink) {
            throw new UnsupportedOperationException("A template has no rows");
        }
    }
}
