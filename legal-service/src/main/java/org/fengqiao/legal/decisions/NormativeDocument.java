package org.fengqiao.legal.decisions;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Ahead;
import org.fengqiao.legal.registers.Ledger;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.NotBefore;
import org.fengqiao.legal.registers.Said;

/**
 * An administrative normative document (行政规范性文件): reviewed, issued, filed, published, in force
 * until it expires or is repealed.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","title":"瓦屋镇集镇管理办法","documentNumber":"瓦政〔2024〕8号",
                 "issuedOn":"2024-04-01","legalityReviewedOn":"2024-03-20"}""")
// @formatter:off
public record NormativeDocument(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "名称 Title")
        @NotBlank @Size(max = 200) @Ledger(alias = "文件名称") String title,
        @Schema(title = "文号 Number of the document")
        @Size(min = 1, max = 100) String documentNumber,
        @Schema(title = "制定日期 Issued")
        @Ledger(alias = {"印发日期", "发文日期"}) @NotNull LocalDate issuedOn,
        @Schema(title = "合法性审查日期 Legality reviewed")
        LocalDate legalityReviewedOn,
        @Schema(title = "备案日期 Put on file")
        @NotBefore("issuedOn") LocalDate filedOn,
        @Schema(title = "公布日期 Published")
        LocalDate publishedOn,
        @Schema(title = "有效期至 Last day")
        @Ahead @NotBefore("issuedOn") LocalDate expiresOn,
        @Schema(title = "废止日期 Repealed")
        @NotBefore("issuedOn") LocalDate repealedOn)
        implements Said {
    // @formatter:on

    /** The last day in force that is known: it may be repealed before it expires. */
    LocalDate inForceUntil() {
        boolean repealedFirst =
                expiresOn == null || repealedOn != null && repealedOn.isBefore(expiresOn);
        return repealedFirst ? repealedOn : expiresOn;
    }

    /** As it is kept. */
    @Entity(name = "NormativeDocument")
    @Table(name = "normative_document")
    static class Kept extends LegalRecord<NormativeDocument> {}
}
