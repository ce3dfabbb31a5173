package org.fengqiao.legal.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;

/**
 * A village that sets out to become a democratic rule-of-law village: named, reviewed, and kept or
 * struck off (codes 3.6; G-05).
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","startedOn":"2022-03-01","level":"COUNTY",
                 "namedOn":"2023-11-20"}""")
// @formatter:off
public record DemocraticVillage(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "创建日期 Begun")
        @Ledger(alias = "启动日期") @NotNull LocalDate startedOn,
        @Schema(title = "级别 Level")
        @NotNull @Enumerated(EnumType.STRING) DemocraticVillageLevel level,
        @Schema(title = "命名日期 Named")
        @NotBefore("startedOn") LocalDate namedOn,
        @Schema(title = "复核日期 Reviewed")
        @NotBefore("namedOn") LocalDate reviewedOn,
        @Schema(title = "复核结果 Review")
        @Enumerated(EnumType.STRING) DemocraticVillageReview review,
        @Schema(title = "称号终止日期 Title ended")
        @NotBefore("namedOn") LocalDate endedOn)
        implements Said {
    // @formatter:on

    /** Who names it [GK]. */
    public enum DemocraticVillageLevel implements Labelled {
        COUNTY("县级", "County", "县"),
        CITY("市级", "City", "市"),
        PROVINCE("省级", "Province", "省"),
        NATIONAL("全国", "National", "国家级");

        DemocraticVillageLevel(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What the review came to. */
    public enum DemocraticVillageReview implements Labelled {
        KEPT("保留", "Kept"),
        WITHDRAWN("撤销", "Withdrawn"),
        CANCELLED("取消", "Cancelled");

        DemocraticVillageReview(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "DemocraticVillage")
    @Table(name = "democratic_village")
    static class Kept extends LegalRecord<DemocraticVillage> {}
}
