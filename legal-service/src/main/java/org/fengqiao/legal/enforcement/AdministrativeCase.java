package org.fengqiao.legal.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** A suit against the government, or a reconsideration: kept apart. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","procedure":"LITIGATION","filedOn":"2024-04-08",
                 "decidedOn":"2024-08-20","outcome":"UPHELD","headInCourt":true}""")
// @formatter:off
public record AdministrativeCase(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "程序 Procedure")
        @NotNull @Enumerated(EnumType.STRING) AdministrativeProcedure procedure,
        @Schema(title = "受理日期 Filed")
        @NotNull LocalDate filedOn,
        @Schema(title = "案号 Number")
        @Size(min = 1, max = 100) String caseNumber,
        @Schema(title = "原告或者申请人 Claimant")
        @Size(min = 1, max = 100) @Sealed(mask = Mask.NAME) String claimant,
        @Schema(title = "结案日期 Decided")
        @NotBefore("filedOn") LocalDate decidedOn,
        @Schema(title = "结果 Outcome")
        @Enumerated(EnumType.STRING) AdministrativeOutcome outcome,
        @Schema(title = "负责人出庭 Head in court")
        Boolean headInCourt,
        @Schema(title = "案情 Account")
        @Size(min = 1, max = 4000) @Sealed String account)
        implements Said {
    // @formatter:on

    /** Litigation and reconsideration are never added. */
    public enum AdministrativeProcedure implements Labelled {
        LITIGATION("行政诉讼", "Litigation", "诉讼"),
        RECONSIDERATION("行政复议", "Reconsideration", "复议");

        AdministrativeProcedure(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** How it ended. */
    public enum AdministrativeOutcome implements Labelled {
        UPHELD("维持或者驳回", "Upheld", "维持", "驳回"),
        REVOKED("撤销", "Revoked"),
        CHANGED("变更", "Changed"),
        ORDERED_TO_ACT("责令履行", "Ordered to act"),
        DECLARED_UNLAWFUL("确认违法", "Declared unlawful"),
        WITHDRAWN("撤回", "Withdrawn", "撤诉"),
        SETTLED("调解和解", "Settled", "调解", "和解"),
        OTHER("其他", "Other");

        AdministrativeOutcome(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "AdministrativeCase")
    @Table(name = "administrative_case")
    static class Kept extends LegalRecord<AdministrativeCase> {}
}
