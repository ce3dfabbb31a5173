package org.fengqiao.legal.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Said;

/**
 * What is planned for a year, with the indicator it is measured by (figure Q23); what is not done
 * is carried over into the next.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","plannedOn":"2024-12-20","planYear":2025,
                 "title":"执法人员执证率达100%","ownerPost":"分管副镇长","dueOn":"2025-12-31",
                 "indicator":"G-01","target":100}""")
// @formatter:off
public record PlanItem(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "安排日期 Planned")
        @NotNull LocalDate plannedOn,
        @Schema(title = "年度 Year")
        @NotNull @Min(2000) @Max(2100) Integer planYear,
        @Schema(title = "事项 Title")
        @NotBlank @Size(max = 200) String title,
        @Schema(title = "问题编号 The problem it answers")
        @Refers("issue-items") UUID issueId,
        @Schema(title = "责任人职务 Post of the owner")
        @NotBlank @Size(max = 100) String ownerPost,
        @Schema(title = "完成期限 Due")
        @Ahead @NotBefore("plannedOn") LocalDate dueOn,
        @Schema(title = "完成日期 Done")
        @NotBefore("plannedOn") LocalDate doneOn,
        @Schema(title = "指标 Indicator")
        @Pattern(regexp = INDICATOR) String indicator,
        @Schema(title = "目标值 Target")
        @DecimalMin("0") @Digits(integer = 13, fraction = 2) BigDecimal target)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "PlanItem")
    @Table(name = "plan_item")
    static class Kept extends LegalRecord<PlanItem> {}
}
