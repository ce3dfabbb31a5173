package org.fengqiao.legal.enforcement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
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
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/**
 * Somebody in an enforcement post, and the certificate (CF 42, 55; figure Q23).
 *
 * <p>G-01 asks who held a certificate on the last day of a period, of any period, and counts each
 * in post once. A record therefore has one term: the days on which a certificate was held without a
 * break, whichever certificate it was. A renewal in time moves the last day and leaves the first,
 * so that past years stay certified. After a break nobody may enforce: the record ends with the day
 * before the new certificate, the last day in that post, and another begins with it. On every day
 * one record of the person is in post, with the certificate of that day or without one. A register
 * of certificates would say the same in two records, which no share of a figure can join.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","name":"赵某某","unit":"综合行政执法大队","postFrom":"2023-01-01",
                 "certificateNumber":"16040000000001","certificateFrom":"2023-06-01",
                 "certificateUntil":"2028-05-31"}""")
// @formatter:off
public record EnforcementOfficer(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "姓名 Name")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME, required = true) String name,
        @Schema(title = "执法单位 Unit")
        @Size(min = 1, max = 100) String unit,
        @Schema(title = "上岗日期 In the post from")
        @NotNull LocalDate postFrom,
        @Schema(title = "离岗日期 Last day in the post")
        @Ahead @NotBefore("postFrom") LocalDate postUntil,
        @Schema(title = "执法证号 Number of the certificate")
        @Size(min = 1, max = 50) @Sealed String certificateNumber,
        @Schema(title = "发证日期 Certificate from, the first of those that follow without a break")
        @Ledger(alias = "首次发证日期") LocalDate certificateFrom,
        @Schema(title = "换证日期 Last renewed")
        @NotBefore("certificateFrom") LocalDate renewedOn,
        @Schema(title = "有效期至 Certificate until")
        @Ahead @NotBefore("certificateFrom") LocalDate certificateUntil,
        @Schema(title = "收回日期 Certificate withdrawn")
        @NotBefore("certificateFrom") LocalDate certificateWithdrawnOn)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "EnforcementOfficer")
    @Table(name = "enforcement_officer")
    static class Kept extends LegalRecord<EnforcementOfficer> {}
}
