package org.fengqiao.testkit;

import java.util.Map;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;

/** What a service tells of its ledgers, so that canaries can be put into them. */
public interface CanaryRows {

    /**
     * A right row: cells by title, beside its number. Personal columns that it leaves out get a
     * canary.
     */
    Map<String, String> row(LedgerKind kind);

    /** Whether what the column holds is kept as it is, since it names no person. */
    boolean standsInClear(LedgerKind kind, LedgerColumn column);
}
