package org.fengqiao.legal.aid;

import static org.fengqiao.legal.aid.LegalAidReferralTest.HOME;
import static org.fengqiao.legal.aid.LegalAidReferralTest.REFERRALS;
import static org.fengqiao.legal.aid.LegalAidReferralTest.on;
import static org.fengqiao.legal.aid.LegalAidReferralTest.referral;
import static org.fengqiao.testkit.Clerk.id;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The clocks of legal aid, each counted by hand. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class AidClockTest {

    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aReferralStartsNoClock() {
        String path = office.created(REFERRALS, referral(""));
        office.get(path + "/deadlines").then().statusCode(200).body("$", hasSize(0));
    }

    /** Saturday, 6 July, and seven days: Saturday, 13 July, gives way to Monday. */
    @Test
    void theAgencyDecidesWithinSevenDaysOfReceipt() {
        String path = received("2024-07-06");
        clock(path, 0, "AID_DECISION", "2024-07-15", "MISSED");
        office.get(path + "/deadlines")
                .then()
                .body("[0].holder", equalTo("AGENCY"))
                .body("[0].countedTo", equalTo("2024-07-13"));
        office.get("/deadlines?limit=200")
                .then()
                .statusCode(200)
                .body("items.recordId", not(hasItem(id(path))));
    }

    /**
     * 25 and 26 April count; 27 to 29 April are the applicant's; 30 April to 4 May are days 3 to 7.
     * The holiday lasts to 5 May.
     */
    @Test
    void theTimeForPapersIsLeftOutAndTheHolidayMovesTheLastDay() {
        String path = received("2024-04-24");
        office.taken(path, "papers-request", on("2024-04-26"));
        clock(path, 0, "AID_DECISION", null, "SUSPENDED");
        office.taken(path, "papers", on("2024-04-29"));
        clock(path, 0, "AID_DECISION", "2024-05-06", "MISSED");
        office.taken(path, "grant", on("2024-05-06"));
        clock(path, 0, "AID_DECISION", "2024-05-06", "MET");
        clock(path, 1, "AID_APPOINTMENT", "2024-05-09", "MISSED");
    }

    /** Saturday, 11 May, was worked on: it is the third day, and the last. */
    @Test
    void theAgencyAppointsWithinThreeDaysOfItsDecision() {
        String path = received("2024-05-06");
        office.taken(path, "grant", on("2024-05-08"));
        clock(path, 1, "AID_APPOINTMENT", "2024-05-11", "MISSED");
        office.taken(path, "appointment", on("2024-05-11"));
        clock(path, 1, "AID_APPOINTMENT", "2024-05-11", "MET");
    }

    /** The fifth day after 5 June is the Dragon Boat Festival; the sixth from 11 June a Friday. */
    @Test
    void anObjectionIsDecidedWithinFiveDays() {
        String path = received("2024-06-03");
        office.taken(path, "refusal", on("2024-06-04"));
        office.taken(path, "objection", on("2024-06-05"));
        clock(path, 1, "AID_OBJECTION", "2024-06-11", "MISSED");
        office.taken(path, "objection-upheld", on("2024-06-11"));
        clock(path, 1, "AID_OBJECTION", "2024-06-11", "MET");
        clock(path, 2, "AID_APPOINTMENT_UPHELD", "2024-06-14", "MISSED");
    }

    @Test
    void withoutADayOfReceiptNothingIsMissed() {
        String decided = ",\"decidedOn\":\"2024-04-17\",\"granted\":false";
        String path = office.created(REFERRALS, referral(decided));
        clock(path, 0, "AID_DECISION", null, "UNKNOWN");
    }

    @Test
    void whatIsWithdrawnOrVoidIsNotDue() {
        String path = received("2024-04-24");
        office.taken(path, "papers-request", on("2024-04-26"));
        office.taken(path, "withdrawal", on("2024-06-03"));
        clock(path, 0, "AID_DECISION", null, "MET");
        office.taken(path, "voiding", "{\"reason\":\"重复登记\"}");
        office.get(path + "/deadlines").then().body("$", hasSize(0));
    }

    private String received(String day) {
        String path = office.created(REFERRALS, referral(""));
        office.taken(path, "application", on(day));
        return path;
    }

    private void clock(String path, int place, String rule, String dueOn, String state) {
        String at = "[" + place + "].";
        office.get(path + "/deadlines")
                .then()
                .statusCode(200)
                .body(at + "rule", equalTo(rule))
                .body(at + "dueOn", dueOn == null ? nullValue() : equalTo(dueOn))
                .body(at + "state", equalTo(state));
    }
}
