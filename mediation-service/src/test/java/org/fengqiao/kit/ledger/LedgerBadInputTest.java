package org.fengqiao.kit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fengqiao.kit.ledger.LedgerClient.HEADER;
import static org.fengqiao.kit.ledger.LedgerClient.awaitEnd;
import static org.fengqiao.kit.ledger.LedgerClient.imported;
import static org.fengqiao.kit.ledger.LedgerClient.lines;
import static org.fengqiao.kit.ledger.LedgerClient.postFile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in an office, over HTTP: the answer names row and column, the rest is taken. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LedgerBadInputTest {

    private static final String GOOD = "1,甲村,2024-03-05,李某\n";

    @BeforeEach
    void emptyTables() {
        LedgerClient.emptyTables();
    }

    @Test
    void aBrokenFileIsRefusedWhole() throws IOException {
        byte[] whole = workbook();
        refused("LEDGER_FILE_BROKEN", Arrays.copyOf(whole, whole.length / 2));
        refused("LEDGER_FILE_BROKEN", (HEADER + "1,\"甲村,2024-03-05,李某\n").getBytes(UTF_8));
        refused("LEDGER_FILE_NOT_SPREADSHEET", new byte[] {'%', 'P', 'D', 'F', 0, 1, 2});
        refused("LEDGER_FILE_EMPTY", new byte[0]);
        assertEquals(0, Sql.count("select count(*) from ledger_import where kind = 'samples'"));
    }

    @Test
    void aDayThatIsNoneRejectsItsRow() {
        rejected("2,乙村,2024-02-31,王某\n", "登记日期", "CELL_DATE");
    }

    @Test
    void anOverLongTextRejectsItsRow() {
        rejected("2," + "村".repeat(201) + ",2024-03-05,王某\n", "单位", "CELL_TOO_LONG");
    }

    @Test
    void aBlankCellThatMustBeFilledRejectsItsRow() {
        rejected("2,,2024-03-05,王某\n", "单位", "CELL_REQUIRED");
    }

    @Test
    void aFormulaGivesItsLastResultAndSaysSoAndOneWithoutResultRejectsItsRow() throws IOException {
        JsonPath done = taken(workbook());
        assertEquals(List.of(1, 1), List.of(done.getInt("accepted"), done.getInt("rejected")));
        JsonPath warning = lines(done, "WARNING");
        // The sample ledger also warns of a row without a party.
        assertEquals(List.of(2, 2), warning.getList("items.line"));
        assertEquals(List.of("当事人", "登记日期"), warning.getList("items.column"));
        assertEquals(List.of("PARTY_MISSING", "FORMULA_VALUE"), warning.getList("items.code"));
        JsonPath rejected = lines(done, "REJECTED");
        assertEquals(List.of(3), rejected.getList("items.line"));
        assertEquals(List.of("登记日期"), rejected.getList("items.column"));
        assertEquals(List.of("CELL_FORMULA"), rejected.getList("items.code"));
    }

    @Test
    void aFileInGb18030IsReadAndOneInAnotherEncodingIsRefused() {
        JsonPath done = taken((HEADER + GOOD).getBytes(Charset.forName("GB18030")));
        assertEquals(1, done.getInt("accepted"));
        assertEquals(1, Sql.count("select count(*) from sample_record where office = '甲村'"));
        refused(
                "LEDGER_FILE_ENCODING",
                (HEADER + "1,甲村,2024-03-05,李\n")
                        .replace("编号", "編號")
                        .getBytes(Charset.forName("Shift_JIS")));
    }

    @Test
    void aRowRepeatedInOneFileIsTakenOnceAndOneThatDiffersNotAtAll() {
        JsonPath done = imported(HEADER + GOOD + GOOD + "2,乙村,2024-03-05,王某\n2,丙村,2024-03-05,王某\n");
        assertEquals(List.of(1, 2), List.of(done.getInt("accepted"), done.getInt("rejected")));
        JsonPath repeated = lines(done, "WARNING");
        assertEquals(List.of(3), repeated.getList("items.line"));
        assertEquals(List.of("ROW_REPEATED"), repeated.getList("items.code"));
        JsonPath twice = lines(done, "REJECTED");
        assertEquals(List.of(4, 5), twice.getList("items.line"));
        assertEquals(List.of("NUMBER_TWICE", "NUMBER_TWICE"), twice.getList("items.code"));
        assertEquals(List.of("编号", "编号"), twice.getList("items.column"));
        assertEquals(1, Sql.count("select count(*) from sample_record"));
    }

    /** A bad row at line 3, between two that are taken. */
    private static void rejected(String row, String column, String code) {
        JsonPath done = imported(HEADER + GOOD + row + "3,丙村,2024-03-07,赵某\n");
        JsonPath rejected = lines(done, "REJECTED");
        assertEquals(List.of(3), rejected.getList("items.line"));
        assertEquals(List.of(column), rejected.getList("items.column"));
        assertEquals(List.of(code), rejected.getList("items.code"));
        assertEquals(2, Sql.count("select count(*) from sample_record"));
    }

    private static void refused(String code, byte[] file) {
        Response response = postFile(file);
        assertEquals(422, response.statusCode(), response.asString());
        assertEquals(code, response.jsonPath().getString("code"));
    }

    private static JsonPath taken(byte[] file) {
        return awaitEnd(postFile(file).then().statusCode(202).extract().path("id"));
    }

    /** Two rows whose dates are formulas: one was computed, the other never. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("台账");
            String[] titles = HEADER.strip().split(",");
            for (int i = 0; i < titles.length; i++) {
                sheet.value(0, i, titles[i]);
            }
            for (int line = 1; line <= 2; line++) {
                sheet.value(line, 0, line);
                sheet.value(line, 1, "甲村");
                sheet.formula(line, 2, line == 1 ? "45300+56" : "TODAY()");
            }
        }
        return withResult(out.toByteArray(), "<f>45300+56</f>", "<v>45356</v>");
    }

    /** The library writes formulas without their results: this adds one, as Excel does. */
    private static byte[] withResult(byte[] book, String formula, String result)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                                .get();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                String text = new String(in.getInputStream(part).readAllBytes(), UTF_8);
                zip.write(text.replace(formula, formula + result).getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
