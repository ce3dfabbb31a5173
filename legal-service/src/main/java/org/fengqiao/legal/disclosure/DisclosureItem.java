package org.fengqiao.legal.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
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

/** Something to be disclosed, with its last day (ZX 26, CW 30). */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","disclosureKind":"SERVICE_COMMITMENT","title":"便民服务承诺",
                 "formedOn":"2024-03-04","publishedOn":"2024-03-11","channel":"HALL"}""")
// @formatter:off
public record DisclosureItem(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "公开类别 Kind")
        @NotNull @Enumerated(EnumType.STRING) DisclosureKind disclosureKind,
        @Schema(title = "公开事项 Title")
        @NotBlank @Size(max = 200) @Ledger(alias = "事项名称") String title,
        @Schema(title = "形成日期 Formed or changed")
        @NotNull LocalDate formedOn,
        @Schema(title = "公开期限 Last day", readOnly = true)
        LocalDate dueOn,
        @Schema(title = "公开日期 Published")
        @NotBefore("formedOn") LocalDate publishedOn,
        @Schema(title = "公开方式 Channel")
        @Enumerated(EnumType.STRING) @Ledger(alias = "公开渠道") DisclosureChannel channel)
        implements Said {
    // @formatter:on

    /** What is disclosed. */
    public enum DisclosureKind implements Labelled {
        GOVERNMENT_INFORMATION("政府信息", "Government information", "政务", "政务公开"),
        SERVICE_COMMITMENT("便民措施、服务承诺", "Service commitments", "服务承诺", "便民措施"),
        ENFORCEMENT("行政执法", "Enforcement", "执法公示"),
        PARTY_AFFAIRS("党务", "Party affairs", "党务公开"),
        VILLAGE_AFFAIRS("村务", "Village affairs", "村务公开", "村（居）务"),
        FINANCE("财务", "Finances", "财务公开");

        DisclosureKind(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** Where. */
    public enum DisclosureChannel implements Labelled {
        BOARD("公开栏", "Board", "公示栏"),
        WEBSITE("网站", "Website", "政府网站"),
        WECHAT("微信公众号", "WeChat", "微信", "公众号"),
        HALL("服务大厅", "Service hall", "便民服务中心", "大厅"),
        OTHER("其他", "Other");

        DisclosureChannel(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "DisclosureItem")
    @Table(name = "disclosure_item")
    static class Kept extends LegalRecord<DisclosureItem> {}
}
