package org.fengqiao.legal.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.StepRow;
import org.fengqiao.legal.reviews.LegalityResult;

/**
 * A major matter of the organ, from proposal to archive (三重一大; ZD 15, 25-33, which townships follow
 * by analogy, ZD 42).
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","title":"镇区道路改造","matterKind":"MAJOR_DECISION",
                 "proposedOn":"2024-05-06"}""")
// @formatter:off
public record MajorDecision(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "状态 Status", readOnly = true)
        @Enumerated(EnumType.STRING) DecisionStatus status,
        @Schema(title = "事项名称 Title")
        @Size(min = 1, max = 200) @Sealed(required = true) String title,
        @Schema(title = "事项类别 Kind of matter")
        @NotNull @Enumerated(EnumType.STRING) MajorMatterKind matterKind,
        @Schema(title = "提出日期 Proposed")
        @NotNull LocalDate proposedOn,
        @Schema(title = "公开征求意见开始 Public comment from")
        @NotBefore("proposedOn") LocalDate commentFrom,
        @Schema(title = "公开征求意见截止 Public comment until")
        @Ahead @NotBefore("commentFrom") LocalDate commentUntil,
        @Schema(title = "送审日期 Papers with the reviewer")
        @NotBefore("proposedOn") LocalDate papersOn,
        @Schema(title = "合法性审查日期 Legality reviewed")
        @NotBefore("papersOn") LocalDate reviewedOn,
        @Schema(title = "合法性审查结论 Result of the review")
        @Enumerated(EnumType.STRING) LegalityResult reviewResult,
        @Schema(title = "探索性改革事项明示的法律风险 Legal risk stated of an exploratory reform")
        @Size(min = 1, max = 4000) @Sealed String statedRisk,
        @Schema(title = "法律顾问意见日期 Opinion of counsel")
        @NotBefore("proposedOn") LocalDate counselOpinionOn,
        @Schema(title = "法律顾问 Counsel")
        @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "法律顾问意见 What counsel says")
        @Size(min = 1, max = 4000) @Sealed String counselOpinion,
        @Schema(title = "集体讨论日期 Discussed collectively")
        @NotBefore("proposedOn") LocalDate discussedOn,
        @Schema(title = "负责人末位发言 Head spoke last")
        Boolean headSpokeLast,
        @Schema(title = "不同意见数 Dissenting opinions")
        @Min(0) @Max(99) Integer dissents,
        @Schema(title = "决定日期 Decided")
        @NotBefore("discussedOn") LocalDate decidedOn,
        @Schema(title = "决定结果 Outcome")
        @Enumerated(EnumType.STRING) DecisionOutcome outcome,
        @Schema(title = "归档日期 Archived")
        @NotBefore("decidedOn") LocalDate archivedOn,
        @Schema(title = "撤回日期 Withdrawn")
        @NotBefore("proposedOn") LocalDate withdrawnOn,
        @Schema(title = "讨论记录 Record of the discussion")
        @Size(min = 1, max = 4000) @Sealed String record)
        implements Said {
    // @formatter:on

    /** Which of the four kinds [GK]. */
    public enum MajorMatterKind implements Labelled {
        MAJOR_DECISION("重大决策", "Major decision"),
        PERSONNEL("重要干部任免", "Appointments", "干部任免"),
        PROJECT("重大项目安排", "Major projects", "项目安排"),
        LARGE_FUNDS("大额资金使用", "Large funds", "大额资金");

        MajorMatterKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What was decided. */
    public enum DecisionOutcome implements Labelled {
        ADOPTED("通过", "Adopted"),
        REJECTED("不予通过", "Rejected", "不通过"),
        POSTPONED("暂缓", "Postponed");

        DecisionOutcome(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    @Override
    public StepRow<?>[] steps() {
        return DecisionStep.values();
    }

    /** As it is kept. */
    @Entity(name = "MajorDecision")
    @Table(name = "major_decision")
    static class Kept extends LegalRecord<MajorDecision> {}
}
