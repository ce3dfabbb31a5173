package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import org.fengqiao.legal.disclosure.DemocraticVillage.DemocraticVillageReview;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The villages on their way and those named; one stands in each year until it is struck off. */
@Singleton
class DemocraticVillages extends LegalRegister<DemocraticVillage, DemocraticVillage.Kept> {

    DemocraticVillages(RegisterDoor door) {
        super(
                door,
                DemocraticVillage.Kept::new,
                DemocraticVillage.class,
                new Names(
                        "democratic-villages",
                        "startedOn",
                        "民主法治（示范）村台账",
                        "Ledger of democratic rule-of-law villages"));
    }

    @Override
    protected void check(DemocraticVillage given, DemocraticVillage.Kept it, Looking looking) {
        looking.requireVillage(given.division());
        if ((given.review() == null) != (given.reviewedOn() == null)) {
            throw looking.refuse(
                    given.review() == null ? "review" : "reviewedOn",
                    "REVIEW_INCOMPLETE",
                    "复核日期和复核结果须同时填写",
                    "The day of the review and its result go together");
        }
        if (given.namedOn() == null && (given.reviewedOn() != null || given.endedOn() != null)) {
            throw looking.refuse("namedOn", "NOT_NAMED", "尚未命名", "It has not been named");
        }
        boolean lost =
                given.review() == DemocraticVillageReview.WITHDRAWN
                        || given.review() == DemocraticVillageReview.CANCELLED;
        if (lost && given.endedOn() == null) {
            // G-05 counts a village until that day: without it, for ever.
            throw looking.refuse(
                    "endedOn", "TITLE_ENDED", "称号撤销或者取消的须填终止日期", "Since when is it none?");
        }
    }

    @Override
    protected boolean belongsTo(int year, DemocraticVillage.Kept it) {
        return standsIn(year, it.said().startedOn(), it.said().endedOn());
    }
}
