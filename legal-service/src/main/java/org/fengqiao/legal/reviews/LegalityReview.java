package org.fengqiao.legal.reviews;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Sealed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A legality review of a document, decision or contract (ZD 25, CF 58): mandatory ones make the
 * coverage, reviewed of those that were due.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","subject":"MAJOR_DECISION","mandatory":true,
                 "reviewerRole":"JUSTICE_OFFICE","client":"DEPARTMENT","title":"镇区道路改造方案",
                 "receivedOn":"2024-05-10"}""")
// @formatter:off
public record LegalityReview(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "状态 Status", readOnly = true)
        @Enumerated(EnumType.STRING) ReviewStatus status,
        @Schema(title = "审查对象 Subject")
        @NotNull @Enumerated(EnumType.STRING) LegalitySubject subject,
        @Schema(title = "应当审查 Whether the law asks for it")
        @NotNull Boolean mandatory,
        @Schema(title = "审查主体 Reviewer")
        @NotNull @Enumerated(EnumType.STRING) ReviewerRole reviewerRole,
        @Schema(title = "法律顾问 Counsel")
        @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "送审单位 Client")
        @Enumerated(EnumType.STRING) @Ledger(alias = {"委托方", "委托单位"}) ReviewClient client,
        @Schema(title = "名称 Title")
        @Size(min = 1, max = 200) @Sealed(required = true) String title,
        @Schema(title = "合同金额 Amount in yuan, of a contract")
        @DecimalMin("0") @Digits(integer = 13, fraction = 2) BigDecimal amountYuan,
        @Schema(title = "收到日期 Received")
        @NotNull LocalDate receivedOn,
        @Schema(title = "审查意见（各版） Opinions by version")
        @Ledger(first = true) @Size(max = 20) @JdbcTypeCode(SqlTypes.JSON)
        List<@NotNull @Valid ReviewOpinion> opinions,
        @Schema(title = "首次审查日期 Day of the first opinion", readOnly = true)
        LocalDate reviewedOn,
        @Schema(title = "审查意见版次 Versions of the opinion", readOnly = true)
        Integer opinionVersions,
        @Schema(title = "最近风险点数 Risks found by the last opinion", readOnly = true)
        Integer risksFound,
        @Schema(title = "审查结论 Result")
        @Enumerated(EnumType.STRING) LegalityResult result,
        @Schema(title = "采纳情况 Whether it was adopted")
        @Enumerated(EnumType.STRING) OpinionAdoption adopted,
        @Schema(title = "答复日期 Day the client answered")
        @NotBefore("receivedOn") LocalDate decidedOn,
        @Schema(title = "撤回日期 Withdrawn")
        @NotBefore("receivedOn") LocalDate withdrawnOn)
        implements Reviewed {
    // @formatter:on

    /** What is reviewed. */
    public enum LegalitySubject implements Labelled {
        NORMATIVE_DOCUMENT("行政规范性文件", "Normative document", "规范性文件"),
        MAJOR_DECISION("重大决策", "Major decision", "重大行政决策"),
        ENFORCEMENT_DECISION("行政执法决定", "Enforcement decision", "执法决定"),
        CONTRACT("合同", "Contract"),
        OTHER("其他", "Other");

        LegalitySubject(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "LegalityReview")
    @Table(name = "legality_review")
    static class Kept extends LegalRecord<LegalityReview> {}
}
