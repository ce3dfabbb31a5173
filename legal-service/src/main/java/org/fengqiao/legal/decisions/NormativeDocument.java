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
 * An administrative normative document: reviewed, issued, filed, published, in force until it
 * expires or is repealed.
 */
@Embeddable
@Schema(
        examples =
                """
                {"division":"410423106000","title":"瓦屋镇农村宅基地管理办法","documentNumber":"瓦政〔2024〕20号",
                 "issuedOn":"2024-06-03","legalityReviewedOn":"2024-05-20","filedOn":"2024-06-14",
                 "publishedOn":"2024-06-05","expiresOn":"2029-06-02"}""")
// @formatter:off
public record NormativeDocument(
        @Schema(title = "村（居） Division")
        @NotNull @Pattern(regexp = DIVISION) @Column(insertable = false, updatable = false) String division,
        @Schema(title = "文件名称 Title")
        @NotBlank @Size(max = 200) String title,
        @Schema(title = "文号 Number of the document")
        @Size(max = 100) String documentNumber,
        @Schema(title = "印发日期 Issued on")
        @NotNull @Ledger(alias = "发文日期") LocalDate issuedOn,
        @Schema(title = "合法性审查日期 Reviewed for legality on")
        LocalDate legalityReviewedOn,
        @Schema(title = "备案日期 Filed on")
        @NotBefore("issuedOn") LocalDate filedOn,
        @Schema(title = "公布日期 Published on")
        LocalDate publishedOn,
        @Schema(title = "有效期至 Last day in force")
        @Ahead @NotBefore("issuedOn") LocalDate expiresOn,
        @Schema(title = "废止日期 Repealed on")
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
