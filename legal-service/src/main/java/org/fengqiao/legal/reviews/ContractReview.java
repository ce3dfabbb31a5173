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
import org.fengqiao.legal.registers.Sealed.Mask;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A contract that was reviewed for the government or a village (figures Q03, Q07). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","reviewerRole":"GOVERNMENT_COUNSEL",
                 "client":"TOWNSHIP_GOVERNMENT","contractType":"PROCUREMENT",
                 "title":"垃圾清运服务合同","amountYuan":180000,
                 "receivedOn":"2024-05-10"}""")
// @formatter:off
public record ContractReview(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "状态 Status", readOnly = true)
        @Enumerated(EnumType.STRING) ReviewStatus status,
        @Schema(title = "审查主体 Reviewer")
        @NotNull @Enumerated(EnumType.STRING) ReviewerRole reviewerRole,
        @Schema(title = "法律顾问 Counsel")
        @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "委托方 Client")
        @Enumerated(EnumType.STRING) @Ledger(alias = {"委托单位", "送审单位"}) ReviewClient client,
        @Schema(title = "合同类型 Type of contract")
        @NotNull @Enumerated(EnumType.STRING) ContractType contractType,
        @Schema(title = "合同名称 Title")
        @Size(min = 1, max = 200) @Sealed(required = true) String title,
        @Schema(title = "对方当事人 The other party")
        @Size(min = 1, max = 200) @Sealed(mask = Mask.NAME) String counterparty,
        @Schema(title = "合同金额 Amount in yuan")
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
        @Schema(title = "采纳情况 Whether it was adopted")
        @Enumerated(EnumType.STRING) OpinionAdoption adopted,
        @Schema(title = "答复日期 Day the client answered")
        @NotBefore("receivedOn") LocalDate decidedOn,
        @Schema(title = "撤回日期 Withdrawn")
        @NotBefore("receivedOn") LocalDate withdrawnOn)
        implements Reviewed {
    // @formatter:on

    /** What the contract is about. */
    public enum ContractType implements Labelled {
        PROJECT("工程建设", "Construction", "工程"),
        PROCUREMENT("政府采购", "Procurement", "采购"),
        LAND("土地承包流转", "Land", "土地流转", "土地承包"),
        LEASE("租赁", "Lease"),
        LABOUR("劳动用工", "Labour", "劳动"),
        SERVICE("服务", "Services"),
        COOPERATION("招商合作", "Cooperation", "合作"),
        LOAN("借贷担保", "Loans", "借贷"),
        OTHER("其他", "Other");

        ContractType(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "ContractReview")
    @Table(name = "contract_review")
    static class Kept extends LegalRecord<ContractReview> {}
}
