package org.fengqiao.petition.visits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.VisitLevel;
import org.fengqiao.petition.codes.VisitNotifier;
import org.fengqiao.petition.codes.VisitPlace;

/**
 * A visit as it is shown.
 *
 * @param competentDivision whose matter it was: the visit is measured against its level
 * @param petitioners names, masked unless the caller may read persons; not in lists
 * @param account only where the caller may read persons; not in lists
 * @param warnings what the law asks and was not kept
 */
@Schema(name = "VisitView")
record VisitView(
        UUID id,
        int version,
        String division,
        LocalDate visitedOn,
        VisitLevel level,
        int persons,
        Integer representatives,
        boolean groupVisit,
        boolean skipLevel,
        String competentDivision,
        UUID petitionId,
        UUID matterId,
        VisitPlace place,
        VisitNotifier notifiedBy,
        List<Disorder> disorders,
        List<String> petitioners,
        boolean hasAccount,
        String account,
        List<String> warnings,
        boolean voided) {

    static final String TOO_MANY_ZH = "代表人数超过五人（XF 20）";
    static final String TOO_MANY_EN = "More than five representatives (XF 20)";

    /** Without names and text. */
    static VisitView of(Visit it) {
        return of(it, null, null);
    }

    static VisitView of(Visit it, List<String> petitioners, String account) {
        return new VisitView(
                it.id,
                it.version(),
                it.division(),
                it.visitedOn,
                it.level,
                it.persons,
                it.representatives,
                it.groupVisit(),
                it.skipLevel(),
                it.competentDivision,
                it.petitionId,
                it.matterId,
                it.place,
                it.notifiedBy,
                it.disorders,
                petitioners,
                it.account != null,
                account,
                it.tooManyRepresentatives() ? List.of(TOO_MANY_ZH + " " + TOO_MANY_EN) : List.of(),
                it.entry.voided());
    }
}
