package org.fengqiao.legal.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;

/** An exam in law: who was due, who took it, who passed. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","heldOn":"2024-10-15","title":"机关干部学法考试",
                 "audience":"STAFF","due":60,"taken":58,"passed":57}""")
// @formatter:off
public record LawExam(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "考试日期 Held")
        @NotNull LocalDate heldOn,
        @Schema(title = "考试名称 Title")
        @NotBlank @Size(max = 200) String title,
        @Schema(title = "对象 Audience")
        @NotNull @Enumerated(EnumType.STRING) StudyAudience audience,
        @Schema(title = "应考人数 Due to take it")
        @NotNull @Min(1) @Max(99_999) Integer due,
        @Schema(title = "参考人数 Took it")
        @NotNull @Min(0) @Max(99_999) Integer taken,
        @Schema(title = "合格人数 Passed")
        @NotNull @Min(0) @Max(99_999) Integer passed)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "LawExam")
    @Table(name = "law_exam")
    static class Kept extends LegalRecord<LawExam> {}
}
