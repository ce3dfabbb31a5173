package org.fengqiao.mediation.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PerformanceState;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.SettlementBasis;

/**
 * A correction: the fields that were wrong, with their right values, and why. Absent fields stay.
 * The version before stays in the history.
 *
 * @param closedOn corrects the effective date of the first agreement, or the date of termination
 * @param endedOn corrects the day of any other end: refused, withdrawn, handed over, ended by a
 *     party
 * @param parties replaces all parties
 * @param sessionsOn the days of all sessions, in their order
 * @param extensions replaces all extensions
 * @param performances replaces all that is recorded of performance
 * @param confirmation replaces application and ruling
 * @param preventionActs replaces all prevention acts, once per kind; an empty list takes them back
 */
@Schema(
        name = "CaseCorrection",
        examples = "{\"reason\":\"录入错误\",\"disputeType\":\"03\",\"personsInvolved\":3}")
record CaseCorrection(
        @NotBlank @Size(max = 500) String reason,
        CaseSource source,
        Referrer referrer,
        DisputeType disputeType,
        DisputeSubtype disputeSubtype,
        SettlementBasis basis,
        Difficulty difficulty,
        @Pattern(regexp = "\\d{12}") String place,
        @Min(1) @Max(100_000) Integer personsInvolved,
        @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                BigDecimal amountYuan,
        @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                BigDecimal agreementAmountYuan,
        LocalDate registeredOn,
        LocalDate acceptedOn,
        LocalDate closedOn,
        LocalDate endedOn,
        AgreementForm agreementForm,
        ConfirmationBar confirmationBar,
        @Size(max = 2000) String summary,
        @Size(max = 2000) String requests,
        @Size(max = 50) List<@NotNull UUID> counselIds,
        @Size(max = 200) List<NewCase.@Valid @NotNull NewParty> parties,
        @Size(max = 200) List<@NotNull LocalDate> sessionsOn,
        @Size(max = 20) List<@Valid @NotNull CorrectExtension> extensions,
        @Size(max = 100) List<@Valid @NotNull CorrectPerformance> performances,
        @Valid CorrectConfirmation confirmation,
        @Size(max = 4) List<@Valid @NotNull CorrectPreventionAct> preventionActs,
        LocalDate archivedOn) {

    /** An extension as it was granted. */
    @Schema(name = "CorrectExtension")
    record CorrectExtension(
            @NotNull LocalDate on,
            @NotNull @Min(1) @Max(365) Integer days,
            @NotBlank @Size(max = 500) String reason) {}

    /** What was performed, on its day. */
    @Schema(name = "CorrectPerformance")
    record CorrectPerformance(
            @NotNull LocalDate on,
            @NotNull PerformanceState state,
            @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                    BigDecimal amountYuan) {}

    /** The joint application (RT 33) and, where the court has ruled, its ruling (MS 206). */
    @Schema(name = "CorrectConfirmation")
    record CorrectConfirmation(
            @NotNull LocalDate appliedOn,
            LocalDate courtAcceptedOn,
            LocalDate ruledOn,
            ConfirmationRuling ruling,
            @Min(1) @Max(10) Integer courtExtensionDays) {}

    /** What was prevented, on its day. */
    @Schema(name = "CorrectPreventionAct")
    record CorrectPreventionAct(
            @NotNull LocalDate on,
            @NotNull PreventionKind kind,
            @Min(1) @Max(100_000) Integer persons) {}

    void applyTo(MediationCase it, CasePersons persons, Divisions divisions) {
        it.disputeType = or(disputeType, it.disputeType);
        it.disputeSubtype = or(disputeSubtype, it.disputeSubtype);
        it.basis = or(basis, it.basis);
        it.difficulty = or(difficulty, it.difficulty);
        it.place = place == null ? it.place : divisions.require(place, "/place");
        it.personsInvolved = or(personsInvolved, it.personsInvolved);
        it.amountYuan = or(amountYuan, it.amountYuan);
        correctSource(it);
        correctDates(it);
        correctAgreement(it);
        if (summary != null) {
            it.proceedings.summary = persons.seal(it.id, "summary", summary);
        }
        if (requests != null) {
            it.proceedings.requests = persons.seal(it.id, "requests", requests);
        }
        correctSteps(it, persons);
        if (counselIds != null) {
            it.proceedings.counselIds.clear();
            it.proceedings.counselIds.addAll(CounselIds.require(counselIds));
        }
        if (parties != null) {
            persons.replaceParties(it, parties);
        }
    }

    /** Another source drops the referrer it had; one that is named must fit. */
    private void correctSource(MediationCase it) {
        CaseSource how = or(source, it.source);
        Referrer standing = how == CaseSource.REFERRED ? it.referrer : null;
        it.comeFrom(how, or(referrer, standing));
    }

    /** Refuses what this case has nothing to correct by: it would be accepted and forgotten. */
    void requireEffect(MediationCase it) {
        requireAnything();
        boolean agreed = it.proceedings.agreement != null;
        requireEffect(acceptedOn, it.acceptedOn != null, "/acceptedOn");
        requireEffect(closedOn, it.closedOn != null, "/closedOn");
        requireEffect(endedOn, it.endedOn != null && it.closedOn == null, "/endedOn");
        requireEffect(agreementForm, agreed, "/agreementForm");
        requireEffect(confirmationBar, agreed, "/confirmationBar");
        requireEffect(agreementAmountYuan, agreed, "/agreementAmountYuan");
        Proceedings said = it.proceedings;
        boolean asMany = sessionsOn != null && sessionsOn.size() == said.sessions.size();
        requireEffect(sessionsOn, asMany, "/sessionsOn");
        requireEffect(extensions, !said.extensions.isEmpty(), "/extensions");
        requireEffect(performances, !said.performances.isEmpty(), "/performances");
        requireEffect(confirmation, said.confirmation != null, "/confirmation");
        requireEffect(preventionActs, !said.preventionActs.isEmpty(), "/preventionActs");
        requireEffect(archivedOn, it.archivedOn != null, "/archivedOn");
    }

    private void requireAnything() {
        if (equals(reasonAlone())) {
            throw Refusal.of(422, "NOTHING_TO_CORRECT", "没有要更正的内容", "Nothing is corrected")
                    .at("", "请写明要更正的项目", "name a field to correct");
        }
    }

    private CaseCorrection reasonAlone() {
        return new CaseCorrection(
                reason, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static void requireEffect(Object given, boolean recorded, String pointer) {
        if (given != null && !recorded) {
            throw Refusal.of(422, "NOTHING_TO_CORRECT", "本案没有该项记录", "The case has no such record")
                    .at(pointer, "尚无可更正的内容", "nothing to correct");
        }
    }

    /** Holds what was corrected to the rules of an agreement, as the step would. */
    void requireLawful(MediationCase it) {
        boolean ruled =
                disputeType != null
                        || basis != null
                        || agreementForm != null
                        || confirmationBar != null;
        if (ruled && it.proceedings.agreement != null) {
            AgreementRules.require(it, it.proceedings.agreement);
        }
        if (confirmation != null
                && (confirmation.ruledOn() == null) != (confirmation.ruling() == null)) {
            throw Refusal.of(422, "RULING", "裁定日期与结果须同时填写", "Day and ruling go together")
                    .at(
                            confirmation.ruling() == null
                                    ? "/confirmation/ruling"
                                    : "/confirmation/ruledOn",
                            "须填写",
                            "required with the other");
        }
        if (confirmation != null) {
            AgreementRules.requireExtensible(
                    confirmation.courtAcceptedOn(),
                    confirmation.courtExtensionDays(),
                    "/confirmation/courtExtensionDays");
        }
        if (ruled && it.proceedings.confirmation != null) {
            AgreementRules.requireConfirmable(it);
        }
    }

    /** What was recorded of steps: lists are replaced as a whole. */
    private void correctSteps(MediationCase it, CasePersons persons) {
        Proceedings said = it.proceedings;
        for (int i = 0; sessionsOn != null && i < said.sessions.size(); i++) {
            Proceedings.Session old = said.sessions.get(i);
            said.sessions.set(
                    i,
                    new Proceedings.Session(
                            sessionsOn.get(i), old.mediatorIds(), old.counselIds(), old.record()));
        }
        replace(
                said.extensions,
                extensions,
                e ->
                        persons.sealed(
                                it.id, new Proceedings.Extension(e.on(), e.days(), e.reason())));
        replace(
                said.performances,
                performances,
                p -> new Proceedings.Performance(p.on(), p.state(), p.amountYuan()));
        it.performedOn = said.performedOn();
        replace(
                said.preventionActs,
                preventionActs,
                a -> new Proceedings.PreventionAct(a.on(), a.kind(), a.persons()));
        requireOncePerKind(said);
        if (confirmation != null) {
            said.confirmation =
                    new Proceedings.Confirmation(
                            confirmation.appliedOn(),
                            confirmation.courtAcceptedOn(),
                            confirmation.ruledOn(),
                            confirmation.ruling(),
                            confirmation.courtExtensionDays());
        }
        it.archivedOn = or(archivedOn, it.archivedOn);
    }

    private static <G, R> void replace(List<R> recorded, List<G> given, Function<G, R> as) {
        if (given != null) {
            List<R> all = given.stream().map(as).toList();
            recorded.clear();
            recorded.addAll(all);
        }
    }

    private static void requireOncePerKind(Proceedings said) {
        if (!said.preventsOncePerKind()) {
            throw Refusal.of(422, "ALREADY_RECORDED", "每类预防只登记一次", "Once per matter and kind")
                    .at("/preventionActs", "每起纠纷每类一次，含移交前的调委会", "once per matter and kind");
        }
    }

    /** The day, refused where it is not of the case's own year: its number is of that year. */
    static LocalDate inYear(MediationCase it, LocalDate day) {
        if (day.getYear() != it.year) {
            throw Refusal.of(
                            422,
                            "OTHER_YEAR",
                            "编号属于" + it.year + "年",
                            "The number is of another year")
                    .at(
                            "/registeredOn",
                            "不能更正到其他年度：请作废后重新登记",
                            "stays within its year: void it and register anew");
        }
        return day;
    }

    private void correctDates(MediationCase it) {
        if (registeredOn != null && it.handedOverFrom != null) {
            throw Refusal.of(
                            422,
                            "HANDED_OVER_ON",
                            "登记日期为移交之日，请更正移交的案件",
                            "The day of the handover: correct the case that was handed over")
                    .at("/registeredOn", "随移交日期更正", "follows the handover");
        }
        it.registeredOn = inYear(it, or(registeredOn, it.registeredOn));
        it.acceptedOn = it.acceptedOn == null ? null : or(acceptedOn, it.acceptedOn);
        LocalDate day = or(closedOn, endedOn);
        if (day == null || it.endedOn == null) {
            return;
        }
        it.endedOn = day;
        it.closedOn = it.closedOn == null ? null : day;
        Proceedings said = it.proceedings;
        if (said.ended != null) {
            said.ended = new Proceedings.Ended(day, said.ended.cause(), said.ended.remediesTold());
        }
        if (said.refused != null) {
            said.refused =
                    new Proceedings.Refused(day, said.refused.ground(), said.refused.explanation());
        }
        if (said.formerAgreements.isEmpty() && said.agreement != null) {
            said.agreement = said.agreement.effectiveFrom(day);
        } else if (said.agreement != null) {
            said.formerAgreements.set(0, said.formerAgreements.get(0).effectiveFrom(day));
        }
    }

    private void correctAgreement(MediationCase it) {
        Proceedings.Agreement old = it.proceedings.agreement;
        if (old == null) {
            return;
        }
        it.proceedings.agreement =
                new Proceedings.Agreement(
                        old.agreedOn(),
                        old.effectiveOn(),
                        or(agreementForm, old.form()),
                        old.content(),
                        or(agreementAmountYuan, old.amountYuan()),
                        or(confirmationBar, old.confirmationBar()),
                        old.instalments());
        AgreementRules.requireForm(it, it.proceedings.agreement);
    }

    private static <T> T or(T given, T standing) {
        return given == null ? standing : given;
    }
}
