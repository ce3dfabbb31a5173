package org.fengqiao.legal.consultations;

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
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;

/**
 * Counsel taking part in the settlement of a dispute (figure Q06). Of a mediation case it is read
 * from mediation's own events; only what is registered nowhere is typed here. Of such a dispute the
 * first participation gives the id: further counsel of it name that, so that it counts once.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","adviserId":"018cc251-f400-7000-8000-000000000001",
                 "joinedOn":"2024-05-10","description":"邻里排水纠纷，当场劝解"}""")
// @formatter:off
public record MediationParticipation(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "法律顾问 Counsel")
        @NotNull @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "参与日期 Day of the first participation")
        @NotNull LocalDate joinedOn,
        @Schema(title = "来源 Where the dispute is registered", readOnly = true)
        @Enumerated(EnumType.STRING) ParticipationSource source,
        @Schema(title = "纠纷编号 The dispute, by its first participation")
        @Ledger UUID disputeId,
        @Schema(title = "调解案件编号 The mediation case", readOnly = true)
        UUID caseId,
        @Schema(title = "案件调结日期 Day the case was closed", readOnly = true)
        LocalDate closedOn,
        @Schema(title = "纠纷概况 The dispute in words")
        @Size(min = 1, max = 2000) @Sealed String description)
        implements Said {
    // @formatter:on

    /** Where the dispute is registered. */
    public enum ParticipationSource implements Labelled {
        MEDIATION_CASE("人民调解案件", "A mediation case"),
        UNREGISTERED("未登记的纠纷", "A dispute registered nowhere");

        ParticipationSource(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    @Override
    public UUID partOf() {
        return caseId;
    }

    /** As it is kept. */
    @Entity(name = "MediationParticipation")
    @Table(name = "mediation_participation")
    static class Kept extends LegalRecord<MediationParticipation> {}
}
