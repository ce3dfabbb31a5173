package org.fengqiao.kit.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fengqiao.kit.web.Coded;

/**
 * The empty ledger to download: title, header, an explanation under each column, code lists as
 * drop-downs.
 */
final class LedgerTemplate {

    private static final int FIRST_ROW = 3;
    private static final int LAST_ROW = 5_000;
    private static final List<String> YES_NO = List.of("是", "否");

    private LedgerTemplate() {}

    static byte[] of(LedgerKind kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Fengqiao", "1.0")) {
            Worksheet sheet = book.newWorksheet("台账");
            Worksheet lists = book.newWorksheet("代码表");
            sheet.value(0, 0, kind.titleZh() + "（模板） " + kind.titleEn());
            sheet.style(0, 0).bold().fontSize(14).set();
            header(sheet, 1, kind.columns());
            for (int i = 0; i < kind.columns().size(); i++) {
                LedgerColumn column = kind.columns().get(i);
                String note = (i == 0 ? "填写说明：" : "") + explanation(column);
                sheet.value(2, i, note);
                sheet.style(2, i).wrapText(true).fontColor("808080").set();
                offerWords(sheet, lists, i, column);
            }
            sheet.freezePane(0, FIRST_ROW);
            lists.setVisibilityState(VisibilityState.HIDDEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The header row: bold, shaded, a star behind required columns. */
    static void header(Worksheet sheet, int row, List<LedgerColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            LedgerColumn column = columns.get(i);
            sheet.value(
                    row, i, column.title() + (column.is(LedgerColumn.Trait.REQUIRED) ? "*" : ""));
            sheet.style(row, i).bold().fillColor("DDEBF7").set();
            sheet.width(i, Math.max(12, 2.5 * column.title().length()));
        }
    }

    private static String explanation(LedgerColumn column) {
        List<String> parts = new ArrayList<>();
        parts.add(column.is(LedgerColumn.Trait.REQUIRED) ? "必填" : "选填");
        parts.add(
                switch (column.type()) {
                    case TEXT -> "不超过" + column.maxLength() + "字";
                    case NUMBER -> "如〔2024〕12号";
                    case DATE -> "如2024-03-05";
                    case INTEGER -> "整数";
                    case AMOUNT -> "元";
                    case DECIMAL -> "数字，最多两位小数";
                    case CODE -> "从列表选择";
                    case YES_NO -> "是或否";
                });
        if (column.is(LedgerColumn.Trait.ASIDE)) {
            parts.add("供本单位自用，不导入");
        }
        if (column.is(LedgerColumn.Trait.MANY)) {
            parts.add("多个用“、”分开");
        }
        if (column.note() != null) {
            parts.add(column.note().zh());
        }
        return String.join("；", parts);
    }

    private static void offerWords(
            Worksheet sheet, Worksheet lists, int place, LedgerColumn column) {
        List<String> words =
                column.type() == LedgerColumn.Type.YES_NO
                        ? YES_NO
                        : column.codes().stream().map(Coded::zh).toList();
        if (words.isEmpty()) {
            return;
        }
        List<String> listed = Stream.concat(Stream.of(column.title()), words.stream()).toList();
        for (int i = 0; i < listed.size(); i++) {
            lists.value(i, place, listed.get(i));
        }
        Range source = lists.range(1, place, words.size(), place);
        // A cell with several words cannot be checked by a list: it only offers them.
        sheet.range(FIRST_ROW, place, LAST_ROW, place)
                .validateWithList(source)
                .allowBlank(true)
                .showErrorMessage(!column.is(LedgerColumn.Trait.MANY))
                .errorTitle("不在代码表内")
                .error("请从列表中选择");
    }
}
