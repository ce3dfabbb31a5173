package org.fengqiao.legal.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What counsel did for a village on a day, written once: the visit, the consultations, the lecture
 * and whatever else it was are made of it (rules 2.5, definitions D5).
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","adviserId":"018cc251-f400-7000-8000-000000000001",
                 "servedOn":"2024-05-10","onSite":true,"hoursOnSite":4,"counselPresent":1,
                 "personsMet":12,"consultations":[{"persons":2,"channel":"ON_SITE",
                 "topic":"LAND","summary":"土地流转合同期限"}],"draftings":1}""")
// @formatter:off
public record ServiceLogEntry(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "法律顾问 Counsel")
        @NotNull @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "服务日期 Day of service")
        @NotNull LocalDate servedOn,
        @Schema(title = "是否到村 On site")
        @NotNull Boolean onSite,
        @Schema(title = "现场时长 Hours on site")
        @DecimalMin("0") @DecimalMax("24") @Digits(integer = 2, fraction = 1) BigDecimal hoursOnSite,
        @Schema(title = "顾问人数 Counsel present")
        @Min(1) @Max(20) Integer counselPresent,
        @Schema(title = "接待群众人数 Persons met")
        @Min(0) @Max(9_999) Integer personsMet,
        @Schema(title = "工作内容 Work done")
        @Size(min = 1, max = 4000) @Sealed String workDone,
        @Schema(title = "咨询 Consultations")
        @Ledger(first = true) @Size(max = 100) @JdbcTypeCode(SqlTypes.JSON)
        List<@NotNull @Valid LoggedConsultation> consultations,
        @Schema(title = "讲座主题 Subject of the lecture")
        @Size(min = 1, max = 200) String lectureTitle,
        @Schema(title = "讲座人数 Attendance of the lecture")
        @Min(0) @Max(99_999) Integer lectureAttendance,
        @Schema(title = "代写文书 Documents drafted")
        @Min(0) @Max(999) Integer draftings,
        @Schema(title = "重大决策意见 Opinions on decisions")
        @Min(0) @Max(999) Integer decisionOpinions,
        @Schema(title = "参与诉讼 Suits taken part in")
        @Min(0) @Max(999) Integer litigations,
        @Schema(title = "法律意见书 Legal opinions")
        @Min(0) @Max(999) Integer legalOpinions,
        @Schema(title = "律师函 Lawyer's letters")
        @Min(0) @Max(999) Integer lawyersLetters)
        implements Said {
    // @formatter:on

    /** As it is kept. */
    @Entity(name = "ServiceLogEntry")
    @Table(name = "service_log_entry")
    static class Kept extends LegalRecord<ServiceLogEntry> {}
}
