package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.petition.codes.ReviewResult;

/**
 * What a ledger's row tells of the organs above: reexamination and final review (XF 35, 36). They
 * take these steps themselves where they keep their petitions here; the row tells what they did.
 */
@ApplicationScoped
class PetitionRowReviews {

    private final PetitionDeadlines deadlines;

    PetitionRowReviews(PetitionDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    void take(Petition it, PetitionRow row) {
        LedgerRow cells = row.cells();
        if (it.handling.reexamination == null && cells.has("申请复查日期")) {
            row.take(
                    it,
                    "申请复查日期",
                    on -> {
                        requireAbove(it, row, 1, "申请复查日期");
                        it.requireAllowed(PetitionStep.REQUEST_REEXAMINATION);
                        deadlines.requireInTime(it, PetitionDeadlines.REEXAMINATION_REQUEST, on);
                        it.requestReexamination(asked(on));
                    });
        }
        Handling.Review first = it.handling.reexamination;
        if (first != null && first.on() == null && cells.has("复查意见日期")) {
            row.take(it, "复查意见日期", on -> it.reexamine(given(first, on, row, "复查结果")));
        }
        deliverReview(it, row, it.handling.reexamination, "复查答复收到日期");
        if (it.handling.finalReview == null && cells.has("申请复核日期")) {
            row.take(
                    it,
                    "申请复核日期",
                    on -> {
                        requireAbove(it, row, 2, "申请复核日期");
                        it.requireAllowed(PetitionStep.REQUEST_FINAL_REVIEW);
                        deadlines.requireInTime(it, PetitionDeadlines.FINAL_REVIEW_REQUEST, on);
                        it.requestFinalReview(asked(on));
                    });
        }
        Handling.Review last = it.handling.finalReview;
        if (last != null && last.on() == null && cells.has("复核意见日期")) {
            row.take(it, "复核意见日期", on -> it.reviewFinally(given(last, on, row, "复核结果")));
        }
        deliverReview(it, row, it.handling.finalReview, "复核答复收到日期");
    }

    private static void deliverReview(
            Petition it, PetitionRow row, Handling.Review review, String title) {
        boolean waits = review != null && review.on() != null && review.delivery() == null;
        if (waits && row.cells().has(title)) {
            row.take(it, title, on -> it.deliver(PetitionRowSteps.received(on)));
        }
    }

    /** A city has nobody two levels above it, a province nobody at all. */
    private static void requireAbove(Petition it, PetitionRow row, int levels, String title) {
        if (Taker.above(it.division, levels).isEmpty()) {
            throw row.cells()
                    .refuse(
                            title,
                            "NO_ORGAN_ABOVE",
                            "本机关之上没有该级机关",
                            "There is no organ so far above")
                    .citing(levels == 1 ? "XF 35" : "XF 36");
        }
    }

    private static Handling.Review asked(LocalDate on) {
        return new Handling.Review(on, null, null, null, null, null);
    }

    private static Handling.Review given(
            Handling.Review asked, LocalDate on, PetitionRow row, String title) {
        ReviewResult result = row.cells().code(title, ReviewResult.class);
        if (result == null) {
            throw row.cells().refuse(title, "REQUIRED", "有意见的须填结果", "required with an opinion");
        }
        return new Handling.Review(asked.requestedOn(), asked.grounds(), on, result, null, null);
    }
}
