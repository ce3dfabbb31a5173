package org.fengqiao.legal.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.OfServiceLog;
import org.fengqiao.legal.registers.Refers;

/** A visit of counsel to a village (走访村), not of a petitioner (figures Q04, Q05). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","adviserId":"018cc251-f400-7000-8000-000000000001",
                 "visitedOn":"2024-05-10","counselPresent":1,"personsMet":12,"hoursOnSite":4}""")
// @formatter:off
public record VillageVisit(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "法律顾问 Counsel")
        @NotNull @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "走访日期 Day of the visit")
        @NotNull LocalDate visitedOn,
        @Schema(title = "顾问人数 Counsel present")
        @NotNull @Min(1) @Max(20) Integer counselPresent,
        @Schema(title = "接待群众人数 Persons met")
        @Min(0) @Max(9_999) Integer personsMet,
        @Schema(title = "现场时长 Hours on site")
        @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 1) BigDecimal hoursOnSite,
        @Schema(title = "工作日志编号 Entry of the service log", readOnly = true)
        UUID serviceLogId)
        implements OfServiceLog {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "VillageVisit")
    @Table(name = "village_visit")
    static class Kept extends LegalRecord<VillageVisit> {}
}
