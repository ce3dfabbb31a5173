package org.fengqiao.legal.advisers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Said;

/** An appointment of an adviser to a village or a government, for a period: coverage goes by it. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","adviserId":"018cc251-f400-7000-8000-000000000001",
                 "role":"VILLAGE","appointedOn":"2024-01-01","endsOn":"2024-12-31"}""")
// @formatter:off
public record Appointment(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "法律顾问 Counsel")
        @NotNull @Refers("legal-advisers") @Ledger(alias = "顾问姓名") UUID adviserId,
        @Schema(title = "顾问类别 Role")
        @NotNull @Enumerated(EnumType.STRING) AdviserRole role,
        @Schema(title = "聘任日期 First day")
        @Ledger(alias = {"聘期起", "起始日期"}) @NotNull @Ahead LocalDate appointedOn,
        @Schema(title = "聘期届满 Last day")
        @Ahead @NotBefore("appointedOn") @Ledger(alias = {"到期日期", "聘期止", "终止日期"}) LocalDate endsOn,
        @Schema(title = "协议编号 Number of the contract")
        @Size(min = 1, max = 100) @Ledger(alias = "合同编号") String contractNumber)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "Appointment")
    @Table(name = "appointment")
    static class Kept extends LegalRecord<Appointment> {}
}
