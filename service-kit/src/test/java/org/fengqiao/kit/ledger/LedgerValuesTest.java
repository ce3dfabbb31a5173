package org.fengqiao.kit.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "2024.3.5",
                "2024．3．5",
                "2024年3月5日",
                "２０２４年３月５日",
                "2024 年 3 月 5 号",
                "2024/3/5",
                "2024-03-05 08:30:00",
                "20240305",
                "3月5日",
                "3·5",
                "3.5",
                "45356"
            })
    void aDateIsReadAsOfficesWriteIt(String written) {
        LedgerRow row =
                Ledgers.rows(Ledgers.csv(Ledgers.HEADER + ROW_WITH_DATE.formatted(written))).get(0);
        assertEquals(LocalDate.of(2024, 3, 5), row.date("登记日期"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-31",
                "2月30日",
                "2023年2月29日",
                "2024.13.1",
                "2024.3",
                "三月",
                "0",
                "99999"
            })
    void aDayThatIsNoneIsRefused(String written) {
        List<LedgerNote> faults =
                Ledgers.faults(Ledgers.csv(Ledgers.HEADER + ROW_WITH_DATE.formatted(written)));
        assertEquals(
                List.of("登记日期", "CELL_DATE"),
                List.of(faults.get(0).column(), faults.get(0).code()));
        assertEquals(1, faults.size());
    }

    private static final String ROW_WITH_DATE = "〔2024〕1号,甲村,家庭,%s,,,,,\n";

    @ParameterizedTest
    @CsvSource({
        "〔2024〕12号, 2024, 12",
        "[2024]12号, 2024, 12",
        "（２０２４）０１２号, 2024, 12",
        "瓦调字〔2024〕第012号, 2024, 12",
        "2024年第12号, 2024, 12",
        "2024-12, 2024, 12",
        "第012号, , 12",
        "１２, , 12",
        "fg-01, , FG-01"
    })
    void aSerialNumberIsOneHoweverItIsWritten(String written, Integer year, String serial) {
        assertEquals(new SerialNumber(year, serial), SerialNumber.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "12000, 12000.00",
        "1.2万元, 12000.00",
        "'12,000.50元', 12000.50",
        "￥3万, 30000.00",
        "0, 0.00"
    })
    void anAmountIsInYuan(String written, BigDecimal yuan) {
        LedgerRow row = only("〔2024〕1号,甲村,家庭,3月5日,,,\"" + written + "\",,\n");
        assertEquals(yuan, row.amount("金额"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1.234元", "约三万", "1,20", "99999999999999"})
    void anAmountThatIsNoneIsRefused(String written) {
        String row = "〔2024〕1号,甲村,家庭,3月5日,,,\"" + written + "\",,\n";
        assertEquals(
                "CELL_AMOUNT", Ledgers.faults(Ledgers.csv(Ledgers.HEADER + row)).get(0).code());
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "3人, 3", "３ 人, 3", "'1,234', 1234"})
    void aCountMayCarryItsUnit(String written, int count) {
        assertEquals(count, only("〔2024〕1号,甲村,家庭,3月5日,,\"" + written + "\",,,\n").integer("人数"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.9", "三人", "-1", "1e3"})
    void aCountThatIsNoneIsRefused(String written) {
        String row = "〔2024〕1号,甲村,家庭,3月5日,," + written + ",,,\n";
        assertEquals(
                "CELL_INTEGER", Ledgers.faults(Ledgers.csv(Ledgers.HEADER + row)).get(0).code());
    }

    /** Figures, R12: nobody guesses what 01 means. */
    @ParameterizedTest
    @ValueSource(strings = {"01", "01人次", "007"})
    void aLeadingZeroIsAQuestion(String written) {
        String row = "〔2024〕1号,甲村,家庭,3月5日,," + written + ",,,\n";
        LedgerNote fault = Ledgers.faults(Ledgers.csv(Ledgers.HEADER + row)).get(0);
        assertEquals("CELL_LEADING_ZERO", fault.code());
        assertEquals("人数", fault.column());
    }

    @Test
    void aTextThatExcelKeptAsALongNumberIsRefused() {
        byte[] file =
                Ledgers.xlsx(
                        sheet -> {
                            Ledgers.sample(sheet);
                            sheet.value(1, 4, new BigDecimal("410423198001011000"));
                        });
        LedgerNote fault = Ledgers.faults(Ledgers.read(file)).get(0);
        assertEquals(List.of("当事人", "CELL_ROUNDED"), List.of(fault.column(), fault.code()));
    }

    @ParameterizedTest
    @CsvSource({
        "婚姻家庭, 01",
        "婚姻家庭纠纷, 01",
        "家庭, 01",
        "01, 01",
        "FAMILY, 01",
        "劳动争议, 10",
        "婚姻 家庭, 01"
    })
    void aCodeIsFoundByItsWords(String written, String code) {
        assertEquals(code, only("〔2024〕1号,甲村," + written + ",3月5日,,,,,\n").code("类型"));
    }

    @Test
    void aBlankCellIsNothing() {
        LedgerRow row = only("〔2024〕1号,甲村,家庭,3月5日,　,,,,\n");
        assertNull(row.text("当事人"));
        assertNull(row.integer("人数"));
        assertNull(row.yesNo("办结"));
        assertEquals(List.of(), row.texts("经办人"));
        assertFalse(row.has("金额"));
    }

    @Test
    void everyFaultOfARowIsToldAtOnceAndNoneRepeatsTheCell() {
        String secret = "李秘密";
        String row =
                ",甲村,"
                        + secret
                        + ","
                        + secret
                        + ","
                        + secret.repeat(80)
                        + ","
                        + secret
                        + ","
                        + secret
                        + ","
                        + secret
                        + ",\n";
        List<LedgerNote> faults = Ledgers.faults(Ledgers.csv(Ledgers.HEADER + row));
        assertEquals(
                List.of("编号", "类型", "登记日期", "当事人", "人数", "金额", "办结"),
                faults.stream().map(LedgerNote::column).toList());
        assertTrue(
                faults.stream().noneMatch(it -> (it.zh() + it.en()).contains(secret)),
                "a cell was repeated");
    }

    @Test
    void theKeyLeavesOutTheYearAndTheContentLeavesOutTheStyle() {
        LedgerRow one = only("〔2024〕012号,甲村,家庭,2024.3.5,李某,2人,1万元,√,王某;赵某\n");
        LedgerRow same = only("2024-12,甲村,婚姻家庭纠纷,3月5日,李某,2,10000,是,王某、赵某\n");
        assertEquals("12", one.key());
        assertEquals(2024, one.year());
        assertEquals(one.content(), same.content());
    }

    private static LedgerRow only(String row) {
        LedgerSheet sheet = Ledgers.csv(Ledgers.HEADER + row);
        assertEquals(List.of(), Ledgers.faults(sheet));
        return Ledgers.rows(sheet).get(0);
    }
}
