package org.fengqiao.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WawuLedgersTest {

    private static final Path FOLDER = Path.of("wawu-2024");
    private static final int FIRST_ROW = 3;

    @BeforeAll
    static void writeAnewWhereAsked() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Generate.main(new String[] {FOLDER.toString()});
        }
    }

    @Test
    void theCommittedFilesAreWhatTheGeneratorWrites() throws IOException {
        for (Ledger ledger : new Township().ledgers()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ledger.write(out);
            List<List<String>> written = cells(new ByteArrayInputStream(out.toByteArray()));
            assertTrue(written.size() > FIRST_ROW + ledger.rows().size(), ledger.file());
            assertEquals(written, committed(ledger.file()), ledger.file());
        }
    }

    @Test
    void theTotalsAreThoseOfTheReport() throws IOException {
        List<Map<String, String>> cases = rows("03-cases.xlsx", 410);
        Map<String, Long> byCommittee =
                cases.stream()
                        .collect(Collectors.groupingBy(it -> it.get("调委会"), Collectors.counting()));
        assertEquals(20, byCommittee.size());
        assertEquals(71, byCommittee.get("瓦屋镇人民调解委员会"));
        assertEquals(410, count(cases, "调解结果", "调解成功"));
        assertEquals(230, cases.stream().filter(it -> it.containsKey("参与法律顾问")).count());
        rows("05-meetings.xlsx", 12);
        rows("01-committees.xlsx", 20);
        rows("04-screenings.xlsx", 240);
        List<Map<String, String>> petitions = rows("06-petitions.xlsx", 13);
        assertEquals(13, count(petitions, "信访目的", "求决"));
        assertEquals(13, count(petitions, "办理途径", "信访处理意见书"));
        List<Map<String, String>> visits = rows("07-visits.xlsx", 8);
        assertEquals(3, persons(visits, "到市"));
        assertEquals(1, persons(visits, "赴省"));
        assertEquals(0, persons(visits, "进京"));
    }

    private static int persons(List<Map<String, String>> visits, String level) {
        return visits.stream()
                .filter(it -> it.get("到访层级").equals(level))
                .mapToInt(it -> Integer.parseInt(it.get("人数")))
                .sum();
    }

    @Test
    void everyDayIsIn2024AndInOrder() {
        for (MediationCase it : allCases()) {
            assertTrue(
                    !it.registeredOn.isBefore(MediationCase.FIRST_DAY), "registered before 2024");
            assertTrue(!it.acceptedOn.isBefore(it.registeredOn), "accepted before registered");
            assertTrue(!it.mediatedOn.isBefore(it.acceptedOn), "mediated before accepted");
            assertTrue(!it.closedOn.isBefore(it.mediatedOn), "closed before mediated");
            assertTrue(!it.closedOn.isAfter(MediationCase.LAST_DAY), "closed after 2024");
            assertTrue(it.acceptedOn.plusDays(30).isAfter(it.closedOn), "over the limit");
            if (it.confirmationAppliedOn != null) {
                assertTrue(it.written && Dispute.isConfirmable(it.type), "not confirmable");
                assertTrue(
                        !it.confirmationAppliedOn.isAfter(it.closedOn.plusDays(30)),
                        "RT 33: 30 days");
                assertTrue(
                        !it.confirmationAppliedOn.isAfter(MediationCase.LAST_DAY),
                        "applied after 2024");
            }
            if (it.confirmationRuledOn != null) {
                assertTrue(
                        it.confirmationRuledOn.isAfter(it.confirmationAppliedOn),
                        "ruled before applied");
                assertTrue(
                        !it.confirmationRuledOn.isAfter(MediationCase.LAST_DAY),
                        "ruled after 2024");
            }
        }
    }

    /** The days of a petition in the order in which the law lets them come; each is there. */
    @Test
    void everyDayOfAPetitionIsIn2024AndInOrder() throws IOException {
        for (Map<String, String> it : rows("06-petitions.xlsx", 13)) {
            String number = it.get("信访件编号");
            boolean sent = it.get("信访来源").equals("转送");
            assertEquals(sent, it.get("转送机关") != null, number + ": a sender");
            assertEquals(sent ? it.get("登记日期") : null, it.get("交换日期"), number);
            inOrder(it, number, "信访日期", "登记日期", "受理日期", "办结日期", "签收日期");
            inOrder(it, number, "登记日期", "告知日期");
            inOrder(it, number, "办结日期", "评价日期");
            LocalDate registeredOn = day(it, "登记日期");
            LocalDate acceptedOn = day(it, "受理日期");
            assertTrue(
                    !day(it, "告知日期").isAfter(registeredOn.plusDays(15)),
                    number + ": XF 23, 15 days");
            assertTrue(
                    !day(it, "办结日期").isAfter(acceptedOn.plusDays(60)), number + ": XF 34, 60 days");
        }
    }

    /** A visit to the township is the petition's own day; one above is on some day of 2024. */
    @Test
    void everyDayOfAVisitIsIn2024AndInOrder() throws IOException {
        Map<String, Map<String, String>> petitions =
                rows("06-petitions.xlsx", 13).stream()
                        .collect(Collectors.toMap(it -> it.get("信访件编号"), it -> it));
        LocalDate last = LocalDate.of(2024, 1, 1);
        for (Map<String, String> it : rows("07-visits.xlsx", 8)) {
            String number = it.get("编号");
            LocalDate on = day(it, "信访日期");
            assertTrue(!on.isBefore(last), number + ": the list is in the order of days");
            last = on;
            Map<String, String> about = petitions.get(it.get("信访件编号"));
            boolean here = it.get("到访层级").equals("到乡镇");
            assertEquals(here, on.equals(day(about, "信访日期")), number);
            assertEquals(here ? "来访" : about.get("信访形式"), about.get("信访形式"), number);
            assertTrue(!on.isBefore(day(about, "信访日期")), number + ": before its petition");
        }
    }

    private static void inOrder(Map<String, String> row, String number, String... columns) {
        for (int i = 0; i < columns.length; i++) {
            LocalDate on = day(row, columns[i]);
            assertEquals(2024, on.getYear(), number + ": " + columns[i]);
            assertTrue(
                    i == 0 || !on.isBefore(day(row, columns[i - 1])),
                    number + ": " + columns[i] + " before " + columns[Math.max(0, i - 1)]);
        }
    }

    /** A day as a workbook keeps it: days since the end of 1899. */
    static LocalDate day(Map<String, String> row, String column) {
        String cell = row.get(column);
        assertTrue(cell != null, column + " is blank");
        return cell.contains("-")
                ? LocalDate.parse(cell)
                : LocalDate.of(1899, 12, 30).plusDays((long) Double.parseDouble(cell));
    }

    @Test
    void nobodyInTheLedgersExists() throws IOException {
        Set<String> numbers = new HashSet<>();
        for (Map<String, String> row : rows("03-cases.xlsx", 410)) {
            for (String party : List.of("甲", "乙")) {
                String number = row.get(party + "身份证号");
                if (number != null) {
                    assertTrue(numbers.add(number), "a number twice");
                    assertTrue(number.matches("999999[0-9]{11}[0-9X]"), "a region that exists");
                    assertEquals(People.checkDigit(number), number.charAt(17));
                    assertEquals(
                            row.get(party + "性别").equals("男"), (number.charAt(16) - '0') % 2 == 1);
                }
            }
        }
        // The examples of codes.md 3.2.
        assertEquals('6', People.checkDigit("99999919900101001"));
        assertEquals('4', People.checkDigit("99999919900101002"));
        assertEquals('8', People.checkDigit("99999919850715003"));
    }

    @Test
    void eachCommitteeHasAChairAndAWoman() {
        for (Committee committee : Committee.all(new Chance(1), new People(new Chance(2)))) {
            List<Committee.Mediator> all = committee.mediators();
            assertTrue(all.size() >= 3 && all.size() <= 9, "RT 8: three to nine");
            assertEquals(1, all.stream().filter(it -> it.role().equals("主任")).count());
            assertTrue(all.stream().anyMatch(it -> it.sex().equals("女")), "RT 8: a woman");
            assertEquals(all.size(), all.stream().map(Committee.Mediator::name).distinct().count());
        }
    }

    private static List<MediationCase> allCases() {
        Chance chance = new Chance(7);
        People people = new People(chance);
        return MediationCase.all(Committee.all(chance, people), chance, people);
    }

    private static long count(List<Map<String, String>> rows, String column, String word) {
        return rows.stream().filter(it -> word.equals(it.get(column))).count();
    }

    /** The rows of a committed ledger by column, without its total. */
    static List<Map<String, String>> rows(String file, int expected) throws IOException {
        List<List<String>> cells = committed(file);
        List<String> header = cells.get(FIRST_ROW - 1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> row : cells.subList(FIRST_ROW, cells.size())) {
            if (row.get(0).equals("合计")) {
                break;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) != null) {
                    values.put(header.get(i), row.get(i));
                }
            }
            rows.add(values);
        }
        assertEquals(expected, rows.size(), file);
        return rows;
    }

    private static List<List<String>> committed(String file) throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(file))) {
            return cells(in);
        }
    }

    private static List<List<String>> cells(InputStream in) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.map(
                            row ->
                                    row.stream()
                                            .map(WawuLedgersTest::text)
                                            .collect(
                                                    Collectors.toCollection(
                                                            ArrayList<String>::new)))
                    .map(it -> (List<String>) it)
                    .toList();
        }
    }

    private static String text(Cell cell) {
        return cell == null || cell.getText().isEmpty() ? null : cell.getText();
    }
}
