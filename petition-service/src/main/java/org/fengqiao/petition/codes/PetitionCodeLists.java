package org.fengqiao.petition.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fengqiao.kit.web.CodeList;
import org.fengqiao.petition.accusations.AccusationStatus;
import org.fengqiao.petition.petitions.PetitionStatus;

/** The code lists of this service; a list that is forgotten here fails a test. */
@ApplicationScoped
class PetitionCodeLists {

    @Produces
    @Singleton
    CodeList contentClasses() {
        return new CodeList("content-classes", "信访内容分类", "content classes", ContentClass.all());
    }

    @Produces
    @Singleton
    CodeList conclusionKinds() {
        return CodeList.of("conclusion-kinds", "办结方式", "kinds of conclusion", ConclusionKind.class);
    }

    @Produces
    @Singleton
    CodeList deliveryMethods() {
        return CodeList.of("delivery-methods", "送达方式", "ways of delivery", DeliveryMethod.class);
    }

    @Produces
    @Singleton
    CodeList handlingClasses() {
        return CodeList.of(
                "handling-classes", "信访事项类别", "classes of petitions", HandlingClass.class);
    }

    @Produces
    @Singleton
    CodeList handlingUnits() {
        return CodeList.of("handling-units", "承办单位", "handling units", HandlingUnit.class);
    }

    @Produces
    @Singleton
    CodeList opinionOutcomes() {
        return CodeList.of(
                "opinion-outcomes", "处理意见", "outcomes of an opinion", OpinionOutcome.class);
    }

    @Produces
    @Singleton
    CodeList petitionForms() {
        return CodeList.of("petition-forms", "信访形式", "forms of petition", PetitionForm.class);
    }

    @Produces
    @Singleton
    CodeList petitionPurposes() {
        return CodeList.of(
                "petition-purposes", "信访目的", "purposes of petition", PetitionPurpose.class);
    }

    @Produces
    @Singleton
    CodeList petitionSources() {
        return CodeList.of("petition-sources", "信访来源", "sources of petition", PetitionSource.class);
    }

    @Produces
    @Singleton
    CodeList ratedBodies() {
        return CodeList.of("rated-bodies", "评价对象", "who is rated", RatedBody.class);
    }

    @Produces
    @Singleton
    CodeList ratings() {
        return CodeList.of("ratings", "满意度", "ratings", Rating.class);
    }

    @Produces
    @Singleton
    CodeList refusalGrounds() {
        return CodeList.of("refusal-grounds", "不予受理的理由", "grounds of refusal", RefusalGround.class);
    }

    @Produces
    @Singleton
    CodeList repetitions() {
        return CodeList.of("repetitions", "初件重件", "first or repeat", Repetition.class);
    }

    @Produces
    @Singleton
    CodeList reviewResults() {
        return CodeList.of("review-results", "复查复核结果", "results of a review", ReviewResult.class);
    }

    @Produces
    @Singleton
    CodeList routes() {
        return CodeList.of(
                "routes", "申诉求决办理途径", "ways of handling an appeal or request", Route.class);
    }

    @Produces
    @Singleton
    CodeList sealingReasons() {
        return CodeList.of("sealing-reasons", "移交理由", "reasons to move", SealingReason.class);
    }

    @Produces
    @Singleton
    CodeList accusationStatuses() {
        return CodeList.of(
                "accusation-statuses",
                "检举控告件状态",
                "statuses of an accusation",
                AccusationStatus.class);
    }

    @Produces
    @Singleton
    CodeList subChannels() {
        return CodeList.of("sub-channels", "信访渠道", "channels within a form", SubChannel.class);
    }

    @Produces
    @Singleton
    CodeList petitionStatuses() {
        return CodeList.of(
                "petition-statuses", "信访件状态", "statuses of a petition", PetitionStatus.class);
    }

    @Produces
    @Singleton
    CodeList adoptions() {
        return CodeList.of("adoptions", "建议采纳情况", "answers to a proposal", Adoption.class);
    }

    @Produces
    @Singleton
    CodeList disorderConducts() {
        return CodeList.of(
                "disorder-conducts", "扰乱信访秩序的行为", "disorder in petitioning", DisorderConduct.class);
    }

    @Produces
    @Singleton
    CodeList disorderMeasures() {
        return CodeList.of(
                "disorder-measures", "扰序行为的处置", "measures on disorder", DisorderMeasure.class);
    }

    @Produces
    @Singleton
    CodeList proposalKinds() {
        return CodeList.of("proposal-kinds", "信访部门建议类别", "kinds of proposal", ProposalKind.class);
    }

    @Produces
    @Singleton
    CodeList supervisionCauses() {
        return CodeList.of(
                "supervision-causes", "督办事由", "causes of supervision", SupervisionCause.class);
    }

    @Produces
    @Singleton
    CodeList visitLevels() {
        return CodeList.of("visit-levels", "到访层级", "levels of a visit", VisitLevel.class);
    }

    @Produces
    @Singleton
    CodeList visitNotifiers() {
        return CodeList.of("visit-notifiers", "通报单位", "who tells of a visit", VisitNotifier.class);
    }

    @Produces
    @Singleton
    CodeList visitPlaces() {
        return CodeList.of("visit-places", "走访场所", "places of a visit", VisitPlace.class);
    }
}
