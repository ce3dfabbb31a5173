package org.fengqiao.mediation.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.fengqiao.kit.web.CodeList;
import org.fengqiao.mediation.cases.CaseStatus;

/** The code lists of this service; a list that is forgotten here fails a test. */
@ApplicationScoped
class MediationCodeLists {

    @Produces
    @Singleton
    CodeList agreementForms() {
        return CodeList.of("agreement-forms", "协议形式", "forms of agreement", AgreementForm.class);
    }

    @Produces
    @Singleton
    CodeList caseSources() {
        return CodeList.of("case-sources", "案件来源", "how a dispute came in", CaseSource.class);
    }

    @Produces
    @Singleton
    CodeList caseStatuses() {
        return CodeList.of("case-statuses", "案件状态", "statuses of a case", CaseStatus.class);
    }

    @Produces
    @Singleton
    CodeList committeeLevels() {
        return CodeList.of(
                "committee-levels", "调委会层级", "levels of committees", CommitteeLevel.class);
    }

    @Produces
    @Singleton
    CodeList committeeRoles() {
        return CodeList.of("committee-roles", "调委会职务", "roles in a committee", CommitteeRole.class);
    }

    @Produces
    @Singleton
    CodeList confirmationBars() {
        return CodeList.of(
                "confirmation-bars",
                "不予司法确认的情形",
                "bars to judicial confirmation",
                ConfirmationBar.class);
    }

    @Produces
    @Singleton
    CodeList confirmationRulings() {
        return CodeList.of(
                "confirmation-rulings",
                "司法确认结果",
                "rulings on confirmation",
                ConfirmationRuling.class);
    }

    @Produces
    @Singleton
    CodeList difficulties() {
        return CodeList.of("difficulties", "难易程度", "difficulties", Difficulty.class);
    }

    @Produces
    @Singleton
    CodeList disputeScales() {
        return CodeList.of("dispute-scales", "纠纷规模", "scales of disputes", DisputeScale.class);
    }

    @Produces
    @Singleton
    CodeList disputeSubtypes() {
        return CodeList.of(
                "dispute-subtypes", "纠纷细类", "finer types of dispute", DisputeSubtype.class);
    }

    @Produces
    @Singleton
    CodeList disputeTypes() {
        return CodeList.of("dispute-types", "纠纷类型", "types of dispute", DisputeType.class);
    }

    @Produces
    @Singleton
    CodeList disputeTypeSources() {
        return CodeList.of(
                "dispute-type-sources",
                "可对照的其他分类",
                "lists that map to dispute types",
                DisputeTypeMapping.Source.class);
    }

    @Produces
    @Singleton
    CodeList fileItems() {
        return CodeList.of("file-items", "卷宗材料", "items of a case file", FileItem.class);
    }

    @Produces
    @Singleton
    CodeList meetingUnits() {
        return CodeList.of(
                "meeting-units", "例会单位", "units of the joint meeting", MeetingUnit.class);
    }

    @Produces
    @Singleton
    CodeList partyKinds() {
        return CodeList.of("party-kinds", "当事人类别", "kinds of parties", PartyKind.class);
    }

    @Produces
    @Singleton
    CodeList partyRoles() {
        return CodeList.of("party-roles", "当事人地位", "roles of parties", PartyRole.class);
    }

    @Produces
    @Singleton
    CodeList performanceStates() {
        return CodeList.of(
                "performance-states", "履行情况", "states of performance", PerformanceState.class);
    }

    @Produces
    @Singleton
    CodeList preventionKinds() {
        return CodeList.of("prevention-kinds", "防止情形", "what was prevented", PreventionKind.class);
    }

    @Produces
    @Singleton
    CodeList referrers() {
        return CodeList.of("referrers", "移送单位", "who refers disputes", Referrer.class);
    }

    @Produces
    @Singleton
    CodeList refusalGrounds() {
        return CodeList.of("refusal-grounds", "不予受理理由", "grounds of refusal", RefusalGround.class);
    }

    @Produces
    @Singleton
    CodeList remedies() {
        return CodeList.of("remedies", "其他救济途径", "other remedies", Remedy.class);
    }

    @Produces
    @Singleton
    CodeList riskReceivers() {
        return CodeList.of(
                "risk-receivers", "风险报告对象", "whom a risk is reported to", RiskReceiver.class);
    }

    @Produces
    @Singleton
    CodeList settlementBases() {
        return CodeList.of(
                "settlement-bases",
                "调解依据",
                "laws a dispute is settled under",
                SettlementBasis.class);
    }

    @Produces
    @Singleton
    CodeList sexes() {
        return CodeList.of("sexes", "性别", "sexes", Sex.class);
    }

    @Produces
    @Singleton
    CodeList terminationCauses() {
        return CodeList.of(
                "termination-causes", "终止原因", "causes of termination", TerminationCause.class);
    }
}
