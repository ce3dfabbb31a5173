package org.fengqiao.kit.privacy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fengqiao.kit.events.RecordKind;

/** The tables of all kinds of record, each with its journal, and the files of ledgers. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@ApplicationScoped
class RecordTables implements SealedTables {

    private final PersonalData keys;
    private final Instance<RecordKind> kinds;

    RecordTables(PersonalData keys, Instance<RecordKind> kinds) {
        this.keys = keys;
        this.kinds = kinds;
    }

    @Override
    public String purpose() {
        return "records";
    }

    @Override
    public PersonalData keys() {
        return keys;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public List<List<SealedTable>> groups() {
        List<List<SealedTable>> groups = new ArrayList<>();
        kinds.stream()
                .sorted(Comparator.comparing(RecordKind::table))
                .forEach(
                        it ->
                                groups.add(
                                        List.of(
                                                SealedTable.of(it.table()),
                                                SealedTable.journalOf(it.table()))));
        groups.add(List.of(SealedTable.of("ledger_import")));
        groups.add(List.of(SealedTable.HOLDS));
        return groups;
    }
}
