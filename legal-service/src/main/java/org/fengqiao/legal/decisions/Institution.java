package org.fengqiao.legal.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
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

/** An institution that the organ made for itself (制度), in force until it is repealed. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","title":"重大决策审核制度","field":"DECISIONS",
                 "documentNumber":"瓦政〔2024〕12号","inForceOn":"2024-03-01"}""")
// @formatter:off
public record Institution(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "制度名称 Title")
        @NotBlank @Size(max = 200) String title,
        @Schema(title = "类别 Field")
        @NotNull @Enumerated(EnumType.STRING) InstitutionField field,
        @Schema(title = "文号 Number of the document")
        @Size(max = 100) String documentNumber,
        @Schema(title = "施行日期 In force from")
        @NotNull LocalDate inForceOn,
        @Schema(title = "废止日期 Repealed")
        @NotBefore("inForceOn") LocalDate repealedOn,
        @Schema(title = "说明 Remarks")
        @Size(max = 2000) @Sealed String remarks)
        implements Said {
    // @formatter:on

    /** What an institution is about. */
    @Schema(name = "InstitutionField")
    public enum InstitutionField implements Labelled {
        REPORTING("重大事项报告", "Reporting of major matters"),
        PROBLEMS("重大问题汇报", "Reporting of major problems"),
        DECISIONS("重大决策审核", "Review of major decisions"),
        PETITIONS("处理信访工作", "Petition work"),
        PERSONNEL("培养考核任用", "Training, appraisal and appointment"),
        FINANCE("财务管理", "Finance"),
        PROJECTS("工程项目管理", "Project management"),
        ENFORCEMENT("行政执法", "Administrative enforcement"),
        OTHER("其他", "Other");

        InstitutionField(String zh, String en) {
            called(zh, en);
        }
    }

    /** As it is kept. */
    @Entity(name = "Institution")
    @Table(name = "institution")
    static class Kept extends LegalRecord<Institution> {}
}
