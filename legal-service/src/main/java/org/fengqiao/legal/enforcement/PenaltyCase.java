package org.fengqiao.legal.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** A case of administrative penalty (CF 42, 47, 55, 58, 60). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","filedOn":"2024-06-03","field":"ENVIRONMENT","officers":2,
                 "cardShown":true,"wholeProcessRecorded":true,"decidedOn":"2024-06-20",
                 "result":"WARNING","party":"张某某"}""")
// @formatter:off
public record PenaltyCase(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "立案日期 Filed")
        @NotNull LocalDate filedOn,
        @Schema(title = "执法领域 Field")
        @NotNull @Enumerated(EnumType.STRING) PenaltyField field,
        @Schema(title = "执法人员数 Officers")
        @NotNull @Min(1) @Max(99) Integer officers,
        @Schema(title = "一人执法的法律依据 Law that lets one officer act")
        @Size(min = 1, max = 200) @Sealed String soleOfficerBasis,
        @Schema(title = "是否亮证 Card shown")
        @NotNull Boolean cardShown,
        @Schema(title = "是否全过程记录 Whole process recorded")
        @NotNull Boolean wholeProcessRecorded,
        @Schema(title = "是否法制审核 Legality reviewed")
        Boolean legalReviewed,
        @Schema(title = "决定日期 Decided")
        @NotBefore("filedOn") LocalDate decidedOn,
        @Schema(title = "决定期限 Last day to decide", readOnly = true)
        LocalDate dueOn,
        @Schema(title = "处理结果 Result")
        @Enumerated(EnumType.STRING) PenaltyResult result,
        @Schema(title = "罚没金额 Amount in yuan")
        @DecimalMin("0") @Digits(integer = 13, fraction = 2) BigDecimal amountYuan,
        @Schema(title = "当事人 Party")
        @Size(min = 1, max = 100) @Sealed(mask = Mask.NAME) String party,
        @Schema(title = "案情 Facts")
        @Size(min = 1, max = 4000) @Sealed String facts)
        implements Said {
    // @formatter:on

    /** What was enforced. */
    public enum PenaltyField implements Labelled {
        LAND("土地规划", "Land use", "土地"),
        CONSTRUCTION("村镇建设", "Construction"),
        ENVIRONMENT("环境卫生", "Environment", "环境"),
        FORESTRY("林业", "Forestry"),
        WORK_SAFETY("安全生产", "Work safety"),
        OTHER("其他", "Other");

        PenaltyField(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What was decided. */
    public enum PenaltyResult implements Labelled {
        WARNING("警告、通报批评", "Warning", "警告"),
        FINE("罚款", "Fine"),
        CONFISCATION("没收", "Confiscation"),
        NO_PENALTY("不予处罚", "No penalty"),
        TRANSFERRED("移送", "Transferred"),
        OTHER("其他", "Other");

        PenaltyResult(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "PenaltyCase")
    @Table(name = "penalty_case")
    static class Kept extends LegalRecord<PenaltyCase> {}
}
