package org.fengqiao.legal.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** A report of a leader on his duty for the rule of law (述法). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","reportedOn":"2024-12-20","post":"镇长",
                 "occasion":"ANNUAL_MEETING"}""")
// @formatter:off
public record DutyReport(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "述法日期 Day of the report")
        @NotNull LocalDate reportedOn,
        @Schema(title = "职务 Post")
        @NotBlank @Size(max = 100) String post,
        @Schema(title = "述法人 Who reported")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME) String reporter,
        @Schema(title = "述法形式 Occasion")
        @NotNull @Enumerated(EnumType.STRING) DutyReportOccasion occasion,
        @Schema(title = "评议意见 Comments")
        @Size(min = 1, max = 2000) @Sealed String comments)
        implements Said {
    // @formatter:on

    /** On which occasion. */
    public enum DutyReportOccasion implements Labelled {
        ANNUAL_MEETING("年度述职述廉述法", "At the annual report", "述法述廉", "述职述廉述法"),
        SPECIAL_MEETING("专题述法会", "At a meeting of its own", "专题述法"),
        WRITTEN("书面述法", "In writing");

        DutyReportOccasion(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "DutyReport")
    @Table(name = "duty_report")
    static class Kept extends LegalRecord<DutyReport> {}
}
