package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.security.Scope;

/** What ledgers of this service have in common. */
@ApplicationScoped
public class LedgerCells {

    private final PetitionReferences petitions;

    LedgerCells(PetitionReferences petitions) {
        this.petitions = petitions;
    }

    /**
     * The petition that a cell names by its national number. One without such a number was named
     * here: no cell can say it, or take it away.
     *
     * @param standing the petition that the record names so far, or {@code null}
     * @param division the record's: of several petitions its own is meant
     */
    public UUID petition(LedgerRow row, String title, UUID standing, String division, Scope scope) {
        if (row.has(title)) {
            String number =
                    row.text(title).replaceAll("[^0-9A-Za-z.-]", "").toUpperCase(Locale.ROOT);
            return petitions
                    .numbered(number, division, scope)
                    .map(PetitionReferences.Reference::id)
                    .orElseThrow(
                            () ->
                                    row.refuse(
                                            title,
                                            "PETITION_UNKNOWN",
                                            "本辖区没有该编号的信访件",
                                            "No petition of that number in your area"));
        }
        boolean kept = !row.columns().contains(title) || petitions.nationalNumber(standing) == null;
        return kept ? standing : null;
    }

    /** Refuses a blank cell where something stands that no blank deletes. */
    public static void requireKept(LedgerRow row, String title, Object standing) {
        if (standing != null && row.columns().contains(title) && !row.has(title)) {
            throw row.refuse(
                    title, "CELL_WITHOUT_EFFECT", "已有内容，留空不能删除", "A blank cell does not delete it");
        }
    }
}
