package org.fengqiao.kit.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The small ledger of these tests, and ways to write it down. */
final class Ledgers {

    static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key(),
                    LedgerColumn.text("经办单位", "Office").required().alias("单位"),
                    LedgerColumn.code(
                                    "类型",
                                    "Type",
                                    List.of(
                                            Code.of("01", "婚姻家庭", "family", "家庭"),
                                            Code.of("10", "劳动争议", "labour", "5月1日")))
                            .required()
                            .ending("纠纷"),
                    LedgerColumn.date("登记日期", "Registered on").required().alias("登记时间"),
                    LedgerColumn.text("当事人", "Party").personal(),
                    LedgerColumn.integer("人数", "Persons"),
                    LedgerColumn.amount("金额", "Amount"),
                    LedgerColumn.yesNo("办结", "Concluded"),
                    LedgerColumn.text("经办人", "Clerks").personal().many());

    static final String HEADER = "编号,经办单位,类型,登记日期,当事人,人数,金额,办结,经办人\n";
    static final String ROW = "〔2024〕1号,甲村,婚姻家庭,2024-03-05,李某,2,100,是,王某、赵某\n";

    private Ledgers() {}

    static LedgerSheet csv(String text) {
        return csv(text, StandardCharsets.UTF_8);
    }

    static LedgerSheet csv(String text, Charset charset) {
        return read(text.getBytes(charset));
    }

    static LedgerSheet read(byte[] file) {
        return LedgerFile.read(file, COLUMNS, null, 2026);
    }

    /** A workbook written by the library. */
    static byte[] xlsx(Consumer<Worksheet> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            content.accept(book.newWorksheet("台账"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the header and one row, then lets a test change cells. */
    static void sample(Worksheet sheet) {
        String[] titles = HEADER.strip().split(",");
        String[] cells = ROW.strip().split(",");
        for (int i = 0; i < titles.length; i++) {
            sheet.value(0, i, titles[i]);
            sheet.value(1, i, cells[i]);
        }
    }

    /** A workbook of hand-written parts: what the library would not write. */
    static byte[] rawXlsx(String sheetXml) {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                </Types>
                """,
                        "_rels/.rels",
                        """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                </Relationships>
                """,
                        "xl/workbook.xml",
                        """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>
                """,
                        "xl/_rels/workbook.xml.rels",
                        """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                </Relationships>
                """,
                        "xl/worksheets/sheet1.xml",
                        sheetXml));
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<LedgerRow> rows(LedgerSheet sheet) {
        return sheet.lines().stream().map(LedgerSheet.Line::row).filter(it -> it != null).toList();
    }

    static List<LedgerNote> faults(LedgerSheet sheet) {
        return sheet.lines().stream().flatMap(it -> it.faults().stream()).toList();
    }

    static List<String> noteCodes(LedgerSheet sheet) {
        return sheet.lines().stream()
                .flatMap(it -> it.notes().stream())
                .map(LedgerNote::code)
                .toList();
    }
}
