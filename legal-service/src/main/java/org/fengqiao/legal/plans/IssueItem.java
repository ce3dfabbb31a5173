package org.fengqiao.legal.plans;

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
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;
import org.fengqiao.legal.registers.Sealed;

/**
 * A problem of the report, with owner and due day; what is open is carried over into the next year.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","foundOn":"2024-12-10","field":"ENFORCEMENT",
                 "title":"有的执法人员没有依法亮证执法","ownerPost":"分管副镇长","dueOn":"2025-06-30"}""")
// @formatter:off
public record IssueItem(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "发现日期 Found")
        @NotNull LocalDate foundOn,
        @Schema(title = "类别 Field")
        @NotNull @Enumerated(EnumType.STRING) IssueField field,
        @Schema(title = "问题 Problem")
        @NotBlank @Size(max = 200) String title,
        @Schema(title = "原因 Cause")
        @Size(min = 1, max = 1000) @Sealed String cause,
        @Schema(title = "整改措施 Measures")
        @Size(min = 1, max = 1000) @Sealed String measures,
        @Schema(title = "责任人职务 Post of the owner")
        @NotBlank @Size(max = 100) String ownerPost,
        @Schema(title = "整改期限 Due")
        @Ahead @NotBefore("foundOn") LocalDate dueOn,
        @Schema(title = "整改完成日期 Resolved")
        @NotBefore("foundOn") LocalDate resolvedOn)
        implements Said {
    // @formatter:on

    /** What it is about, in the order of the report. */
    public enum IssueField implements Labelled {
        LITERACY("法治素养", "Legal literacy"),
        THINKING("法治思维", "Legal thinking"),
        GOVERNANCE("依法治理", "Governance by law"),
        ENFORCEMENT("行政执法", "Enforcement"),
        OTHER("其他", "Other");

        IssueField(String zh, String en, String... aliases) {
            called(zh, en, aliases);
        }
    }

    /** As it is kept. */
    @Entity(name = "IssueItem")
    @Table(name = "issue_item")
    static class Kept extends LegalRecord<IssueItem> {}
}
