package org.fengqiao.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.reporting.reports.Edition;

/** The documents of an edition, drawn once, when it is published. */
@ApplicationScoped
public class Documents {

    private final PdfFile pdf;

    Documents(PdfFile pdf) {
        this.pdf = pdf;
    }

    /**
     * What is published, in every format that is wanted: text, values, definitions and digests, and
     * no record (D6).
     *
     * @throws IllegalArgumentException where the edition cannot be sealed ({@link Seal#canonical}),
     *     or its text prints a figure that it does not have
     * @throws DocumentsUnavailable where LibreOffice is not there, fails or takes too long
     */
    public Map<Format, byte[]> of(Edition edition) {
        String canonical = Seal.canonical(edition);
        String seal = Seal.of(canonical);
        Outline outline = Outline.of(edition);
        Map<Format, byte[]> documents = new EnumMap<>(Format.class);
        byte[] docx = DocxFile.of(edition, outline, seal);
        documents.put(Format.DOCX, docx);
        if (pdf.isWanted()) {
            try (PdfFile.Drawing drawing = pdf.begin(docx)) {
                drawOthers(documents, edition, outline, seal);
                documents.put(Format.PDF, drawing.finished());
            }
        } else {
            drawOthers(documents, edition, outline, seal);
        }
        documents.put(Format.JSON, JsonFile.of(canonical, seal, documents));
        return documents;
    }

    private static void drawOthers(
            Map<Format, byte[]> documents, Edition edition, Outline outline, String seal) {
        documents.put(Format.HTML, HtmlFile.of(edition, outline, seal, List.of()));
        documents.put(Format.XLSX, XlsxFile.of(edition, List.of()));
    }

    /** The page with the records behind its figures, for those who may see them. */
    public byte[] page(Edition edition, List<Behind> records) {
        String seal = Seal.of(Seal.canonical(edition));
        return HtmlFile.of(edition, Outline.of(edition), seal, Receipt.of(edition, records));
    }

    /** The workbook with the records behind its figures, for those who may see them. */
    public byte[] workbook(Edition edition, List<Behind> records) {
        return XlsxFile.of(edition, records);
    }
}
