package org.fengqiao.legal.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;

/** A training of enforcement staff (业务培训、岗位练兵). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","heldOn":"2024-05-20","trainingKind":"PROFESSIONAL",
                 "topic":"行政处罚法","participants":18,"hours":4}""")
// @formatter:off
public record EnforcementTraining(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "培训日期 Held")
        @NotNull LocalDate heldOn,
        @Schema(title = "培训类别 Kind")
        @NotNull @Enumerated(EnumType.STRING) TrainingKind trainingKind,
        @Schema(title = "培训主题 Topic")
        @NotBlank @Size(max = 200) String topic,
        @Schema(title = "参加人次 Participants")
        @NotNull @Min(1) @Max(99_999) Integer participants,
        @Schema(title = "学时 Hours")
        @DecimalMin("0") @DecimalMax("999") @Digits(integer = 3, fraction = 1) BigDecimal hours)
        implements Said {
    // @formatter:on

    /** What was trained. */
    public enum TrainingKind implements Labelled {
        POLITICAL("思想政治教育", "Political education"),
        PROFESSIONAL("业务培训", "Professional training"),
        DRILL("岗位练兵", "Drill"),
        CERTIFICATE("执法证考试培训", "For the certificate exam");

        TrainingKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "EnforcementTraining")
    @Table(name = "enforcement_training")
    static class Kept extends LegalRecord<EnforcementTraining> {}
}
