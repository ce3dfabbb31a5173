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
import org.fengqiao.legal.registers.Sealed.Mask;

/** Legal advice given to persons; its unit is the person-time 人次 (figure Q08). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","provider":"VILLAGE_COUNSEL","consultedOn":"2024-05-10",
                 "channel":"PHONE","topic":"LABOUR","persons":1,"person":"李某某",
                 "summary":"拖欠工资，建议申请劳动仲裁"}""")
// @formatter:off
public record LegalConsultation(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "提供者 Provider")
        @NotNull @Enumerated(EnumType.STRING) ConsultationProvider provider,
        @Schema(title = "法律顾问 Counsel")
        @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "咨询日期 Day of the consultation")
        @NotNull LocalDate consultedOn,
        @Schema(title = "咨询方式 Channel")
        @NotNull @Enumerated(EnumType.STRING) ConsultationChannel channel,
        @Schema(title = "咨询主题 Topic")
        @NotNull @Enumerated(EnumType.STRING) ConsultationTopic topic,
        @Schema(title = "咨询人次 Persons who asked")
        @NotNull @Min(1) @Max(999) Integer persons,
        @Schema(title = "咨询人 Who asked")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME) String person,
        @Schema(title = "咨询人电话 Phone of who asked")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.PHONE) String phone,
        @Schema(title = "咨询内容 What was asked and answered")
        @Size(min = 1, max = 2000) @Sealed String summary,
        @Schema(title = "工作日志编号 Entry of the service log", readOnly = true)
        UUID serviceLogId)
        implements OfServiceLog {
    // @formatter:on

    /** Who gave the advice. */
    public enum ConsultationProvider implements Labelled {
        VILLAGE_COUNSEL("村（居）法律顾问", "Village counsel", "村法律顾问", "农村法律顾问"),
        GOVERNMENT_COUNSEL("政府法律顾问", "Government counsel"),
        JUSTICE_OFFICE("司法所", "Justice office"),
        LEGAL_AID_STATION("法律援助工作站", "Legal aid station"),
        OTHER("其他", "Other");

        ConsultationProvider(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "LegalConsultation")
    @Table(name = "legal_consultation")
    static class Kept extends LegalRecord<LegalConsultation> {}
}
