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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.SettlementBasis;

/**
 * A correction: the fields that were wrong, with their right values, and why. Absent fields stay.
 * The version before stays in the history.
 *
 * @param closedOn corrects the effective date of the agreement, or the date of termination
 * @param parties replaces all parties
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
        @Size(max = 2000) String summary,
        @Schema(description = CounselIds.MEANING) @Size(max = 50) List<@NotNull UUID> counselIds,
        @Size(max = 200) List<NewCase.@Valid @NotNull NewParty> parties) {

    void applyTo(MediationCase it, CasePersons persons) {
        it.disputeType = or(disputeType, it.disputeType);
        it.disputeSubtype = or(disputeSubtype, it.disputeSubtype);
        it.basis = or(basis, it.basis);
        it.difficulty = or(difficulty, it.difficulty);
        it.place = or(place, it.place);
        it.personsInvolved = or(personsInvolved, it.personsInvolved);
        it.amountYuan = or(amountYuan, it.amountYuan);
        correctSource(it);
        correctDates(it);
        correctAgreement(it);
        if (summary != null) {
            it.proceedings.summary = persons.seal(it.id, "summary", summary);
        }
        if (counselIds != null) {
            it.proceedings.counselIds.clear();
            it.proceedings.counselIds.addAll(CounselIds.require(counselIds));
        }
        if (parties != null) {
            persons.replaceParties(it, parties);
        }
    }

    private void correctSource(MediationCase it) {
        it.source = or(source, it.source);
        it.referrer = it.source == CaseSource.REFERRED ? or(referrer, it.referrer) : null;
        if (it.source == CaseSource.REFERRED && it.referrer == null) {
            throw Refusal.of(422, "REFERRER", "委托移送须填移送单位", "REFERRED needs a referrer")
                    .citing("RT 18")
                    .at("/referrer", "必填", "required");
        }
    }

    private void correctDates(MediationCase it) {
        it.registeredOn = or(registeredOn, it.registeredOn);
        it.acceptedOn = it.acceptedOn == null ? null : or(acceptedOn, it.acceptedOn);
        if (closedOn != null && it.closedOn != null) {
            it.closedOn = closedOn;
            it.endedOn = closedOn;
            it.steppedOn = closedOn;
        }
        List<LocalDate> order =
                Stream.of(it.registeredOn, it.acceptedOn, it.closedOn)
                        .filter(day -> day != null)
                        .toList();
        if (!order.equals(order.stream().sorted().toList())) {
            throw Refusal.of(422, "DATE_ORDER", "日期先后不符：登记、受理、结案", "Dates out of order")
                    .at("/closedOn", "登记≤受理≤结案", "registered, accepted, closed");
        }
    }

    private void correctAgreement(MediationCase it) {
        Proceedings.Agreement old = it.proceedings.agreement;
        if (old == null || (closedOn == null && agreementAmountYuan == null)) {
            return;
        }
        LocalDate agreedOn = old.agreedOn().isAfter(it.closedOn) ? it.closedOn : old.agreedOn();
        it.proceedings.agreement =
                new Proceedings.Agreement(
                        agreedOn,
                        it.closedOn,
                        old.form(),
                        old.content(),
                        or(agreementAmountYuan, old.amountYuan()),
                        old.confirmationBar(),
                        old.instalments());
    }

    private static <T> T or(T given, T standing) {
        return given == null ? standing : given;
    }
}
