package org.fengqiao.legal.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;

/**
 * A leading group, such as that for rule-of-law government (figures 1.3): posts, and persons only
 * sealed.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","title":"法治政府建设领导小组","foundedOn":"2024-01-15",
                 "leaderPost":"镇长","deputyPosts":"分管副镇长","memberUnits":12}""")
// @formatter:off
public record LeadingGroup(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "名称 Title")
        @NotBlank @Size(max = 200) @Ledger(alias = "领导小组名称") String title,
        @Schema(title = "成立日期 Founded")
        @NotNull LocalDate foundedOn,
        @Schema(title = "撤销日期 Dissolved")
        @NotBefore("foundedOn") LocalDate endedOn,
        @Schema(title = "文号 Number of the document")
        @Size(min = 1, max = 100) String documentNumber,
        @Schema(title = "组长职务 Post of the leader")
        @NotBlank @Size(max = 100) String leaderPost,
        @Schema(title = "副组长职务 Posts of the deputies")
        @Size(min = 1, max = 200) String deputyPosts,
        @Schema(title = "成员单位数 Member units")
        @Min(0) @Max(999) Integer memberUnits,
        @Schema(title = "成员名单 Members")
        @Size(min = 1, max = 4000) @Sealed String members)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "LeadingGroup")
    @Table(name = "leading_group")
    static class Kept extends LegalRecord<LeadingGroup> {}
}
