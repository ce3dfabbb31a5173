package org.fengqiao.petition.privacy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.testkit.CanaryOffice;
import org.fengqiao.testkit.Platform;
import org.fengqiao.testkit.PrivacyCanaries;
import org.fengqiao.testkit.SourceEvent;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What names a petitioner, an informer or whom they accuse is nowhere but sealed in its record. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class PrivacyCanaryTest extends PrivacyCanaries {

    // A township that no other test writes to.
    private static final String HOME = "410423206000";

    /** Where a text may stand that is no person's, and why. */
    private static final Map<String, String> NO_PERSON =
            Map.of(
                    "createBacklogCase /leaderPost", "a post, shown to whoever sees the case",
                    "correctBacklogCase /backlogCase/leaderPost", "the same",
                    "putCalendar /days/0/name", "a holiday of the State Council's notice",
                    "putCalendar /days/0/notice", "the notice's own number",
                    "importLedger /kind", "a ledger's name: any other is refused",
                    "startReplay /kind", "a topic's name: any other is refused");

    /** What a row needs beside its personal columns, by the ledger. */
    private static final Map<String, Map<String, String>> ROWS =
            Map.of(
                    "petitions",
                    Map.of(
                            "信访形式", "来信",
                            "信访日期", "2024-03-01",
                            "登记日期", "2024-03-01",
                            "信访目的", "求决",
                            "信访人数", "1",
                            "内容分类", "宅基地"),
                    "visits",
                    Map.of("信访日期", "2024-04-02", "到访层级", "到市", "人数", "1", "接待场所", "接待场所"),
                    "backlog",
                    Map.of(
                            "列入日期", "2024-02-01",
                            "内容分类", "宅基地",
                            "包案领导职务", CanaryRecords.POST,
                            "化解日期", "2024-08-01"));

    @Inject Instance<LedgerKind> ledgers;

    PrivacyCanaryTest() {
        super(
                "/petition",
                HOME,
                "records:read",
                "petitions:read",
                "petitions:write",
                "ledgers:import",
                "ledgers:export",
                "calendars:write",
                "admin");
    }

    @Test
    void noLedgerIsForgotten() {
        Set<String> kinds = new TreeSet<>();
        ledgers.forEach(it -> kinds.add(it.kind()));
        Assertions.assertEquals(ROWS.keySet(), kinds);
    }

    @Override
    protected Map<String, String> noPerson() {
        return NO_PERSON;
    }

    @Override
    protected void write(CanaryOffice canaries) {
        new CanaryRecords(
                        canaries,
                        HOME,
                        clerk(HOME),
                        clerk(CanaryRecords.COUNTY),
                        clerk("410400000000"))
                .enter();
        new CanaryAccusations(canaries, HOME, CanaryRecords.COUNTY).enter(clerk(HOME));
    }

    @Override
    protected Iterable<LedgerKind> ledgers() {
        return ledgers;
    }

    @Override
    public Map<String, String> row(LedgerKind kind) {
        return ROWS.get(kind.kind());
    }

    @Override
    public boolean standsInClear(LedgerKind kind, LedgerColumn column) {
        return column.title().equals("包案领导职务");
    }

    @Override
    protected SourceEvent[] odd(String text) {
        return new SourceEvent[] {
            SourceEvent.of("mediation.case.v1").with("division", HOME).with("status", text),
            SourceEvent.of("mediation.committee.v1").with("division", HOME).with("name", text)
        };
    }

    @Override
    protected List<String> showing() {
        return List.of(
                "getPetition",
                "getVisit",
                "getSupervision",
                "getImprovementProposal",
                "getBacklogCase",
                "getPetitionHistory",
                "exportLedger petitions",
                "exportLedger visits",
                "exportLedger backlog");
    }

    @Override
    protected String tableInClear() {
        return "public.backlog_case";
    }

    @Override
    protected String textInClear() {
        return CanaryRecords.POST;
    }
}
