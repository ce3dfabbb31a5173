package org.fengqiao.legal.privacy;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerColumn.Trait;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.legal.LegalOffice.OfDocument;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Canary;
import org.fengqiao.testkit.CanaryOffice;
import org.fengqiao.testkit.Clerk;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.PrivacyCanaries;
import org.fengqiao.testkit.SourceEvent;
import org.fengqiao.testkit.Traces;
import org.junit.jupiter.api.Test;

/**
 * What names a person stands nowhere but sealed in its record. The bodies are made of the document:
 * a new register is covered without a word here, unless it has a text in clear ({@link InClear}).
 */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PrivacyCanaryTest extends PrivacyCanaries {

    // A township that no other test writes to.
    private static final String HOME = "410423206000";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Of bodies that are no record's. */
    private static final Map<String, String> NO_PERSON =
            Map.of(
                    "putCalendar /days/0/name", "a holiday of the State Council's notice",
                    "putCalendar /days/0/notice", "the notice's own number",
                    "importLedger /kind", "a ledger's name: any other is refused",
                    "startReplay /kind", "a topic's name: any other is refused");

    @Inject Instance<LedgerKind> ledgers;

    private final Canary inClear = new Canary();
    private CanaryForms forms;
    private String adviser;

    PrivacyCanaryTest() {
        super(
                "/legal",
                HOME,
                "records:read",
                "legal:read",
                "legal:write",
                "ledgers:import",
                "ledgers:export",
                "calendars:write",
                "admin");
    }

    @Override
    protected Map<String, String> noPerson() {
        Map<String, String> places = new TreeMap<>(NO_PERSON);
        for (OfDocument it : forms.registers()) {
            InClear.of(it.name())
                    .forEach(
                            (place, why) -> {
                                places.put("create" + it.name() + " " + place, why);
                                places.put("correct" + it.name() + " /record" + place, why);
                            });
        }
        return places;
    }

    @Override
    protected void write(CanaryOffice canaries) {
        forms = new CanaryForms(canaries.document(), inClear);
        adviser = new CanaryRegisters(canaries, forms, HOME, clerk(HOME)).enter();
    }

    @Override
    protected Iterable<LedgerKind> ledgers() {
        return ledgers;
    }

    /** As the ledger itself writes a record: with its texts, and its adviser by name. */
    @Override
    public Map<String, String> row(LedgerKind kind) {
        List<String> file = RegisterClerk.of(HOME).exported(kind.kind(), 2024).lines().toList();
        String[] titles = file.get(0).replace("\uFEFF", "").split(",", -1);
        String[] cells = file.get(file.size() - 1).split(",", -1);
        assertEquals(titles.length, cells.length, () -> String.join("\n", file));
        Map<String, String> row = new LinkedHashMap<>();
        for (LedgerColumn it : kind.columns()) {
            int at = List.of(titles).indexOf(it.title());
            // A remark is the office's own; an id of a record that stands is no new record's.
            boolean own = it.traits().contains(Trait.PERSONAL);
            if (!it.traits().contains(Trait.ASIDE) && at >= 0) {
                row.put(it.title(), own || !cells[at].matches(UUID) ? cells[at] : "");
            }
        }
        return row;
    }

    @Override
    public boolean standsInClear(LedgerKind kind, LedgerColumn column) {
        return forms.titlesInClear(kind.kind()).contains(column.title());
    }

    @Override
    protected SourceEvent[] odd(String text) {
        SourceEvent right = SourceEvent.of("mediation.case.v1").with("division", HOME);
        return new SourceEvent[] {
            right.with("counselIds", List.of(text)),
            SourceEvent.of("mediation.case.v1").with("division", HOME).with("matterId", text)
        };
    }

    @Override
    protected List<String> showing() {
        List<String> readings = new ArrayList<>();
        for (OfDocument it : forms.registers()) {
            // Of a correction and a voiding the history tells the reason.
            readings.add("get" + it.name() + "History");
            if (forms.namesPersons(it)) {
                readings.add("get" + it.name());
                readings.add("exportLedger " + it.path().substring(1));
            }
        }
        return readings;
    }

    @Override
    protected String tableInClear() {
        return "public.institution";
    }

    @Override
    protected String textInClear() {
        return inClear.core();
    }

    /** Else a place would be listed that is sealed by now. */
    @Test
    void whatIsListedAsInClearIsKeptSo() {
        List<String> rows = Traces.rows();
        String missing =
                forms.texts().entrySet().stream()
                        .filter(it -> Traces.holding(rows, it.getValue()).isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(joining("\n"));
        assertEquals("", missing);
    }

    /** Events, logs and metrics have codes, days and counts: no text, whatever it is about. */
    @Test
    void evenATextInClearIsInNoEvent() {
        assertEquals(List.of(), inClear.in(Traces.messages()));
    }

    @Test
    void aSearchFindsWhatNamesAPersonWithoutNamingAnyone() {
        Clerk clerk = clerk(HOME);
        String name = clerk.readFully("/legal-advisers/" + adviser).getString("record.name");
        Response found = clerk.ask("/searches", "{\"name\":\"" + name + "\"}");
        assertTrue(found.asString().contains(adviser), found::asString);
        assertFalse(found.asString().contains(name), found::asString);
    }
}
