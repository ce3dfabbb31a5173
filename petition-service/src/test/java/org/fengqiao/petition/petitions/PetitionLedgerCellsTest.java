package org.fengqiao.petition.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.fengqiao.petition.petitions.LedgerSheetOfPetitions.BLANK;
import static org.fengqiao.petition.petitions.LedgerSheetOfPetitions.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerColumn.Trait;
import org.fengqiao.petition.PetitionOffice;
import org.fengqiao.testkit.GoldenFile;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.Tokens;
import org.junit.jupiter.api.Test;

/**
 * Every cell of a row takes effect, or is refused by its column: each column is changed, and
 * blanked, in each state of a petition.
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PetitionLedgerCellsTest {

    // A township that no other test writes to.
    private static final String HOME = "410423207000";

    /** Per state: the columns of which another cell, or a blank one, is refused if it is alone. */
    private static final Path REFUSED = Path.of("src/test/resources/ledgers/refused-cells.txt");

    @Inject PetitionLedger kind;

    private final Ledger ledger = Ledger.at("/petition", HOME, "petitions");
    private final PetitionOffice office =
            PetitionOffice.of(
                    Tokens.of("office", HOME, "petitions:read", "persons:read", "ledgers:export"));

    /** One cell of one petition, changed in the second import. */
    private record Change(String state, String column, String cell) {

        String kind() {
            return cell.equals(BLANK) ? "blank" : "other";
        }
    }

    @Test
    void everyChangedCellTakesEffectOrIsRefusedByItsColumn() {
        Map<String, Set<String>> lasting = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String state : new LedgerSheetOfPetitions("").states()) {
            changeEach(state, lasting, faults);
        }
        assertEquals(List.of(), faults);
        GoldenFile.at(REFUSED).matches(drawn(lasting));
    }

    /** One petition of the state for each change, all in one file, imported twice. */
    private void changeEach(String state, Map<String, Set<String>> lasting, List<String> faults) {
        LedgerSheetOfPetitions sheet = new LedgerSheetOfPetitions("XF20241");
        List<Change> changes = changes(sheet, state);
        changes.forEach(it -> sheet.add(state));
        JsonPath first = ledger.imported(sheet.csv());
        assertEquals(changes.size(), first.getInt("accepted"), rejections(first).toString());
        List<Map<String, String>> before = sheet.read(export());
        for (int i = 0; i < changes.size(); i++) {
            sheet.row(i).put(changes.get(i).column(), changes.get(i).cell());
        }
        JsonPath second = ledger.imported(sheet.csv());
        assertEquals(0, second.getInt("conflicts"), second::prettify);
        List<Map<String, String>> after = sheet.read(export());
        Map<Integer, Set<String>> refused = rejections(second);
        for (int i = 0; i < changes.size(); i++) {
            Change it = changes.get(i);
            Set<String> columns = refused.get(line(i));
            if (columns == null) {
                String meant = LedgerSheetOfPetitions.meant(sheet.row(i), it.column(), it.cell());
                String said = after.get(i).get(it.column());
                if (!meant.equals(said)) {
                    faults.add(it + " was taken without effect: " + said);
                }
            } else {
                if (!before.get(i).equals(after.get(i))) {
                    faults.add(it + " was refused by halves");
                }
                if (Collections.disjoint(columns, LedgerSheetOfPetitions.with(it.column()))) {
                    faults.add(it + " was refused because of " + columns);
                }
                lasting.computeIfAbsent(state + " " + it.kind(), none -> new TreeSet<>())
                        .add(it.column());
            }
        }
    }

    /** Another cell in each column, and a blank one in each that is filled. */
    private static List<Change> changes(LedgerSheetOfPetitions sheet, String state) {
        Map<String, String> cells = sheet.cells(state);
        List<Change> changes = new ArrayList<>();
        sheet.otherCells(state)
                .forEach(
                        (column, cell) -> {
                            changes.add(new Change(state, column, cell));
                            if (cells.containsKey(column)) {
                                changes.add(new Change(state, column, BLANK));
                            }
                        });
        return changes;
    }

    private static String drawn(Map<String, Set<String>> lasting) {
        return lasting.entrySet().stream()
                .map(it -> it.getKey() + ": " + String.join(" ", it.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void anExportWithPersonsComesBackUnchanged() {
        LedgerSheetOfPetitions sheet = new LedgerSheetOfPetitions("XF20242");
        sheet.states().forEach(sheet::add);
        int petitions = sheet.states().size();
        JsonPath done = ledger.imported(sheet.csv());
        assertEquals(petitions, done.getInt("accepted"), rejections(done).toString());
        JsonPath again = ledger.imported(sheet.ownLines(export()));
        assertEquals(petitions, again.getInt("total"), again::prettify);
        assertEquals(petitions, again.getInt("unchanged"), rejections(again).toString());
    }

    /** A column that is in no row would be tested by nothing. */
    @Test
    void everyColumnIsInARow() {
        LedgerSheetOfPetitions sheet = new LedgerSheetOfPetitions("XF20243");
        Set<String> columns =
                kind.columns().stream()
                        .filter(it -> !it.traits().contains(Trait.KEY))
                        .filter(it -> !it.traits().contains(Trait.ASIDE))
                        .map(LedgerColumn::title)
                        .collect(toCollection(TreeSet::new));
        Set<String> filled =
                sheet.states().stream()
                        .flatMap(it -> sheet.cells(it).keySet().stream())
                        .collect(toCollection(TreeSet::new));
        assertEquals(columns, filled);
        for (String state : sheet.states()) {
            Map<String, String> other = sheet.otherCells(state);
            assertEquals(columns, new TreeSet<>(other.keySet()));
            sheet.cells(state).forEach((column, cell) -> assertNotEquals(cell, other.get(column)));
        }
    }

    /** The columns named for each rejected line. */
    private Map<Integer, Set<String>> rejections(JsonPath done) {
        return ledger.allLines(done, "REJECTED").stream()
                .collect(
                        groupingBy(
                                it -> (Integer) it.get("line"),
                                TreeMap::new,
                                mapping(
                                        it -> String.valueOf(it.get("column")),
                                        toCollection(TreeSet::new))));
    }

    private String export() {
        return new String(office.exported("petitions", 2024), UTF_8);
    }
}
