package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Api.checks;
import static org.fengqiao.reporting.Events.publish;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** The paragraph on legal services and its checks R4 to R7. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class LegalReportTest {

    private static final String WAWU = "410423106000";
    private static final String DAY = "2024-05-10";

    private final List<Snapshot> events = new ArrayList<>();

    private static Snapshot record(String name, String division) {
        return Events.record("legal." + name + ".v1", division, DAY);
    }

    private static String village(int number) {
        return Api.village(WAWU, number);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void activities(int count, String speaker, String... tags) {
        for (int i = 0; i < count; i++) {
            events.add(
                    record("publicity-activity", WAWU)
                            .with("heldOn", DAY)
                            .with("tags", List.of(tags))
                            .with("speaker", speaker)
                            .with("organisers", List.of("JUSTICE_OFFICE")));
        }
    }

    private void contracts(int count, String reviewer) {
        for (int i = 0; i < count; i++) {
            events.add(
                    record("contract-review", WAWU)
                            .with("status", "REVIEWED")
                            .with("reviewerRole", reviewer)
                            .with("contractType", "LAND")
                            .with("receivedOn", DAY)
                            .with("reviewedOn", DAY));
        }
    }

    private void villages() {
        for (int i = 1; i <= 19; i++) {
            events.add(
                    record("village-visit", village(i))
                            .with("adviserId", id())
                            .with("visitedOn", DAY)
                            .with("counselPresent", i == 1 ? 6 : 10)
                            .with("personsMet", 3));
            String adviser = id();
            events.add(
                    record("legal-adviser", WAWU)
                            .with("adviserId", adviser)
                            .with("roles", List.of("VILLAGE"))
                            .with("profession", "LAWYER")
                            .with("engagedOn", "2023-01-01"));
            events.add(
                    record("appointment", village(i))
                            .with("adviserId", adviser)
                            .with("role", "VILLAGE")
                            .with("appointedOn", "2023-01-01"));
        }
    }

    private void consultations() {
        for (int i = 0; i < 197; i++) {
            events.add(
                    record("legal-consultation", village(1 + i % 19))
                            .with("provider", "VILLAGE_COUNSEL")
                            .with("channel", "ON_SITE")
                            .with("topic", "LAND")
                            .with("consultedOn", DAY)
                            .with("persons", 1));
        }
    }

    /** Of two counsel in a tenth of the disputes. */
    private void disputes() {
        for (int i = 0; i < 253; i++) {
            events.add(
                    record("mediation-participation", village(1 + i % 19))
                            .with("adviserId", id())
                            .with("joinedOn", DAY)
                            .with("source", "MEDIATION_CASE")
                            .with("disputeId", new UUID(2024, i % 230).toString())
                            .with("closedOn", "2024-06-10"));
        }
    }

    private void referrals() {
        for (int i = 0; i < 5; i++) {
            events.add(
                    record("legal-aid-referral", village(1 + i))
                            .with("status", "REFERRED")
                            .with("referredOn", DAY)
                            .with("persons", 1)
                            .with("applicantKind", "ELDERLY")
                            .with("matter", "SUPPORT"));
        }
    }

    /** The words of seed/wawu-2024-annual-report.txt, where they are figures. */
    @Test
    void theParagraphReadsAsInTheReportOf2024() {
        activities(9, "JUSTICE_OFFICE", "THEME_DAY");
        activities(5, "POLICE_STATION", "SCHOOL_LECTURE");
        activities(6, "VILLAGE_COUNSEL", "LECTURE");
        activities(3, "JUSTICE_OFFICE", "LEGAL_AID_OUTREACH");
        contracts(20, "GOVERNMENT_COUNSEL");
        contracts(20, "VILLAGE_COUNSEL");
        villages();
        consultations();
        disputes();
        referrals();
        publish(events.toArray(Snapshot[]::new));
        awaitCount(WAWU, "L-11", "2024", 5);
        awaitCount(WAWU, "L-06", "2024", 230);
        awaitCount(WAWU, "L-08", "2024", 197);
        as(WAWU).get("/reporting/v1/reports/" + WAWU + "/2024/legal")
                .then()
                .statusCode(200)
                .body(
                        "text",
                        equalTo(
                                "2024年在“3.8”妇女节、“3.15”国际消费者权益保障日、“6.26”禁毒日、“12.4”国家宪法日"
                                        + "暨全国法治宣传日等重要时间节点开展法治宣传和相关法规政策咨询活动20余场次，"
                                        + "到中小学校开展法治宣传讲座5场次。政府法律顾问审查合同20份，"
                                        + "农村法律顾问走访行政村19个180余人次，参与民间纠纷调处230件，"
                                        + "审查合同（协议）20份，法律咨询190余人次，法治讲座6场次，"
                                        + "开展法律援助送法进农村3场次，引导村民走法律援助程序5人次。"));
        check("R4", "法律顾问参与调处230件（按纠纷计，同一纠纷只计一次）：其中期末前已调结230件");
        check("R5", "政府法律顾问审查合同20份和村（居）法律顾问审查合同20份，数值相同：请核对");
        check("R6", "走访行政村19个，共有行政村19个，全覆盖");
        check("R7", "法治宣传活动23场次");
        check("T-THEME-DAYS", "文中写到“12.4”、“3.15”、“3.8”、“6.26”，本期没有该主题日的活动记录");
        check("R11", "带“余”的数都由准确数按规则得出");
        check("G-06", "有法律顾问的行政村19个，共有行政村19个，覆盖率100.0%");
    }

    /** Joined in December and closed in January: of the year, and of its remainder. */
    @Test
    void whatIsClosedAfterThePeriodIsInItsRemainder() {
        String township = Api.township();
        Snapshot joined =
                record("mediation-participation", township)
                        .with("adviserId", id())
                        .with("joinedOn", "2024-12-20")
                        .with("source", "MEDIATION_CASE")
                        .with("disputeId", id());
        publish(joined.with("closedOn", "2025-01-03"));
        awaitCount(township, "L-06", "2024", 1);
        awaitCount(township, "L-06-C", "2024", 0);
        awaitCount(township, "L-06-C", "2024-12..2025-01", 1);
        checks(township)
                .body("items.find { it.code == 'R4' }.zh", containsString("未调结1件，未登记的纠纷0件"));
    }

    /** Begun the year before: it is a dispute of that year, and of no other. */
    @Test
    void aDisputeIsOfTheYearInWhichCounselFirstTookPart() {
        String township = Api.township();
        Snapshot first =
                record("mediation-participation", township)
                        .with("adviserId", id())
                        .with("joinedOn", "2023-12-28")
                        .with("source", "MEDIATION_CASE")
                        .with("disputeId", id());
        Snapshot handedOver = first.with("id", id()).with("joinedOn", "2024-01-08");
        publish(first, handedOver);
        awaitCount(township, "L-06", "2023", 1);
        awaitCount(township, "L-06", "2024", 0);
        publish(first.next().with("voided", true));
        awaitCount(township, "L-06", "2023", 0);
        awaitCount(township, "L-06", "2024", 1);
    }

    /** Funds and projects are no major decisions, and an opinion after the discussion is late. */
    @Test
    void counselSpeaksBeforeAMajorDecisionIsDiscussed() {
        String township = Api.township();
        Snapshot decision =
                record("major-decision", township)
                        .with("status", "DECIDED")
                        .with("matterKind", "MAJOR_DECISION")
                        .with("proposedOn", "2024-03-01")
                        .with("discussedOn", "2024-05-10")
                        .with("decidedOn", "2024-05-10");
        publish(
                decision.with("id", id()).with("counselOpinionOn", "2024-05-10"),
                decision.with("id", id()).with("counselOpinionOn", "2024-05-11"),
                decision.with("id", id()),
                decision.with("id", id()).with("matterKind", "LARGE_FUNDS"));
        Api.awaitValue(township, "G-02", "2024", "33.33");
    }

    private static void check(String code, String zh) {
        checks(WAWU).body("items.find { it.code == '" + code + "' }.zh", containsString(zh));
    }
}
