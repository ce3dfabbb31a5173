package org.fengqiao.legal.advisers;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** A rural legal resource person (法律明白人). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","name":"王某某","position":"MEDIATOR",
                 "certifiedOn":"2024-03-20"}""")
// @formatter:off
public record LegalResourcePerson(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "姓名 Name")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME, required = true) String name,
        @Schema(title = "电话 Phone")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.PHONE) @Ledger(alias = {"联系电话", "手机"}) String phone,
        @Schema(title = "身份 Position")
        @NotNull @Enumerated(EnumType.STRING) @Ledger(alias = "职务") ResourcePersonPosition position,
        @Schema(title = "发证日期 Certified")
        @Ledger(alias = "认定日期") @NotNull LocalDate certifiedOn,
        @Schema(title = "退出日期 Last day")
        @Ahead @NotBefore("certifiedOn") LocalDate endedOn)
        implements Said {
    // @formatter:on

    /** What the person is in the village. */
    public enum ResourcePersonPosition implements Labelled {
        VILLAGE_CADRE("村（居）干部", "Village cadre", "村干部", "村两委干部", "社区干部"),
        MEDIATOR("人民调解员", "People's mediator", "调解员"),
        GRID_WORKER("网格员", "Grid worker"),
        VILLAGER("村（居）民", "Villager", "村民", "居民", "群众"),
        OTHER("其他", "Other");

        ResourcePersonPosition(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "LegalResourcePerson")
    @Table(name = "legal_resource_person")
    static class Kept extends LegalRecord<LegalResourcePerson> {}
}
