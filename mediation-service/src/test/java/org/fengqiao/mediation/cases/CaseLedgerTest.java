package org.fengqiao.mediation.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.fengqiao.mediation.cases.LedgerSheetOfCases.BLANK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.fengqiao.mediation.Office;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger of cases over HTTP: every cell of a row takes effect, or is refused by its column. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class CaseLedgerTest {

    private static final String TOWNSHIP = "410423105000";

    private final Office office =
            Office.of(
                    Tokens.of(
                            "clerk",
                            TOWNSHIP,
                            "cases:read",
                            "cases:write",
                            "persons:read",
                            "ledgers:export"));
    private final Ledger ledger = Ledger.at("/mediation", TOWNSHIP, "cases");
    private LedgerSheetOfCases sheet;

    @BeforeEach
    void committee() {
        sheet = LedgerSheetOfCases.ofNewCommittees(office, TOWNSHIP);
    }

    /** One cell of one case, changed in the second import. */
    private record Change(String state, String column, String cell) {}

    @Test
    void everyChangedCellTakesEffectOrIsRefusedByItsColumn() {
        List<Change> changes = new ArrayList<>();
        sheet.states()
                .forEach(
                        state ->
                                sheet.otherCells(state)
                                        .forEach(
                                                (column, cell) -> {
                                                    changes.add(new Change(state, column, cell));
                                                    changes.add(new Change(state, column, BLANK));
                                                }));
        changes.forEach(it -> sheet.add(it.state()));
        JsonPath first = ledger.imported(sheet.csv());
        assertEquals(changes.size(), first.getInt("accepted"), rejections(first).toString());
        List<Map<String, String>> before = exported();

        for (int i = 0; i < changes.size(); i++) {
            sheet.row(i).put(changes.get(i).column(), changes.get(i).cell());
        }
        JsonPath second = ledger.imported(sheet.csv());
        List<Map<String, String>> after = exported();

        Map<Integer, Set<String>> refused = rejections(second);
        Map<String, Set<String>> lasting = new TreeMap<>();
        Map<String, Set<String>> lastingBlanks = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Set<String> columns = refused.get(sheet.line(i));
            if (columns == null) {
                if (!sheet.meant(change.column(), change.cell())
                        .equals(after.get(i).get(change.column()))) {
                    faults.add(change + " was taken without effect");
                }
                continue;
            }
            if (!before.get(i).equals(after.get(i))) {
                faults.add(change + " was refused by halves");
            }
            if (!columns.contains(change.column())
                    && !columns.contains(sheet.companion(change.column()))) {
                faults.add(change + " was refused because of " + columns);
            }
            (change.cell().equals(BLANK) ? lastingBlanks : lasting)
                    .computeIfAbsent(change.state(), none -> new TreeSet<>())
                    .add(change.column());
        }
        assertEquals(List.of(), faults);
        assertEquals(new TreeMap<>(LedgerSheetOfCases.LASTING), lasting);
        sheet.states()
                .forEach(it -> assertEquals(sheet.lastingBlanks(it), lastingBlanks.get(it), it));
        assertEquals(0, second.getInt("conflicts"));
    }

    @Test
    void anExportWithPersonsComesBackUnchanged() {
        sheet.states().forEach(sheet::add);
        int cases = sheet.states().size();
        assertEquals(cases, ledger.imported(sheet.csv()).getInt("accepted"));
        String export = sheet.ownLines(export());
        assertEquals(cases, ledger.imported(export).getInt("unchanged"));
    }

    @Test
    void theTemplateOffersTheWordsOfTheCodeLists() throws IOException {
        byte[] template =
                office.request().get("/mediation/v1/ledger-templates/cases").asByteArray();
        Map<String, List<String>> offered = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(template));
                Stream<Row> rows = book.findSheet("代码表").orElseThrow().openStream()) {
            List<Row> all = rows.toList();
            for (int i = 0; i < all.get(0).getCellCount(); i++) {
                int place = i;
                List<String> column =
                        all.stream()
                                .flatMap(it -> it.getCellAsString(place).stream())
                                .filter(it -> !it.isEmpty())
                                .toList();
                if (!column.isEmpty()) {
                    offered.put(column.get(0), column.subList(1, column.size()));
                }
            }
        }
        assertEquals(listed("/code-lists/confirmation-bars"), offered.get("是否确权"));
        assertEquals(listed("/code-lists/remedies"), offered.get("告知途径"));
        assertEquals(listed("/code-lists/refusal-grounds"), offered.get("不受理理由"));
        assertEquals(listed("/code-lists/dispute-types"), offered.get("纠纷类型"));
    }

    private List<String> listed(String path) {
        return office.read(path).getList("values.zh");
    }

    @Test
    void aRemarkIsTheOfficesOwn() {
        sheet.add("REGISTERED").put("备注", "另存");
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(1, done.getInt("accepted"));
        assertEquals(List.of("备注"), ledger.lines(done, "WARNING").getList("items.column"));
        sheet.row(0).put("备注", "改存");
        JsonPath again = ledger.imported(sheet.csv());
        assertEquals(1, again.getInt("unchanged"));
        assertEquals(List.of("NOT_IMPORTED"), ledger.lines(again, "WARNING").getList("items.code"));
    }

    @Test
    void aRowThatFillsInWhatCameLaterTakesTheMissingSteps() {
        sheet.add("IN_MEDIATION");
        ledger.imported(sheet.csv());
        sheet.row(0).putAll(sheet.cells("AGREED"));
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(1, done.getInt("corrected"));
        JsonPath it = read(done);
        assertEquals("AGREED", it.getString("status"));
        assertEquals("2024-03-20", it.getString("closedOn"));
        assertEquals("2024-04-01", it.getString("performedOn"));
    }

    @Test
    void aCellThatFitsNothingRejectsANewRowToo() {
        sheet.add("IN_MEDIATION").put("协议金额", "500.00");
        sheet.add("NOT_AGREED").put("履行日期", "2024-04-01");
        sheet.add("REGISTERED").put("受理日期", "2024-02-01");
        sheet.add("REGISTERED").put("甲身份证号", "999999199001010017");
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(
                List.of("协议金额", "履行日期", "受理日期", "甲身份证号"),
                ledger.lines(done, "REJECTED").getList("items.column"));
        assertEquals(4, done.getInt("rejected"));
    }

    @Test
    void aNumberThatTheCommitteeHasGivenIsForAPersonToDecide() {
        sheet.add("REGISTERED");
        office.registered(sheet.committeePath(), "2024-01-02");
        Map<String, String> row = sheet.row(0);
        row.put("编号", "〔2024〕1号");
        Ledger village = Ledger.at("/mediation", sheet.villageCode(), "cases");
        JsonPath done = village.imported(sheet.csv());
        assertEquals(
                List.of("ENTERED_HERE"), village.lines(done, "CONFLICT").getList("items.code"));
    }

    @Test
    void whatTheRowDoesNotTellIsNotOnRecord() {
        sheet.add("NOT_AGREED").put("告知途径", BLANK);
        sheet.add("REFUSED").put("不受理理由", BLANK);
        sheet.add("AGREED").put("防止人数", BLANK);
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(3, done.getInt("accepted"));
        assertEquals(
                List.of("REMEDIES_UNTOLD", "GROUND_UNTOLD", "PERSONS_UNTOLD"),
                ledger.lines(done, "WARNING").getList("items.code"));
        List<String> ids = ledger.lines(done, "ACCEPTED").getList("items.recordId");
        JsonPath failed = office.read("/cases/" + ids.get(0));
        assertEquals(List.of(), failed.getList("said.ended.remediesTold"));
        assertNull(office.read("/cases/" + ids.get(1)).get("said.refused.ground"));
        assertNull(office.read("/cases/" + ids.get(2)).get("said.preventionActs[0].persons"));
    }

    @Test
    void anAgreementOnLandIsConfirmableOnlyWhereTheRowSaysThatItDeterminesNoTitle() {
        for (String cell : List.of(BLANK, "否", "是", "无", "适用其他特别程序")) {
            Map<String, String> row = sheet.add("AGREED_WITHOUT_COURT");
            row.put("纠纷类型", "山林土地纠纷");
            row.put("是否确权", cell);
        }
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(5, done.getInt("accepted"), rejections(done).toString());
        JsonPath warnings = ledger.lines(done, "WARNING");
        assertEquals(List.of("TITLE_UNTOLD"), warnings.getList("items.code"));
        assertEquals(List.of(sheet.line(0)), warnings.getList("items.line"));
        List<String> windows =
                ledger.lines(done, "ACCEPTED").<String>getList("items.recordId").stream()
                        .map(id -> office.read("/cases/" + id))
                        .map(it -> it.getString("confirmationWindowEndsOn"))
                        .map(String::valueOf)
                        .toList();
        assertEquals(List.of("null", "2024-04-19", "null", "2024-04-19", "null"), windows);
    }

    @Test
    void anotherTypeMayNotMakeAConfirmedAgreementUnconfirmable() {
        sheet.add("AGREED").put("是否确权", BLANK);
        ledger.imported(sheet.csv());
        sheet.row(0).put("纠纷类型", "山林土地");
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(List.of("纠纷类型"), ledger.lines(done, "REJECTED").getList("items.column"));
        sheet.row(0).put("是否确权", "否");
        assertEquals(1, ledger.imported(sheet.csv()).getInt("corrected"));
    }

    @Test
    void whatWasEnteredHereStaysWhereTheLedgerHasNoWordForIt() {
        sheet.add("REGISTERED");
        JsonPath done = ledger.imported(sheet.csv());
        String path = "/cases/" + recordId(done, "ACCEPTED");
        String parties =
                """
                {"reason":"补录","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"张三三","phone":"13800000001"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"李四四"},
                 {"role":"RESPONDENT","kind":"ORGANISATION","name":"某某公司"}]}""";
        office.step(path, "correction", parties).then().statusCode(200);
        sheet.row(0).put("涉及人数", "3");
        JsonPath conflict = ledger.imported(sheet.csv());
        assertEquals(1, conflict.getInt("conflicts"));
        decide(conflict, 2);
        JsonPath taken = ledger.imported(sheet.csv());
        assertEquals(
                1,
                taken.getInt("corrected"),
                () -> ledger.lines(taken, "REJECTED").prettify() + taken.prettify());
        JsonPath it = persons(path);
        assertEquals(List.of("张三三", "李四四", "某某公司"), it.getList("parties.name"));
        assertEquals("13800000001", it.getString("parties[0].phone"));
        assertEquals("999999199001010016", it.getString("parties[0].identityNumber"));
        assertEquals("ORGANISATION", it.getString("parties[2].kind"));
    }

    @Test
    void aFileWithoutAColumnSaysNothingOfIt() {
        sheet.add("AGREED");
        String path = "/cases/" + recordId(ledger.imported(sheet.csv()), "ACCEPTED");
        List.of("甲性别", "甲身份证号", "参与法律顾问", "简要案情", "协议金额").forEach(sheet.row(0)::remove);
        sheet.row(0).put("乙性别", "男");
        assertEquals(1, ledger.imported(sheet.csv()).getInt("corrected"));
        JsonPath it = persons(path);
        assertEquals(List.of("MALE", "MALE"), it.getList("parties.sex"));
        assertEquals("999999199001010016", it.getString("parties[0].identityNumber"));
        assertEquals("院墙滴水", it.getString("said.summary"));
        assertEquals(
                List.of("01927b11-7d0e-7c11-8a11-5f6b4b6f0001"), it.getList("said.counselIds"));
        assertEquals(500.0, it.getDouble("said.agreement.amountYuan"));
    }

    private void decide(JsonPath conflict, int version) {
        Office.of(Tokens.of("ledger-clerk", TOWNSHIP, "cases:write", "ledgers:import"))
                .post(
                        "/imports/%s/lines/%s/decision"
                                .formatted(conflict.getString("id"), sheet.line(0)),
                        "{\"choice\":\"TAKE_LEDGER\",\"version\":%d}".formatted(version))
                .then()
                .statusCode(200);
    }

    private JsonPath persons(String path) {
        return office.request()
                .header("Fengqiao-Purpose", "CASE_HANDLING")
                .header("Fengqiao-Acting-User", "clerk")
                .get("/mediation/v1" + path)
                .jsonPath();
    }

    private JsonPath read(JsonPath done) {
        return office.read("/cases/" + recordId(done, "CORRECTED"));
    }

    private String recordId(JsonPath done, String outcome) {
        return ledger.lines(done, outcome).getString("items[0].recordId");
    }

    /** The columns named for each rejected line. */
    private Map<Integer, Set<String>> rejections(JsonPath done) {
        List<Map<String, Object>> all = ledger.allLines(done, "REJECTED");
        return all.stream()
                .collect(
                        groupingBy(
                                it -> (Integer) it.get("line"),
                                TreeMap::new,
                                mapping(
                                        it -> String.valueOf(it.get("column")),
                                        toCollection(TreeSet::new))));
    }

    /** The rows of this test's committee as they are exported, in the order of the sheet. */
    private List<Map<String, String>> exported() {
        List<Map<String, String>> rows = sheet.read(export());
        assertNotEquals(0, rows.size());
        return rows;
    }

    private String export() {
        return new String(
                office.request()
                        .header("Fengqiao-Purpose", "CASE_HANDLING")
                        .header("Fengqiao-Acting-User", "clerk")
                        .get("/mediation/v1/exports/cases?year=2024&format=csv")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                UTF_8);
    }
}
