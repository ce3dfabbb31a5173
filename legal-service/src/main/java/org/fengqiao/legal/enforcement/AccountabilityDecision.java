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
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** Somebody held to account for unlawful enforcement, or for none (figures 1.3). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","decidedOn":"2024-09-02","ground":"FAILURE_TO_ACT",
                 "measure":"TALK"}""")
// @formatter:off
public record AccountabilityDecision(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "决定日期 Decided")
        @NotNull LocalDate decidedOn,
        @Schema(title = "事由 Ground")
        @NotNull @Enumerated(EnumType.STRING) AccountabilityGround ground,
        @Schema(title = "处理方式 Measure")
        @NotNull @Enumerated(EnumType.STRING) AccountabilityMeasure measure,
        @Schema(title = "责任人 Who was held to account")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME) String person,
        @Schema(title = "情况说明 Account")
        @Size(min = 1, max = 4000) @Sealed String account)
        implements Said {
    // @formatter:on

    /** For what. */
    public enum AccountabilityGround implements Labelled {
        UNLAWFUL_EXERCISE("违法行使职权", "Unlawful exercise of powers"),
        FAILURE_TO_ACT("不履行职责", "Failure to act"),
        OTHER("其他", "Other");

        AccountabilityGround(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What was done. */
    public enum AccountabilityMeasure implements Labelled {
        TALK("谈话提醒", "Talk"),
        CRITICISM("通报批评", "Criticism"),
        REMOVAL_FROM_POST("调离执法岗位", "Removal from the post"),
        DISCIPLINE("处分", "Discipline"),
        TRANSFERRED("移送", "Transferred"),
        OTHER("其他", "Other");

        AccountabilityMeasure(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "AccountabilityDecision")
    @Table(name = "accountability_decision")
    static class Kept extends LegalRecord<AccountabilityDecision> {}
}
