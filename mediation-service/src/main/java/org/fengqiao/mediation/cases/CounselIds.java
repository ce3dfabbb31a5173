package org.fengqiao.mediation.cases;

import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;

/**
 * Counsel who take part, by the ids legal-service gives them (UUIDv7). They travel in events, where
 * no person is named.
 */
final class CounselIds {

    private static final int TIME_ORDERED = 7;

    private CounselIds() {}

    /** Refuses an id of another kind: one that somebody made up may say who it is. */
    static List<UUID> require(List<UUID> given) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).version() != TIME_ORDERED) {
                throw Refusal.of(422, "COUNSEL_ID", "法律顾问编号无效", "Not an id of counsel")
                        .at("/counselIds/" + i, "须为 UUIDv7", "must be a UUIDv7");
            }
        }
        return given;
    }

    /** Those a ledger's row has. */
    static List<UUID> of(LedgerRow row) {
        try {
            return require(row.texts("参与法律顾问").stream().map(CounselIds::read).toList());
        } catch (IllegalArgumentException | Refusal e) {
            throw row.refuse(
                    "参与法律顾问",
                    "COUNSEL_ID",
                    "须填法律顾问编号（UUIDv7），不得填写姓名",
                    "ids of counsel, never names");
        }
    }

    private static UUID read(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("a shortened UUID");
        }
        return id;
    }
}
