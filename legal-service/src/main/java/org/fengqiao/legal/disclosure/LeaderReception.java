package org.fengqiao.legal.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** A leader receives petitioners (领导接访): batches and persons, as in the petition registers. */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","receivedOn":"2024-05-15","leaderPost":"镇党委书记","batches":3,
                 "persons":5,"resolvedOnTheSpot":2}""")
// @formatter:off
public record LeaderReception(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "接访日期 Day")
        @NotNull LocalDate receivedOn,
        @Schema(title = "领导职务 Post of the leader")
        @NotBlank @Size(max = 100) @Ledger(alias = {"接访领导职务", "职务"}) String leaderPost,
        @Schema(title = "接访领导 Leader")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME) @Ledger(alias = "姓名") String leader,
        @Schema(title = "接访批次 Batches")
        @NotNull @Min(0) @Max(999) Integer batches,
        @Schema(title = "接访人次 Persons")
        @NotNull @Min(0) @Max(9_999) Integer persons,
        @Schema(title = "当场解决件数 Resolved on the spot")
        @Min(0) @Max(999) @Ledger(alias = "现场化解件数") Integer resolvedOnTheSpot,
        @Schema(title = "情况说明 Account")
        @Size(min = 1, max = 4000) @Ledger(alias = "接访情况") @Sealed String account)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "LeaderReception")
    @Table(name = "leader_reception")
    static class Kept extends LegalRecord<LeaderReception> {}
}
