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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeSubtype;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PartyKind;
import org.fengqiao.mediation.codes.PartyRole;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.SettlementBasis;
import org.fengqiao.mediation.codes.Sex;

/**
 * A dispute to be registered (RT 27; fields of the acceptance form).
 *
 * @param on day of registration; today unless given
 * @param number number within the committee's year; the next one unless given
 * @param place division where the dispute arose; the committee's unless given
 * @param referrer only with source REFERRED, and then required
 * @param matterId the matter, where the dispute belongs to one already; a new one unless given
 * @param amountYuan the amount in dispute, in yuan
 */
@Schema(
        name = "NewCase",
        examples =
                """
                {"committeeId":"01890000-0000-7000-8000-000000000001","source":"ON_APPLICATION",
                 "disputeType":"02","personsInvolved":2,"summary":"院墙滴水","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"张三"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"李四"}]}""")
record NewCase(
        @NotNull UUID committeeId,
        LocalDate on,
        @Min(1) @Max(999_999) Integer number,
        @NotNull CaseSource source,
        Referrer referrer,
        @NotNull DisputeType disputeType,
        DisputeSubtype disputeSubtype,
        SettlementBasis basis,
        Difficulty difficulty,
        @Pattern(regexp = "\\d{12}") String place,
        UUID matterId,
        @NotNull @Min(1) @Max(MAX_PERSONS) Integer personsInvolved,
        @DecimalMin("0") @DecimalMax("9999999999999.99") @Digits(integer = 13, fraction = 2)
                BigDecimal amountYuan,
        @Size(max = 2000) String summary,
        @Size(max = 2000) String requests,
        @Size(max = 50) List<@NotNull UUID> counselIds,
        @NotNull @Size(max = 200) List<@Valid @NotNull NewParty> parties) {

    static final int MAX_PERSONS = 100_000;

    /** Writes what describes the dispute; committee, number, place and persons come apart. */
    void describe(MediationCase it) {
        it.comeFrom(source, referrer);
        it.disputeType = disputeType;
        it.disputeSubtype = disputeSubtype;
        it.basis = basis == null ? it.basis : basis;
        it.difficulty = difficulty == null ? it.difficulty : difficulty;
        it.personsInvolved = personsInvolved;
        it.amountYuan = amountYuan;
        if (counselIds != null) {
            it.proceedings.counselIds.addAll(CounselIds.require(counselIds));
        }
    }

    /**
     * A party as given.
     *
     * @param identityNumber optional; its check digit is checked (GB 11643)
     * @param nationality 民族, as the form has it
     */
    @Schema(name = "NewParty")
    record NewParty(
            @NotNull PartyRole role,
            @NotNull PartyKind kind,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 18) String identityNumber,
            @Size(max = 40) String phone,
            @Size(max = 300) String address,
            Sex sex,
            @Size(max = 30) String nationality,
            @Min(0) @Max(150) Integer age,
            @Size(max = 60) String occupation) {}
}
