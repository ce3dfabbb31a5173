package org.fengqiao.reporting.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadingZerosTest {

    /** The sentence of the 2024 report. */
    @Test
    void aNumberThatBeginsWithAZeroIsAQuestion() {
        List<String> found = LeadingZeros.in("我镇进京访0人次，到省信访01人次，到市信访3人次，受理群众来信来访件13件，按时办结率100％。");
        assertEquals(List.of("01人次"), found);
        assertEquals("文中有带前导零的数：“01人次”是0还是1？请核对原始记录后改正，系统不作猜测。", LeadingZeros.question(found));
        assertEquals(List.of("007件", "00人"), LeadingZeros.in("007件，00人"));
        assertEquals(
                "文中有带前导零的数：“007件”是0还是7？“00人”是0吗？请核对原始记录后改正，系统不作猜测。",
                LeadingZeros.question(List.of("007件", "00人")));
    }

    @Test
    void aZeroInsideOrBehindAPointIsNone() {
        assertEquals(List.of(), LeadingZeros.in("0人次，100％，10件，99.05％，0.50元，2024年"));
    }
}
