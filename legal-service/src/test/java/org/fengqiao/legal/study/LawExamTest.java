package org.fengqiao.legal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Who passed took the exam, and who took it was due to. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LawExamTest {

    private static final String HOME = "410423105000";
    private static final String EXAMS = "/law-exams";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void allMayTakeItAndPass() {
        office.created(EXAMS, exam(60, 60, 60));
    }

    @Test
    void noMoreTakeItThanAreDue() {
        office.refused(EXAMS, exam(60, 61, 50), "TAKEN", "/taken");
    }

    @Test
    void noMorePassThanTookIt() {
        office.refused(EXAMS, exam(60, 50, 51), "PASSED", "/passed");
    }

    @Test
    void aRowOfTheLedgerIsRefusedAtItsColumn() {
        Ledger ledger = office.ledger("law-exams");
        JsonPath done =
                ledger.imported(
                        "编号,考试日期,考试名称,对象,应考人数,参考人数,合格人数\n"
                                + "1,2024-10-15,学法考试,机关干部,60,61,60\n"
                                + "2,2024-10-15,学法考试,机关干部,60,50,51\n");
        assertEquals(
                List.of("参考人数", "合格人数"), ledger.lines(done, "REJECTED").getList("items.column"));
    }

    private static String exam(int due, int taken, int passed) {
        return """
        {"division":"%s","heldOn":"2024-10-15","title":"学法考试","audience":"STAFF","due":%d,
         "taken":%d,"passed":%d}"""
                .formatted(HOME, due, taken, passed);
    }
}
