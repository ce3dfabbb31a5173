package org.fengqiao.kit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.fengqiao.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class LedgerSheetTest {

    @Test
    void theHeaderIsFoundBelowATitleAndTheTitleTellsTheYear() {
        LedgerSheet sheet =
                Ledgers.csv(
                        "甲镇2023年台账,,,,,,,,\n\n,,,,,,,,\n"
                                + "登记 时间,类型*,序号,编号（号）,单位,备用\n3月5日,家庭,1,7,乙村,x\n");
        LedgerRow row = Ledgers.rows(sheet).get(0);
        assertEquals(2023, sheet.year());
        assertEquals(LocalDate.of(2023, 3, 5), row.date("登记日期"));
        assertEquals("乙村", row.text("经办单位"));
        assertEquals(5, row.line());
        assertEquals(List.of("COLUMN_UNKNOWN"), Ledgers.noteCodes(sheet));
    }

    @Test
    void theYearAskedForGoesBeforeTheTitle() {
        byte[] file =
                ("甲镇2023年台账,\n" + Ledgers.HEADER + "7,甲村,家庭,3月5日,,,,,\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        LedgerSheet sheet = LedgerFile.read(file, Ledgers.COLUMNS, 2024, 2026);
        assertEquals(2024, Ledgers.rows(sheet).get(0).year());
    }

    @Test
    void totalsAreNoRowsAndDifferencesAreTold() {
        LedgerSheet sheet =
                Ledgers.csv(
                        Ledgers.HEADER
                                + "1,甲村,家庭,3月5日,,2,100,,\n2,甲村,家庭,3月5日,,3,50,,\n小计,,,,,5,150,,\n"
                                + "3,甲村,家庭,3月5日,,1,,,\n小 计,,,,,1,,,\n合计,共3件,,,,7,150,,\n填表人：某某,,,,,,,,\n");
        assertEquals(3, Ledgers.rows(sheet).size());
        List<LedgerNote> notes = sheet.lines().stream().flatMap(it -> it.notes().stream()).toList();
        assertEquals(List.of("TOTAL_DIFFERS"), notes.stream().map(LedgerNote::code).toList());
        assertEquals("合计写作7，各行相加为6", notes.get(0).zh());
        assertEquals("人数", notes.get(0).column());
        assertEquals(4, sheet.lines().stream().filter(LedgerSheet.Line::skipped).count());
    }

    @Test
    void aTotalOfRowsIsComparedToo() {
        LedgerSheet sheet =
                Ledgers.csv("2024年台账\n" + Ledgers.HEADER + Ledgers.ROW + "合计,410件,,,,,,,\n");
        assertEquals(List.of("TOTAL_DIFFERS"), Ledgers.noteCodes(sheet));
    }

    @Test
    void aRepeatedRowIsSkippedAndARepeatedNumberIsRejected() {
        LedgerSheet same = Ledgers.csv(Ledgers.HEADER + Ledgers.ROW + Ledgers.ROW);
        assertEquals(1, Ledgers.rows(same).size());
        assertTrue(Ledgers.noteCodes(same).contains("ROW_REPEATED"));
        LedgerSheet other =
                Ledgers.csv(Ledgers.HEADER + Ledgers.ROW + Ledgers.ROW.replace("甲村", "乙村"));
        assertEquals(List.of(), Ledgers.rows(other));
        assertEquals(
                List.of("NUMBER_TWICE", "NUMBER_TWICE"),
                Ledgers.faults(other).stream().map(LedgerNote::code).toList());
        assertTrue(Ledgers.faults(other).get(0).zh().contains("第3行"));
    }

    @Test
    void lastYearsNumberIsAnotherRowAndIsNoted() {
        byte[] file =
                (Ledgers.HEADER + Ledgers.ROW + Ledgers.ROW.replace("〔2024〕", "〔2023〕"))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        LedgerSheet sheet = LedgerFile.read(file, Ledgers.COLUMNS, 2024, 2026);
        assertEquals(
                List.of(2024, 2023), Ledgers.rows(sheet).stream().map(LedgerRow::year).toList());
        assertEquals(List.of("YEAR_DIFFERS"), Ledgers.noteCodes(sheet));
    }

    @Test
    void aRequiredColumnMustBeThereAndNoneTwice() {
        assertEquals("LEDGER_COLUMN_MISSING", refused("编号,经办单位,类型\n1,甲村,家庭\n"));
        assertEquals("LEDGER_COLUMN_TWICE", refused("编号,经办单位,类型,登记日期,登记时间\n1,甲村,家庭,,\n"));
        assertEquals("LEDGER_HEADER_MISSING", refused("a,b,c\n1,2,3\n"));
    }

    private static String refused(String text) {
        return assertThrows(Refusal.class, () -> Ledgers.csv(text)).code();
    }
}
