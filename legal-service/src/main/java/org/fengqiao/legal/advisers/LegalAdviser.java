package org.fengqiao.legal.advisers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;
import org.fengqiao.legal.registers.Term;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * A legal adviser of the government, of villages, or of both: on the roster, before any appointment
 * (definitions D7; rules 2.5). Other services name counsel by its id.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","roles":["VILLAGE"],"profession":"LAWYER","name":"李某某",
                 "firm":"某某律师事务所","engagedOn":"2024-01-01"}""")
// @formatter:off
public record LegalAdviser(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "顾问编号 Id by which ledgers name counsel")
        @Ledger UUID adviserId,
        @Schema(title = "顾问类别 Roles")
        @NotEmpty @Size(max = 20) @UniqueElements @JdbcTypeCode(SqlTypes.JSON) List<@NotNull AdviserRole> roles,
        @Schema(title = "职业 Profession")
        @NotNull @Enumerated(EnumType.STRING) @Ledger(alias = {"人员类别", "执业类别"}) AdviserProfession profession,
        @Schema(title = "姓名 Name")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME, required = true) String name,
        @Schema(title = "电话 Phone")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.PHONE) @Ledger(alias = {"联系电话", "手机"}) String phone,
        @Schema(title = "执业证号 Number of the licence")
        @Size(min = 1, max = 100) @Sealed String licenceNumber,
        @Schema(title = "执业机构 Firm")
        @Size(min = 1, max = 100) @Ledger(alias = {"律所", "所在机构"}) String firm,
        @Schema(title = "聘任日期 Engaged")
        @Ledger(alias = "聘用日期") @NotNull LocalDate engagedOn,
        @Schema(title = "解聘日期 Last day")
        @Ahead @NotBefore("engagedOn") LocalDate endedOn)
        implements Said {
    // @formatter:on

    /** While the adviser is engaged. */
    Term engagement() {
        return new Term(engagedOn, endedOn);
    }

    /** What an adviser is by profession. */
    public enum AdviserProfession implements Labelled {
        LAWYER("律师", "Lawyer"),
        GRASSROOTS_LEGAL_WORKER("基层法律服务工作者", "Grassroots legal worker", "法律服务工作者"),
        PUBLIC_LAWYER("公职律师", "Public lawyer"),
        JUSTICE_OFFICE_STAFF("司法所工作人员", "Staff of the justice office", "司法所"),
        NOTARY("公证员", "Notary"),
        OTHER("其他", "Other");

        AdviserProfession(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "LegalAdviser")
    @Table(name = "legal_adviser")
    static class Kept extends LegalRecord<LegalAdviser> {}
}
