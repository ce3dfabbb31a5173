package org.fengqiao.petition.accusations;

import java.util.EnumSet;
import java.util.Map;
import org.fengqiao.testkit.LifeCycle;
import org.junit.jupiter.api.Test;

/** The life of an accusation as a table: complete, drawn, and every article on file. */
class AccusationStepTest {

    private static final LifeCycle<AccusationStatus, AccusationStep> LIFE =
            LifeCycle.of(AccusationStatus.class, AccusationStep.class);

    @Test
    void everyStatusIsReached() {
        LIFE.everyStatusIsReached();
    }

    @Test
    void onlyAConcludedOneIsAtItsEnd() {
        LIFE.endsAre(EnumSet.of(AccusationStatus.CONCLUDED));
    }

    @Test
    void everyArticleIsOnFile() {
        LIFE.everyArticleIsOnFile();
    }

    @Test
    void oneActIsCitedWithOneArticle() {
        LIFE.isCitedAlikeIn(
                "docs/generated/openapi/petition.yaml",
                Map.of(
                        AccusationStep.TAKE_IN, "enterAccusation",
                        AccusationStep.TRANSFER, "transferAccusation",
                        AccusationStep.NAME_HANDLER, "nameAccusationHandler",
                        AccusationStep.CONCLUDE, "concludeAccusation",
                        AccusationStep.REQUEST_IDENTITY, "requestInformerIdentity",
                        AccusationStep.RELEASE_IDENTITY, "releaseInformerIdentity",
                        AccusationStep.READ_IDENTITY, "readInformerIdentity"));
    }

    @Test
    void theMatrixAndTheDrawingAreCurrent() {
        LIFE.isDrawnIn(
                "docs/generated/lifecycle/accusation.md", "检举控告件的生命周期 Life cycle of an accusation");
    }
}
