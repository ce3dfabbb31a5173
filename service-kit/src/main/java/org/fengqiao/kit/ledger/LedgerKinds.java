package org.fengqiao.kit.ledger;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.web.Refusal;

/** The kinds of ledger of this service. */
@ApplicationScoped
class LedgerKinds {

    private final List<LedgerKind> kinds;

    LedgerKinds(@All List<LedgerKind> kinds) {
        this.kinds = kinds;
    }

    boolean none() {
        return kinds.isEmpty();
    }

    Optional<LedgerKind> find(String kind) {
        return kinds.stream().filter(it -> it.kind().equals(kind)).findFirst();
    }

    /** The kind in a path: 404 where there is none. */
    LedgerKind get(String kind) {
        return find(kind).orElseThrow(Refusal::notFound);
    }
}
