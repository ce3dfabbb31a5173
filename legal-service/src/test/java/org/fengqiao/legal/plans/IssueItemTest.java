package org.fengqiao.legal.plans;

import static org.fengqiao.testkit.Clerk.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Problems are carried over until they are settled; plans answer them. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class IssueItemTest {

    private static final String HOME = "410423105000";
    private static final String LEDGER = "issue-items";
    private static final String HEAD = "编号,发现日期,类别,问题,原因,整改措施,责任人职务,整改期限,整改完成日期\n";

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void whatIsNotSettledIsCarriedOver() {
        office.ledger(LEDGER)
                .imported(
                        HEAD
                                + "1,2022-11-01,行政执法,没有亮证执法,,,镇长,,2023-04-01\n"
                                + "2,2022-11-02,法治思维,法治思维淡薄,,加强学法,镇长,2024-12-31,\n");
        assertTrue(office.exported(LEDGER, 2022).contains("没有亮证执法"));
        assertTrue(office.exported(LEDGER, 2023).contains("没有亮证执法"));
        assertFalse(office.exported(LEDGER, 2024).contains("没有亮证执法"));
        assertFalse(office.exported(LEDGER, 2021).contains("法治思维淡薄"));
        assertTrue(office.exported(LEDGER, 2025).contains("法治思维淡薄"));
    }

    @Test
    void anExportIsImportedAgainUnchanged() {
        String rows = "11,2024-12-10,法治素养,法律人才少,无编制,招录,书记,2025-06-30,\n";
        assertEquals(1, office.ledger(LEDGER).imported(HEAD + rows).getInt("accepted"));
        JsonPath again = office.ledger(LEDGER).imported(HEAD + rows);
        assertEquals(1, again.getInt("unchanged"), again::prettify);
        office.created("/issue-items", issue("2024-12-11"));
        office.roundTrip(LEDGER, 2024);
    }

    /** A problem names no person: the ledger of plans names it by its id. */
    @Test
    void aPlanNamesItsProblemById() {
        String issue = id(office.created("/issue-items", issue("2024-12-12")));
        office.created("/plan-items", plan(",\"issueId\":\"" + issue + "\""));
        assertTrue(office.exported("plan-items", 2026).contains(issue));
        office.roundTrip("plan-items", 2026);
        office.refused(
                "/plan-items",
                plan(",\"issueId\":\"018cc251-f400-7000-8000-000000000001\""),
                "REFERENCE_UNKNOWN",
                "/issueId");
    }

    @Test
    void aTargetIsOfAnIndicator() {
        office.created("/plan-items", plan(",\"indicator\":\"G-01\",\"target\":100"));
        office.created("/plan-items", plan(",\"indicator\":\"P-07-SD\",\"target\":95"));
        office.refused("/plan-items", plan(",\"target\":100"), "INDICATOR", "/indicator");
        // It is published: nothing but a code fits.
        for (String text : new String[] {"X-01", "G-1", "G-01-赵某", "G-01-ZHAO", "执证率"}) {
            office.post("/plan-items", plan(",\"indicator\":\"" + text + "\""))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whatIsPlannedIsCarriedOverUntilItIsDone() {
        String head = "编号,安排日期,年度,事项,责任人职务,完成期限,完成日期,指标,目标值\n";
        office.ledger("plan-items")
                .imported(
                        head
                                + "1,2021-12-20,2022,按期完成的安排,镇长,2022-12-31,2022-11-30,G-03,20\n"
                                + "2,2021-12-20,2022,逾期完成的安排,镇长,2022-12-31,2023-02-01,,\n"
                                + "3,2021-12-20,2022,尚未完成的安排,镇长,2022-12-31,,,\n");
        assertPlanned("按期完成的安排", 2021, 2022);
        assertPlanned("逾期完成的安排", 2021, 2022, 2023);
        assertPlanned("尚未完成的安排", 2021, 2022, 2023, 2024);
    }

    private void assertPlanned(String title, int... years) {
        List<Integer> stands =
                IntStream.rangeClosed(2020, 2024)
                        .filter(it -> office.exported("plan-items", it).contains(title))
                        .boxed()
                        .toList();
        assertEquals(IntStream.of(years).boxed().toList(), stands, title);
    }

    private static String issue(String foundOn) {
        return """
        {"division":"%s","foundOn":"%s","field":"ENFORCEMENT","title":"没有依法亮证执法",
         "ownerPost":"分管副镇长"}"""
                .formatted(HOME, foundOn);
    }

    private static String plan(String more) {
        return """
        {"division":"%s","plannedOn":"2025-12-20","planYear":2026,"title":"执证率100%%",
         "ownerPost":"分管副镇长"%s}"""
                .formatted(HOME, more);
    }
}
