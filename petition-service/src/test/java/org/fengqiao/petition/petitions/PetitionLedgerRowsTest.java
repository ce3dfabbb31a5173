package org.fengqiao.petition.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fengqiao.petition.petitions.LedgerSheetOfPetitions.BLANK;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a row of the ledger tells, and what a petition says of it afterwards. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionLedgerRowsTest {

    // A township that no other test writes to.
    private static final String HOME = "410423212000";

    private final Ledger ledger = Ledger.at("/petition", HOME, "petitions");
    private final PetitionOffice office =
            PetitionOffice.of(Tokens.of("office", HOME, "petitions:read", "petitions:write"));
    private LedgerSheetOfPetitions sheet;

    @BeforeEach
    void ledger() {
        sheet = new LedgerSheetOfPetitions("XF20244");
    }

    /** A row of the state; the names of places are those of another township: left out. */
    private Map<String, String> add(String state) {
        Map<String, String> row = sheet.add(state);
        row.put("问题属地", BLANK);
        row.put("户籍地", BLANK);
        return row;
    }

    private String accepted() {
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(1, done.getInt("accepted"), () -> ledger.lines(done, "REJECTED").prettify());
        return "/petitions/" + ledger.lines(done, "ACCEPTED").getString("items[0].recordId");
    }

    private void rejected(String... columns) {
        JsonPath done = ledger.imported(sheet.csv());
        JsonPath lines = ledger.lines(done, "REJECTED");
        assertEquals(List.of(columns), lines.getList("items.column"), lines::prettify);
        assertEquals(columns.length, done.getInt("rejected"));
        assertEquals(0, done.getInt("accepted"));
    }

    /** XF 29, 31: who asks or asks for something else may be answered like anybody. */
    @Test
    void aRouteOrAConclusionTellsTheClassThatThePurposeDoesNot() {
        add("INQUIRY").put("办理类别", BLANK);
        assertEquals("APPEAL_OR_REQUEST", office.read(accepted()).getString("handlingClass"));
        sheet = new LedgerSheetOfPetitions("XF20244");
        Map<String, String> proposal = add("PROPOSAL");
        proposal.put("信访目的", "其他");
        proposal.put("办理类别", BLANK);
        assertEquals("PROPOSAL", office.read(accepted()).getString("handlingClass"));
    }

    @Test
    void aClassIsAsItIsWritten() {
        Map<String, String> row = add("PROPOSAL");
        row.put("信访目的", "咨询");
        row.put("办结日期", BLANK);
        row.put("办结方式", BLANK);
        String it = accepted();
        office.get(it)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("purpose", equalTo("INQUIRY"))
                .body("handlingClass", equalTo("PROPOSAL"));
        row.put("办理类别", BLANK);
        rejected("办理类别");
    }

    @Test
    void whereNothingTellsTheClassItsColumnIsNamed() {
        Map<String, String> row = add("PROPOSAL");
        row.put("信访目的", "其他");
        List.of("办理类别", "办结日期", "办结方式").forEach(it -> row.put(it, BLANK));
        rejected("办理类别");
        // As long as nobody has accepted it, it needs none.
        row.put("受理日期", BLANK);
        office.get(accepted()).then().body("$", not(hasKey("handlingClass")));
    }

    /** A second row tells the class with the route, and accepts it in one. */
    @Test
    void aClassThatALaterRowTellsIsTaken() {
        Map<String, String> row = add("INQUIRY");
        Map<String, String> whole = Map.copyOf(row);
        List.of("办理类别", "受理日期", "办理途径", "办结日期", "办结方式").forEach(it -> row.put(it, BLANK));
        String it = accepted();
        row.putAll(whole);
        assertEquals(1, ledger.imported(sheet.csv()).getInt("corrected"));
        office.get(it)
                .then()
                .body("status", equalTo("CONCLUDED"))
                .body("route", equalTo("STATUTORY_DUTY"))
                .body("handlingClass", equalTo("APPEAL_OR_REQUEST"));
    }

    /** 登记机构 is who wrote it into the national system, which may be anybody on its way. */
    @Test
    void whoRegisteredItIsNotWhoSentIt() {
        Map<String, String> row = add("TRANSFERRED");
        row.put("转送机关", BLANK);
        row.put("登记机构", "省信访局");
        JsonPath done = ledger.imported(sheet.csv());
        JsonPath warning = ledger.lines(done, "WARNING");
        assertEquals(List.of("NOT_IMPORTED"), warning.getList("items.code"));
        assertEquals(List.of("登记机构"), warning.getList("items.column"));
        office.get("/petitions/" + ledger.lines(done, "ACCEPTED").getString("items[0].recordId"))
                .then()
                .body("senderDivision", equalTo("410423000000"));
        assertEquals(1, ledger.imported(sheet.csv()).getInt("unchanged"));
    }

    @Test
    void noDaysOfExtensionAreNone() {
        add("ACCEPTED").put("延期天数", "0");
        office.get(accepted())
                .then()
                .body("dueOn", equalTo("2024-05-10"))
                .body("said.extensions", hasSize(0));
        assertEquals(1, ledger.imported(sheet.csv()).getInt("unchanged"));
    }

    @Test
    void daysThatThereCannotBeAreRefused() {
        for (String days : List.of("-1", "-30", "31", "999999999")) {
            add("EXTENDED").put("延期天数", days);
        }
        rejected("延期天数", "延期天数", "延期天数", "延期天数");
    }

    /** XF 34: accepted on 11 March, the sixty days end on 10 May. */
    @Test
    void anExtensionIsRefusedByTheDayThatIsLate() {
        add("EXTENDED").put("延期告知日期", "2024-05-10");
        Map<String, String> both = add("EXTENDED");
        both.put("延期批准日期", "2024-05-10");
        both.put("延期告知日期", "2024-05-11");
        add("EXTENDED").put("延期告知日期", "2024-05-05");
        add("EXTENDED").put("延期批准日期", "2024-03-10");
        add("EXTENDED").put("延期告知日期", BLANK);
        add("EXTENDED").put("延期批准日期", BLANK);
        rejected("延期告知日期", "延期批准日期", "延期告知日期", "延期批准日期", "延期告知日期", "延期批准日期");
        sheet = new LedgerSheetOfPetitions("XF20244");
        add("EXTENDED");
        office.get(accepted())
                .then()
                .body("dueOn", equalTo("2024-05-30"))
                .body("said.extensions[0].on", equalTo("2024-05-06"))
                .body("said.extensions[0].toldOn", equalTo("2024-05-07"));
    }

    @Test
    void aPetitionSaysWhatItsRowTold() {
        add("ASSIGNED");
        office.get(accepted())
                .then()
                .body("source", equalTo("ASSIGNED"))
                .body("senderDivision", equalTo("410400000000"))
                .body("exchangedOn", equalTo("2024-03-05"))
                .body("receivedOn", equalTo("2024-03-06"))
                .body("assignedDueOn", equalTo("2024-05-31"));
        only("REFUSED");
        office.get(accepted())
                .then()
                .body("status", equalTo("REFUSED"))
                .body("said.refused.on", equalTo("2024-03-11"))
                .body("said.refused.ground", equalTo("JUDICIAL_MATTER"));
        only("WITHDRAWN");
        office.get(accepted())
                .then()
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawnOn", equalTo("2024-03-20"));
        only("CONCLUDED");
        office.get(accepted())
                .then()
                .body("resolvedOn", equalTo("2024-04-11"))
                .body("said.ratings.of", equalTo(List.of("PETITION_DEPARTMENT", "HANDLING_UNIT")))
                .body("said.ratings.rating", equalTo(List.of("SATISFIED", "FAIRLY_SATISFIED")));
    }

    private void only(String state) {
        sheet = new LedgerSheetOfPetitions("XF20244");
        add(state);
    }

    /** XF 35, 36: the organs above took these steps; the township's ledger knows their days. */
    @Test
    void aRowTellsWhatTheOrgansAboveHaveDone() {
        Map<String, String> row = add("REEXAMINED");
        row.put("复查答复收到日期", BLANK);
        String it = accepted();
        office.get(it).then().body("status", equalTo("REEXAMINED"));
        row.putAll(sheet.cells("FINALISED"));
        row.put("问题属地", BLANK);
        row.put("户籍地", BLANK);
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(1, done.getInt("corrected"), () -> ledger.lines(done, "REJECTED").prettify());
        office.get(it)
                .then()
                .body("status", equalTo("FINALISED"))
                .body("said.reexamination.requestedOn", equalTo("2024-04-15"))
                .body("said.reexamination.on", equalTo("2024-05-06"))
                .body("said.reexamination.result", equalTo("UPHELD"))
                .body("said.reexamination.delivery.receivedOn", equalTo("2024-05-08"))
                .body("said.finalReview.on", equalTo("2024-06-24"))
                .body("said.finalReview.delivery.receivedOn", equalTo("2024-06-26"));
        JsonPath deadlines = PetitionOffice.city().read(it + "/deadlines");
        assertEquals(
                "USED", deadlines.getString("find { it.rule == 'FINAL_REVIEW_REQUEST' }.state"));
        assertEquals("MET", deadlines.getString("find { it.rule == 'FINAL_REVIEW' }.state"));
    }

    @Test
    void aReviewThatTheLawDoesNotKnowIsRefusedByItsColumn() {
        // The reply came on 3 April: day 30 is 3 May, in the holiday, and moves to the 6th.
        add("IN_REEXAMINATION").put("申请复查日期", "2024-05-07");
        add("REEXAMINED").put("复查结果", BLANK);
        // Day 30 of 8 May is 7 June.
        add("IN_FINAL_REVIEW").put("申请复核日期", "2024-06-11");
        add("INQUIRY").put("申请复查日期", "2024-04-15");
        add("CONCLUDED").put("申请复核日期", "2024-06-03");
        add("CONCLUDED").put("复查结果", "维持");
        rejected("申请复查日期", "复查结果", "申请复核日期", "申请复查日期", "申请复核日期", "复查结果");
    }

    @Test
    void aDayOutOfOrderIsNamedByItsColumn() {
        add("REEXAMINED").put("复查答复收到日期", "2024-05-05");
        add("CONCLUDED").put("答复收到日期", "2024-03-31");
        add("CONCLUDED").put("信访日期", "2024-03-05");
        Map<String, String> row = add("TRANSFERRED");
        row.put("收到日期", "2024-02-28");
        row.put("告知日期", "2024-03-08");
        add("FINALISED").put("复核意见日期", "2024-06-02");
        rejected("复查答复收到日期", "答复收到日期", "登记日期", "收到日期", "复核意见日期");
    }

    /** Of a city nobody is two levels above, so that no final review can have been. */
    @Test
    void aReviewOfNobodyIsARefusalOfItsRow() {
        Ledger city = Ledger.at("/petition", "410400000000", "petitions");
        add("FINALISED");
        JsonPath done = city.imported(sheet.csv());
        assertEquals(List.of("申请复核日期"), city.lines(done, "REJECTED").getList("items.column"));
        assertEquals("XF 36", city.lines(done, "REJECTED").getString("items[0].legalBasis"));
    }

    @Test
    void theNationalExportIsReadAsItIs() throws IOException {
        List<String> header;
        try (InputStream in = getClass().getResourceAsStream("/ledgers/national-export.csv")) {
            header =
                    new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> List.of(line.split(",")).stream())
                            .toList();
        }
        Map<String, String> cells =
                Map.ofEntries(
                        Map.entry("信访件编号", "XF2024400999"),
                        Map.entry("信访形式", "走访"),
                        Map.entry("登记机构", "县信访局"),
                        Map.entry("信访日期", "2024.3.1"),
                        Map.entry("登记时间", "2024-03-04"),
                        Map.entry("信访目的", "求决"),
                        Map.entry("姓名", "张三三"),
                        Map.entry("通讯地址", "某村一组"),
                        Map.entry("信访人数", "1"),
                        Map.entry("信访内容分类", "宅基地"),
                        Map.entry("受理时间", "2024-03-11"),
                        Map.entry("办理途径", "信访程序"),
                        Map.entry("办理方式", "直接办理"),
                        Map.entry("办理状态", "正在办理"));
        String row =
                header.stream()
                        .map(title -> cells.getOrDefault(title, BLANK))
                        .collect(Collectors.joining(","));
        JsonPath done = ledger.imported(String.join(",", header) + "\n" + row + "\n");
        assertEquals(1, done.getInt("accepted"), () -> ledger.lines(done, "REJECTED").prettify());
        JsonPath warnings = ledger.lines(done, "WARNING");
        assertEquals(
                List.of(
                        "办理方式 NOT_IMPORTED",
                        "办理状态 NOT_IMPORTED",
                        "告知日期 NOTICE_UNTOLD",
                        "登记机构 NOT_IMPORTED"),
                warnings.<Map<String, String>>getList("items").stream()
                        .map(it -> it.get("column") + " " + it.get("code"))
                        .sorted()
                        .toList(),
                warnings::prettify);
    }
}
