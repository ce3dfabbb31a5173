package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fengqiao.reporting.documents.Drawn.Said;
import org.fengqiao.testkit.Platform;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The report of 2024 as documents: what they say, how they look, and what they keep to themselves.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class DocumentsTest {

    private static final Logger LOG = Logger.getLogger(DocumentsTest.class);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7");
    private static final int LINES = 22;
    private static final int CHARACTERS = 28;

    @Inject Documents documents;

    @Test
    void thePageHasEachNumberOfTheTextAsAFact() {
        String page = text(documents.page(Editions.wawu(), List.of()));
        assertTrue(
                page.contains(
                        "<a href=\"#figure-M-01\"><data class=\"figure\" value=\"410\" data-figure=\"M-01\""
                                + " data-indicator=\"M-01\" data-division=\"410423106000\""
                                + " data-period=\"2024\" data-unit=\"CASE\" data-definition=\"1\""
                                + " data-status=\"OK\" data-digest=\"DENOMINATOR:sha256:"),
                page);
        assertTrue(page.contains("<tr id=\"figure-M-01\">"));
        assertTrue(page.contains("<data class=\"figure\" value=\"25\" data-figure=\"L-01\""));
        assertEquals(22, page.split("<data class=\"figure\"", -1).length - 1);
        assertTrue(page.contains("签发说明：其中3件已由县调委会登记，附函说明"));
        assertFalse(
                Pattern.compile("<(script|link|img|iframe)|@import|url\\(|https?:")
                        .matcher(page)
                        .find(),
                "the page needs something else");
    }

    @Test
    void aPageOfThePdfHas22LinesOf28Characters() {
        Path pdf = Drawn.write("wawu", documents.of(Editions.wawu())).get(Format.PDF);
        List<String> page =
                Drawn.run("pdftotext", "-layout", "-f", 2, "-l", 2, pdf, "-")
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        assertEquals(LINES + 1, page.size(), () -> String.join("\n", page));
        assertEquals("—2—", page.get(LINES).replace(" ", ""));
        assertEquals(
                CHARACTERS,
                page.stream()
                        .filter(it -> it.matches("[\\p{IsHan}，、。《》]+"))
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow(),
                () -> String.join("\n", page));
        String first = Drawn.run("pdftotext", "-layout", "-f", 1, "-l", 1, pdf, "-").text();
        assertTrue(first.replace(" ", "").contains("关于2024年法治政府建设情况的报告"), first);
        String fonts = Drawn.run("pdffonts", pdf).text();
        assertFalse(fonts.lines().skip(2).anyMatch(it -> it.contains(" no ")), fonts);
        assertTrue(Drawn.run("pdfinfo", pdf).text().contains("Tagged:          yes"));
    }

    @Test
    void rareCharactersAndMarkupSurviveInAll() throws IOException {
        Map<Format, byte[]> drawn = documents.of(Editions.revised(30));
        Map<Format, Path> files = Drawn.write("revised", drawn);
        Map<Format, String> texts = new EnumMap<>(Format.class);
        texts.put(
                Format.HTML,
                text(drawn.get(Format.HTML))
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">"));
        texts.put(Format.JSON, text(drawn.get(Format.JSON)));
        try (XWPFDocument word = word(drawn.get(Format.DOCX));
                XWPFWordExtractor words = new XWPFWordExtractor(word)) {
            texts.put(Format.DOCX, words.getText());
        }
        String pdf = Drawn.run("pdftotext", "-raw", files.get(Format.PDF), "-").text();
        texts.put(Format.PDF, pdf.replaceAll("\\s", ""));
        texts.forEach(
                (format, text) -> {
                    String told = "调解员" + Editions.RARE + "＜张&李＞“甲” <b> 办理";
                    String wanted = format == Format.PDF ? told.replace(" ", "") : told;
                    assertTrue(text.contains(wanted), () -> format + ": " + text);
                });
        try (XSSFWorkbook book = book(drawn.get(Format.XLSX))) {
            assertEquals(
                    "调处矛盾纠纷 409件改为410件：新增1条" + Editions.RARE,
                    book.getSheet("变更").getRow(2).getCell(3).getStringCellValue());
        }
    }

    @Test
    void theWorkbookHoldsAllTables() throws IOException {
        try (XSSFWorkbook book = book(documents.of(Editions.wawu()).get(Format.XLSX))) {
            assertEquals(3, book.getNumberOfSheets());
            assertEquals(2 + 22 - 1, book.getSheet("指标").getLastRowNum());
            assertEquals("L-01", book.getSheet("指标").getRow(2).getCell(0).getStringCellValue());
            assertEquals(25, book.getSheet("指标").getRow(2).getCell(6).getNumericCellValue());
            assertEquals(
                    "其中3件已由县调委会登记，附函说明",
                    book.getSheet("检查").getRow(3).getCell(4).getStringCellValue());
        }
    }

    @Test
    void onlyThoseWhoMayGetTheListsAndNoPublishedFileHasThem() throws IOException {
        List<Behind> lists = Editions.behind(Editions.wawu());
        String page = text(documents.page(Editions.wawu(), lists));
        assertTrue(page.contains("<details id=\"receipt-M-01-DENOMINATOR\">"), "no list");
        assertTrue(page.contains("data-receipt=\"#receipt-M-01-DENOMINATOR\""), "no link");
        assertTrue(
                page.contains("https://mediation.example/mediation/v1/cases/" + Editions.id(410)),
                "no record");
        try (XSSFWorkbook book = book(documents.workbook(Editions.wawu(), lists))) {
            assertEquals(2 + lists.size() - 1, book.getSheet("清单").getLastRowNum());
            assertEquals("'=1+1", book.getSheet("清单").getRow(2).getCell(7).getStringCellValue());
        }
        Map<Format, byte[]> published = documents.of(Editions.wawu());
        for (Format it : List.of(Format.HTML, Format.JSON)) {
            assertFalse(UUID.matcher(text(published.get(it))).find(), it + " names a record");
        }
        try (XSSFWorkbook book = book(published.get(Format.XLSX))) {
            assertEquals(-1, book.getSheetIndex("清单"));
        }
    }

    @Test
    void theSameEditionIsTheSameFile() {
        Map<Format, byte[]> once = documents.of(Editions.wawu());
        Map<Format, byte[]> again = documents.of(Editions.wawu());
        for (Format it : List.of(Format.HTML, Format.DOCX)) {
            assertArrayEquals(once.get(it), again.get(it), it::name);
        }
    }

    @Test
    void twoThousandFiguresAreDrawnAndVerified() {
        List<String> times = new ArrayList<>();
        Map<Format, byte[]> drawn = Map.of();
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            drawn = documents.of(Editions.revised(2_000));
            times.add("%.1f s".formatted((System.nanoTime() - start) / 1e9));
        }
        Map<Format, Path> files = Drawn.write("many", drawn);
        long start = System.nanoTime();
        Said said = verify(files.values().toArray());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.infof("2,000 figures in five formats: %s; verified: %d ms", times, took.toMillis());
        assertEquals(0, said.code(), said::text);
        assertTrue(said.text().contains("2000 项数据"), said::text);
    }

    private static Said verify(Object... files) {
        List<Object> command = new ArrayList<>();
        command.add(Path.of("..", "deploy", "verify-edition"));
        // The content comes first; the others are compared with what it says of them.
        Arrays.stream(files).filter(it -> it.toString().endsWith(".json")).forEach(command::add);
        Arrays.stream(files).filter(it -> !it.toString().endsWith(".json")).forEach(command::add);
        return Drawn.run(command.toArray());
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static XWPFDocument word(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static XSSFWorkbook book(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
