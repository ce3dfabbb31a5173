package org.fengqiao.legal.aid;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;
import org.fengqiao.legal.registers.StepRow;

/**
 * Somebody shown the way to legal aid (figure Q11): a referral, no case; it starts no clock. What
 * the county's agency does with the application is noted here as it becomes known (FY 12, 13).
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","referredOn":"2024-04-10","persons":1,
                 "applicantKind":"MIGRANT_WORKER","matter":"LABOUR","applicant":"孙某某"}""")
// @formatter:off
public record LegalAidReferral(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "状态 Status", readOnly = true)
        @Enumerated(EnumType.STRING) AidStatus status,
        @Schema(title = "引导日期 Referred")
        @NotNull LocalDate referredOn,
        @Schema(title = "人数 Persons")
        @NotNull @Min(1) @Max(999) Integer persons,
        @Schema(title = "申请人类别 Kind of applicant")
        @NotNull @Enumerated(EnumType.STRING) AidApplicantKind applicantKind,
        @Schema(title = "法律援助事项 Matter")
        @NotNull @Enumerated(EnumType.STRING) AidMatter matter,
        @Schema(title = "不受经济困难条件限制的情形 Why no means test")
        @Enumerated(EnumType.STRING) AidExemption exemption,
        @Schema(title = "是否紧急 Urgent")
        Boolean urgent,
        @Schema(title = "申请人 Applicant")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME, required = true) String applicant,
        @Schema(title = "电话 Phone")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.PHONE) String phone,
        @Schema(title = "案情 Facts")
        @Size(min = 1, max = 2000) @Sealed String facts,
        @Schema(title = "机构收到申请日期 Received by the agency")
        LocalDate receivedOn,
        @Schema(title = "告知补正日期 Papers asked for")
        LocalDate papersAskedOn,
        @Schema(title = "补正日期 Papers supplied")
        LocalDate papersSuppliedOn,
        @Schema(title = "决定日期 Decided")
        LocalDate decidedOn,
        @Schema(title = "是否给予援助 Granted")
        Boolean granted,
        @Schema(title = "指派日期 Appointed")
        LocalDate appointedOn,
        @Schema(title = "提出异议日期 Objection received")
        LocalDate objectedOn,
        @Schema(title = "异议处理日期 Objection decided")
        LocalDate objectionDecidedOn,
        @Schema(title = "异议是否成立 Objection upheld")
        Boolean objectionUpheld,
        @Schema(title = "结案日期 Closed")
        LocalDate closedOn,
        @Schema(title = "援助结果 Result")
        @Enumerated(EnumType.STRING) AidResult result,
        @Schema(title = "撤回日期 Withdrawn")
        LocalDate withdrawnOn)
        implements Said {
    // @formatter:on

    /** Who asks. */
    public enum AidApplicantKind implements Labelled {
        MIGRANT_WORKER("农民工", "Migrant worker"),
        DISABLED("残疾人", "Disabled person"),
        ELDERLY("老年人", "Elderly person"),
        MINOR("未成年人", "Minor"),
        WOMAN("妇女", "Woman"),
        LOW_INCOME("经济困难公民", "Citizen in economic difficulty", "困难群众"),
        OTHER("其他", "Other");

        AidApplicantKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What it is about: the nine items of FY 31. */
    public enum AidMatter implements Labelled {
        STATE_COMPENSATION("国家赔偿", "State compensation"),
        SOCIAL_INSURANCE("社会保险待遇、社会救助", "Social insurance, social relief", "社会保险", "社会救助"),
        PENSION_FOR_BEREAVED("抚恤金", "Pension for the bereaved"),
        SUPPORT("赡养费、抚养费、扶养费", "Support", "赡养费", "抚养费", "扶养费"),
        LABOUR("确认劳动关系、劳动报酬", "Labour relation or wages", "劳动报酬"),
        CAPACITY("认定民事行为能力", "Legal capacity"),
        INJURY("工伤、交通、食品药品、医疗事故人身损害", "Injury", "工伤", "人身损害"),
        ENVIRONMENT("环境污染、生态破坏", "Damage to the environment", "环境污染"),
        OTHER("其他", "Other");

        AidMatter(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** Why there is no means test (FY 32). */
    public enum AidExemption implements Labelled {
        HEROES("英烈人格权益", "Honour of heroes"),
        BRAVERY("见义勇为", "Brave acts"),
        RETRIAL_ACQUITTAL("再审改判无罪赔偿", "Compensation after acquittal"),
        DOMESTIC_ABUSE("虐待、遗弃、家庭暴力受害人", "Victim of abuse at home", "家庭暴力"),
        OTHER("其他", "Other");

        AidExemption(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** What came of it. */
    public enum AidResult implements Labelled {
        WON("胜诉或者调解、和解", "Won or settled", "胜诉", "调解", "和解"),
        PARTLY("部分支持", "Partly supported"),
        NOT_SUPPORTED("未获支持", "Not supported"),
        ENDED("终止", "Ended"),
        OTHER("其他", "Other");

        AidResult(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    @Override
    public StepRow<?>[] steps() {
        return AidStep.values();
    }

    /** As it is kept. */
    @Entity(name = "LegalAidReferral")
    @Table(name = "legal_aid_referral")
    static class Kept extends LegalRecord<LegalAidReferral> {}
}
