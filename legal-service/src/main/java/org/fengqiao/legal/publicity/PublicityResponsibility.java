package org.fengqiao.legal.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;

/** Who enforces a law makes it known (谁执法谁普法): an item of the list of responsibilities. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","listedOn":"2024-01-10","organ":"派出所","law":"反有组织犯罪法",
                 "duty":"每季度到村宣传一次","dueOn":"2024-12-31"}""")
// @formatter:off
public record PublicityResponsibility(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "列入日期 Listed")
        @NotNull LocalDate listedOn,
        @Schema(title = "责任单位 Organ")
        @NotBlank @Size(max = 100) @Ledger(alias = "责任部门") String organ,
        @Schema(title = "法律法规 Law")
        @NotBlank @Size(max = 200) @Ledger(alias = "普法内容") String law,
        @Schema(title = "普法任务 Duty")
        @Size(min = 1, max = 500) @Ledger(alias = {"责任内容", "工作措施"}) String duty,
        @Schema(title = "完成期限 Due")
        @Ahead @NotBefore("listedOn") @Ledger(alias = "完成时限") LocalDate dueOn,
        @Schema(title = "完成日期 Done")
        @NotBefore("listedOn") LocalDate doneOn)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "PublicityResponsibility")
    @Table(name = "publicity_responsibility")
    static class Kept extends LegalRecord<PublicityResponsibility> {}
}
