package org.fengqiao.legal.publicity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.OfServiceLog;
import org.fengqiao.legal.registers.Refers;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A publicity activity (法治宣传活动): one, whatever its tags. A lecture is an activity with a tag (R7;
 * figures Q01, Q02, Q09, Q10). That a {@code SCHOOL_LECTURE} is held for minors is not asked for:
 * teachers and parents are taught there, too.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","heldOn":"2024-03-08","title":"妇女权益保障法宣传",
                 "tags":["THEME_DAY"],"themeDay":"WOMENS_DAY","organisers":["JUSTICE_OFFICE"],
                 "audience":["WOMEN"],"place":"镇文化广场","attendance":80,"materials":200,
                 "onSiteConsultations":6}""")
// @formatter:off
public record PublicityActivity(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "活动日期 Held")
        @Ledger(alias = {"时间", "日期"}) @NotNull LocalDate heldOn,
        @Schema(title = "活动名称 Title")
        @NotBlank @Size(max = 200) @Ledger(alias = "活动主题") String title,
        @Schema(title = "活动标签 Tags")
        @NotEmpty @Size(max = 20) @UniqueElements @JdbcTypeCode(SqlTypes.JSON) @Ledger(alias = "活动类型") List<@NotNull PublicityTag> tags,
        @Schema(title = "主题日 Theme day")
        @Enumerated(EnumType.STRING) @Ledger(alias = {"宣传日", "时间节点"}) ThemeDay themeDay,
        @Schema(title = "主讲人 Speaker")
        @Enumerated(EnumType.STRING) @Ledger(alias = {"主讲人单位", "主讲单位"}) ActivitySpeaker speaker,
        @Schema(title = "法律顾问 Counsel")
        @Refers("legal-advisers") UUID adviserId,
        @Schema(title = "组织单位 Organisers")
        @NotEmpty @Size(max = 20) @UniqueElements @JdbcTypeCode(SqlTypes.JSON) @Ledger(alias = {"主办单位", "参与单位"}) List<@NotNull ActivityOrganiser> organisers,
        @Schema(title = "对象 Audience")
        @Size(max = 20) @UniqueElements @JdbcTypeCode(SqlTypes.JSON) @Ledger(alias = "宣传对象") List<@NotNull ActivityAudience> audience,
        @Schema(title = "地点 Place")
        @Size(min = 1, max = 100) String place,
        @Schema(title = "参加人数 Attendance")
        @Min(0) @Max(999_999) @Ledger(alias = "受众人数") Integer attendance,
        @Schema(title = "发放资料份数 Materials handed out")
        @Min(0) @Max(999_999) @Ledger(alias = {"发放资料", "宣传资料"}) Integer materials,
        @Schema(title = "现场咨询人次 Consultations on the spot")
        @Min(0) @Max(99_999) @Ledger(alias = "现场咨询") Integer onSiteConsultations,
        @Schema(title = "工作日志编号 Entry of the service log", readOnly = true)
        UUID serviceLogId)
        implements OfServiceLog {
    // @formatter:on

    /** What an activity was; several may be true, and none is counted by adding them. */
    public enum PublicityTag implements Labelled {
        THEME_DAY("主题日", "Theme day", "主题日宣传"),
        CAMPAIGN("专项宣传", "Campaign"),
        LECTURE("法治讲座", "Lecture", "讲座", "法律讲座"),
        SCHOOL_LECTURE("中小学讲座", "Lecture at a school", "进校园", "校园讲座", "法治进校园", "中小学法治讲座"),
        LEGAL_AID_OUTREACH("法律援助送法进农村", "Legal aid outreach to villages", "送法进农村", "送法下乡"),
        HOTLINE("热线宣传", "Hotline", "12348热线宣传"),
        OTHER("其他", "Other");

        PublicityTag(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** Who spoke. */
    public enum ActivitySpeaker implements Labelled {
        VILLAGE_COUNSEL("村（居）法律顾问", "Village counsel", "村法律顾问", "农村法律顾问", "村居法律顾问"),
        GOVERNMENT_COUNSEL("政府法律顾问", "Government counsel"),
        JUSTICE_OFFICE("司法所", "Justice office"),
        POLICE_STATION("派出所", "Police station", "民警"),
        PEOPLES_TRIBUNAL("法庭", "People's tribunal", "人民法庭"),
        OTHER("其他", "Other");

        ActivitySpeaker(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** Whom it was for. */
    public enum ActivityAudience implements Labelled {
        MINORS("未成年人", "Minors", "学生", "青少年", "中小学生"),
        VILLAGERS("村（居）民", "Villagers", "村民", "群众", "居民"),
        WOMEN("妇女", "Women"),
        CADRES("干部", "Cadres", "领导干部"),
        ENTERPRISES("企业", "Enterprises"),
        PUBLIC("社会公众", "The public", "公众");

        ActivityAudience(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** A lecture that an entry of the service log tells of. */
    public static PublicityActivity lectureOfVillageCounsel(
            String division,
            LocalDate heldOn,
            String title,
            Integer attendance,
            UUID adviserId,
            UUID serviceLogId) {
        return new PublicityActivity(
                division,
                heldOn,
                title,
                List.of(PublicityTag.LECTURE),
                null,
                ActivitySpeaker.VILLAGE_COUNSEL,
                adviserId,
                List.of(ActivityOrganiser.VILLAGE),
                List.of(ActivityAudience.VILLAGERS),
                null,
                attendance,
                null,
                null,
                serviceLogId);
    }

    /** As it is kept. */
    @Entity(name = "PublicityActivity")
    @Table(name = "publicity_activity")
    static class Kept extends LegalRecord<PublicityActivity> {}
}
