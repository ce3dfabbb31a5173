package org.fengqiao.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fengqiao.testkit.Visit.common;
import static org.fengqiao.testkit.Visit.listing;
import static org.fengqiao.testkit.Visit.local;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of a {@link GuardWalk} of what every service answers about its ledgers. */
public final class LedgerVisits {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private LedgerVisits() {}

    /**
     * Leads one record into a conflict: it is imported, corrected, and imported with another word.
     *
     * @param shown what the export shows the home township, and must show no other
     * @param words three, each another one for the same record
     * @param file a CSV of one row that says that word
     * @param correct corrects the record of that id, to none of the words
     */
    public static Visit[] of(
            Ledger ledger,
            String shown,
            List<String> words,
            Function<String, String> file,
            Consumer<String> correct) {
        String kind = ledger.kind();
        JsonPath first = ledger.imported(file.apply(words.get(0)));
        correct.accept(ledger.lines(first, "ACCEPTED").getString("items[0].recordId"));
        JsonPath conflicted = ledger.imported(file.apply(words.get(1)));
        String id = conflicted.getString("id");
        String line = ledger.lines(conflicted, "CONFLICT").getString("items[0].line");
        String application =
                "{'division':'%s','kind':'%s','purpose':'AUDIT','rows':9,'until':'%s'}"
                        .formatted(ledger.division(), kind, LocalDate.now(SHANGHAI).plusDays(9))
                        .replace('\'', '"');
        String granted = ledger.appliedForExport(application);
        String refused = ledger.appliedForExport(application);
        return new Visit[] {
            local("applyForExport").body(application),
            listing("listExportApprovals", granted),
            local("getExportApproval").at("id", granted),
            local("approveExport").at("id", granted).body("{\"rows\":9}"),
            local("refuseExport").at("id", refused).body("{\"ground\":\"NOT_NEEDED\"}"),
            common("getLedgerTemplate").at("kind", kind),
            listing("exportLedger", shown)
                    .at("kind", kind)
                    .query("year", "2024")
                    .query("format", "csv"),
            local("importLedger")
                    .form("kind", kind)
                    .form("division", ledger.division())
                    .file(kind + ".csv", file.apply(words.get(2)).getBytes(UTF_8)),
            listing("listImports", id),
            local("getImport").at("id", id),
            local("listImportLines").at("id", id),
            local("decideImportConflict")
                    .at("id", id)
                    .at("line", line)
                    .notUnder("id", first.getString("id"))
                    .body("{\"choice\":\"KEEP_RECORD\",\"version\":2}"),
        };
    }
}
