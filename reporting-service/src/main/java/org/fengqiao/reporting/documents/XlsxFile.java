package org.fengqiao.reporting.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fengqiao.kit.ledger.LedgerBook;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Change;
import org.fengqiao.reporting.reports.Edition.Finding;
import org.fengqiao.reporting.reports.Edition.TextChange;
import org.fengqiao.reporting.reports.Edition.Value;

/** The tables of an edition as a workbook. */
final class XlsxFile {

    private static final List<LedgerColumn> FIGURES =
            List.of(
                    text("指标", "Figure"),
                    text("名称", "Title"),
                    text("英文名称", "English title"),
                    text("区划代码", "Division"),
                    text("期间", "Period"),
                    text("状态", "Status"),
                    amount("数值", "Value"),
                    text("单位", "Unit"),
                    amount("分子", "Numerator"),
                    amount("分母", "Denominator"),
                    amount("未到期", "Not yet due"),
                    amount("无期限", "Without limit"),
                    text("定义版本", "Definition"),
                    text("定义", "What is counted"),
                    text("依据", "Legal basis"),
                    text("清单摘要", "Digests of the lists"));

    private static final List<LedgerColumn> CHECKS =
            List.of(
                    text("规则", "Rule"),
                    text("级别", "Severity"),
                    text("说明", "What it found"),
                    text("英文说明", "In English"),
                    text("签发说明", "The signer's reason"));

    private static final List<LedgerColumn> CHANGES =
            List.of(
                    text("指标", "Figure"),
                    amount("原值", "Before"),
                    amount("现值", "After"),
                    text("说明", "In words"),
                    text("英文说明", "In English"));

    private static final List<LedgerColumn> LISTS =
            List.of(
                    text("指标", "Figure"),
                    text("清单", "List"),
                    text("记录", "Record"),
                    amount("版本", "Version"),
                    amount("计入", "Contribution"),
                    LedgerColumn.date("日期", "Counted on"),
                    text("区划代码", "Division"),
                    text("编号", "Reference"),
                    text("地址", "Path at the source"));

    private XlsxFile() {}

    private static LedgerColumn text(String zh, String en) {
        return LedgerColumn.text(zh, en);
    }

    private static LedgerColumn amount(String zh, String en) {
        return LedgerColumn.amount(zh, en);
    }

    /**
     * The workbook.
     *
     * @param records for those who may see them; of what is published none, and no sheet for them
     */
    static byte[] of(Edition edition, List<Behind> records) {
        String title = edition.issuer() + edition.title();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LedgerBook book = new LedgerBook(out)) {
            sheet(book, "指标", title, FIGURES, edition.figures(), XlsxFile::figure);
            sheet(book, "检查", title, CHECKS, edition.checks(), XlsxFile::finding);
            sheet(book, "变更", title, CHANGES, changes(edition), it -> it);
            if (!records.isEmpty()) {
                sheet(book, "清单", title + "（不公开）", LISTS, records, XlsxFile::record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Cells in the order of the columns. */
    private static <T> void sheet(
            LedgerBook book,
            String name,
            String title,
            List<LedgerColumn> columns,
            List<T> rows,
            Function<T, Object[]> cells)
            throws IOException {
        book.sheet(
                name,
                title,
                columns,
                sink -> rows.forEach(it -> sink.accept(row(columns, cells.apply(it)))));
    }

    private static Map<String, Object> row(List<LedgerColumn> columns, Object[] cells) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i).title(), cells[i]);
        }
        return row;
    }

    private static Object[] figure(Value it) {
        return new Object[] {
            it.key(),
            it.title(),
            it.titleEn(),
            it.division(),
            it.period(),
            it.status().name(),
            it.value(),
            it.unitLabel(),
            it.numerator(),
            it.denominator(),
            it.notYetDue(),
            it.noLimit(),
            Integer.toString(it.definition()),
            it.cohort(),
            it.legalBasis(),
            Printed.digests(it)
        };
    }

    private static Object[] finding(Finding it) {
        return new Object[] {
            it.code(), Printed.words(it.severity()), it.zh(), it.en(), it.reason()
        };
    }

    /** Of the figures, then of the text, with the reason last. */
    private static List<Object[]> changes(Edition edition) {
        List<Object[]> rows = new ArrayList<>();
        for (Change it : edition.changes()) {
            rows.add(new Object[] {it.figure(), it.before(), it.after(), it.zh(), it.en()});
        }
        if (edition.revision() != null) {
            for (TextChange it : edition.revision().text()) {
                rows.add(new Object[] {null, null, null, it.zh(), it.en()});
            }
            rows.add(new Object[] {null, null, null, "修订理由：" + edition.revision().reason(), null});
        }
        return rows;
    }

    private static Object[] record(Behind it) {
        return new Object[] {
            it.figure(),
            it.part().name(),
            it.id().toString(),
            it.version(),
            it.contribution(),
            it.countedOn(),
            it.division(),
            it.reference(),
            it.href()
        };
    }
}
