package org.fengqiao.legal.disclosure;

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
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;

/** A board on which a village discloses its affairs (figures 1.3; CW 30). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106201","boardKind":"VILLAGE","setUpOn":"2020-06-01",
                 "place":"村部"}""")
// @formatter:off
public record DisclosureBoard(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "公开栏类别 Kind")
        @NotNull @Enumerated(EnumType.STRING) @Ledger(alias = "公开栏类型") BoardKind boardKind,
        @Schema(title = "设立日期 Set up")
        @NotNull LocalDate setUpOn,
        @Schema(title = "撤除日期 Removed")
        @NotBefore("setUpOn") LocalDate removedOn,
        @Schema(title = "地点 Place")
        @Size(min = 1, max = 100) String place)
        implements Said {
    // @formatter:on

    /** What it discloses. */
    public enum BoardKind implements Labelled {
        PARTY("党务公开栏", "Party affairs", "党务"),
        VILLAGE("村务公开栏", "Village affairs", "村务", "村（居）务公开栏"),
        FINANCE("财务公开栏", "Finances", "财务");

        BoardKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "DisclosureBoard")
    @Table(name = "disclosure_board")
    static class Kept extends LegalRecord<DisclosureBoard> {}
}
