package org.fengqiao.legal.consultations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.OfServiceLog;
import org.fengqiao.legal.registers.Refers;
import org.fengqiao.legal.registers.Sealed;

/** What counsel did besides: the columns of the published statistics (rules 2.5). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","adviserId":"018cc251-f400-7000-8000-000000000001",
                 "workedOn":"2024-05-10","workKind":"DRAFTING","pieces":1}""")
// @formatter:off
public record CounselWork(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "法律顾问 Counsel")
        @NotNull @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "日期 Day")
        @NotNull LocalDate workedOn,
        @Schema(title = "事项 Kind of work")
        @NotNull @Enumerated(EnumType.STRING) CounselWorkKind workKind,
        @Schema(title = "数量 Pieces")
        @NotNull @Min(1) @Max(999) Integer pieces,
        @Schema(title = "内容 Subject")
        @Size(min = 1, max = 2000) @Sealed String subject,
        @Schema(title = "工作日志编号 Entry of the service log", readOnly = true)
        UUID serviceLogId)
        implements OfServiceLog {
    // @formatter:on

    /** What it was. */
    public enum CounselWorkKind implements Labelled {
        DRAFTING("代写文书", "Documents drafted", "代书"),
        DECISION_OPINION("重大决策意见", "Opinion on a decision"),
        LITIGATION("参与诉讼", "Suit taken part in"),
        LEGAL_OPINION("法律意见书", "Legal opinion"),
        LAWYERS_LETTER("律师函", "Lawyer's letter");

        CounselWorkKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "CounselWork")
    @Table(name = "counsel_work")
    static class Kept extends LegalRecord<CounselWork> {}
}
