package org.fengqiao.reporting.documents;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fengqiao.reporting.reports.Edition;

/**
 * An edition as a Word document in the layout of GB/T 9704-2012: parts that never change, which
 * hold margins, fonts and page numbers, and a text of paragraphs that name their style.
 */
final class DocxFile {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance document(
                Edition edition, Outline outline, Annex annex, Signature signature, String seal);

        static native TemplateInstance styles();

        static native TemplateInstance core(Edition edition);
    }

    private static final List<String> FIXED =
            List.of(
                    "[Content_Types].xml",
                    "_rels/.rels",
                    "word/_rels/document.xml.rels",
                    "word/fontTable.xml",
                    "word/settings.xml",
                    "word/footerOdd.xml",
                    "word/footerEven.xml");

    private DocxFile() {}

    /**
     * The document. Its 22 lines a page are those of the grid; its 28 characters a line are
     * narrowed by a quarter of a point: in a grid of characters, LibreOffice would give two cells
     * to each that is wider than one, as these are by a hundredth.
     */
    static byte[] of(Edition edition, Outline outline, String seal) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        FIXED.forEach(it -> parts.put(it, fixed(it)));
        Signature signature = Signature.of(edition.issuer(), edition.signedOn());
        parts.put(
                "word/document.xml",
                drawn(Templates.document(edition, outline, Annex.of(edition), signature, seal)));
        parts.put("word/styles.xml", drawn(Templates.styles()));
        parts.put("docProps/core.xml", drawn(Templates.core(edition)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                // The same edition is the same file, whenever it is drawn.
                entry.setTimeLocal(edition.signedOn().atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] drawn(TemplateInstance template) {
        return template.render().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] fixed(String part) {
        try (InputStream in = DocxFile.class.getResourceAsStream("/documents/word/" + part)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
