package org.fengqiao.legal.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.UniqueElements;

/** A meeting of the leadership, with what was on its agenda (figures 1.3). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","heldOn":"2024-02-20","meetingKind":"PARTY_COMMITTEE",
                 "agendaTags":["RULE_OF_LAW"],"agenda":"听取法治政府建设工作汇报","attendees":11}""")
// @formatter:off
public record LeadershipMeeting(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "会议日期 Held")
        @NotNull LocalDate heldOn,
        @Schema(title = "会议类型 Kind of meeting")
        @NotNull @Enumerated(EnumType.STRING) LeadershipMeetingKind meetingKind,
        @Schema(title = "议题类别 Agenda by kind")
        @NotEmpty @Size(max = 20) @UniqueElements @JdbcTypeCode(SqlTypes.JSON) List<@NotNull AgendaTag> agendaTags,
        @Schema(title = "议题 Agenda")
        @Size(min = 1, max = 500) @Sealed String agenda,
        @Schema(title = "参会人数 Attendees")
        @Min(1) @Max(9_999) Integer attendees,
        @Schema(title = "会议纪要 Minutes")
        @Size(min = 1, max = 4000) @Ledger(alias = "会议记录") @Sealed String minutes)
        implements Said {
    // @formatter:on

    /** Which body met. */
    public enum LeadershipMeetingKind implements Labelled {
        PARTY_COMMITTEE("党委会", "Party committee", "党委会议", "党委班子会"),
        GOVERNMENT("政府办公会", "Government meeting", "镇长办公会", "政府会议"),
        JOINT("党政联席会", "Joint meeting", "班子会", "党政联席会议"),
        OTHER("其他", "Other");

        LeadershipMeetingKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What was on the agenda; 三重一大 among it [GK]. */
    public enum AgendaTag implements Labelled {
        RULE_OF_LAW("法治政府建设", "Rule of law", "法治建设"),
        MAJOR_DECISION("重大决策", "Major decision", "重大事项决策"),
        PERSONNEL("重要干部任免", "Appointments", "干部任免"),
        PROJECT("重大项目安排", "Major projects", "项目安排", "重要项目安排"),
        LARGE_FUNDS("大额资金使用", "Large funds", "大额资金", "大额度资金使用"),
        PETITIONS("信访工作", "Petition work", "信访"),
        OTHER("其他", "Other");

        AgendaTag(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "LeadershipMeeting")
    @Table(name = "leadership_meeting")
    static class Kept extends LegalRecord<LeadershipMeeting> {}
}
