package org.fengqiao.legal.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;

/** A session in which law was studied (学法; figures 1.3). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","heldOn":"2024-03-11","format":"EVENING_STUDY",
                 "topic":"信访工作条例","laws":"《信访工作条例》","audience":"STAFF","attendance":60}""")
// @formatter:off
public record StudySession(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "学习日期 Held")
        @NotNull LocalDate heldOn,
        @Schema(title = "学习形式 Format")
        @NotNull @Enumerated(EnumType.STRING) StudyFormat format,
        @Schema(title = "学习主题 Topic")
        @NotBlank @Size(max = 200) String topic,
        @Schema(title = "法律法规 Laws")
        @Size(min = 1, max = 500) String laws,
        @Schema(title = "对象 Audience")
        @NotNull @Enumerated(EnumType.STRING) StudyAudience audience,
        @Schema(title = "参加人数 Attendance")
        @Min(0) @Max(99_999) Integer attendance,
        @Schema(title = "学时 Hours")
        @DecimalMin("0") @DecimalMax("999") @Digits(integer = 3, fraction = 1) BigDecimal hours)
        implements Said {
    // @formatter:on

    /** How it was studied. */
    public enum StudyFormat implements Labelled {
        CENTRAL_GROUP("党委中心组学习", "Study of the party committee", "中心组学习", "党委中心组学法"),
        BEFORE_MEETING("会前学法", "Before a meeting"),
        EVENING_STUDY("周一学习夜", "Evening of study", "学习夜"),
        TRAINING("法治培训", "Training", "培训"),
        NETWORK("网络学习", "On the network", "公务员网络学习"),
        OTHER("其他", "Other");

        StudyFormat(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "StudySession")
    @Table(name = "study_session")
    static class Kept extends LegalRecord<StudySession> {}
}
