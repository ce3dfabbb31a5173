package org.fengqiao.petition.petitions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life cycle as a table: complete, drawn, and every article on file. */
class PetitionStepTest {

    private static final LifeCycle<PetitionStatus, PetitionStep> LIFE =
            LifeCycle.of(PetitionStatus.class, PetitionStep.class);

    private static final Map<PetitionStep, String> OPERATIONS =
            Map.ofEntries(
                    Map.entry(PetitionStep.REGISTER, "registerPetition"),
                    Map.entry(PetitionStep.NOTIFY, "notifyPetitioner"),
                    Map.entry(PetitionStep.ACCEPT, "acceptPetition"),
                    Map.entry(PetitionStep.REFUSE, "refusePetition"),
                    Map.entry(PetitionStep.REDIRECT, "redirectPetitioner"),
                    Map.entry(PetitionStep.OBJECT, "objectToPetition"),
                    Map.entry(PetitionStep.DECIDE_OBJECTION, "decideObjection"),
                    Map.entry(PetitionStep.TRANSFER, "transferPetition"),
                    Map.entry(PetitionStep.ASSIGN, "assignPetition"),
                    Map.entry(PetitionStep.DISPATCH, "dispatchPetition"),
                    Map.entry(PetitionStep.REPORT_URGENT, "reportUrgentPetition"),
                    Map.entry(PetitionStep.RECUSE, "recuseHandler"),
                    Map.entry(PetitionStep.REFER_TO_MEDIATION, "referPetitionToMediation"),
                    Map.entry(PetitionStep.EXTEND, "extendPetition"),
                    Map.entry(PetitionStep.CONCLUDE, "concludePetition"),
                    Map.entry(PetitionStep.DELIVER, "deliverReply"),
                    Map.entry(PetitionStep.RATE, "ratePetition"),
                    Map.entry(PetitionStep.RESOLVE, "resolvePetition"),
                    Map.entry(PetitionStep.REQUEST_REEXAMINATION, "requestReexamination"),
                    Map.entry(PetitionStep.REEXAMINE, "giveReexaminationOpinion"),
                    Map.entry(PetitionStep.REQUEST_FINAL_REVIEW, "requestFinalReview"),
                    Map.entry(PetitionStep.HOLD_FINAL_REVIEW_HEARING, "holdFinalReviewHearing"),
                    Map.entry(PetitionStep.REVIEW_FINALLY, "giveFinalReviewOpinion"),
                    Map.entry(PetitionStep.WITHDRAW, "withdrawPetition"),
                    Map.entry(PetitionStep.CORRECT, "correctPetition"),
                    Map.entry(PetitionStep.VOID, "voidPetition"),
                    Map.entry(PetitionStep.SEAL, "sealPetition"));

    @Test
    void aRefusalNamesTheStepTheStatusAndTheLaw() {
        Refusal refusal =
                assertThrows(
                        Refusal.class,
                        () -> PetitionStep.CONCLUDE.takenFrom(PetitionStatus.REGISTERED));
        assertEquals("XF 31", refusal.legalBasis());
        assertEquals("“已登记”的信访件不能“办结”", refusal.zh());
    }

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void noStepLeadsOutOfAnEnd() {
        LIFE.endsAre(
                EnumSet.of(
                        PetitionStatus.REFUSED,
                        PetitionStatus.REDIRECTED,
                        PetitionStatus.FINALISED,
                        PetitionStatus.WITHDRAWN));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        LIFE.isCitedAlikeIn(
                "docs/generated/openapi/petition.yaml",
                OPERATIONS,
                EnumSet.of(PetitionStep.LEARN_MEDIATION));
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn("docs/generated/lifecycle/petition.md", "信访件的生命周期 Life cycle of a petition");
    }
}
