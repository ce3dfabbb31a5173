package org.fengqiao.reporting.documents;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fengqiao.reporting.reports.Edition;

/** An edition as a page that needs nothing else: each number in it is a fact for programs, too. */
final class HtmlFile {

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance edition(
                Edition edition,
                Outline outline,
                Signature signature,
                String seal,
                List<Receipt> receipts);
    }

    private HtmlFile() {}

    /**
     * The page.
     *
     * @param receipts the lists for those who may see them; of what is published none
     */
    static byte[] of(Edition edition, Outline outline, String seal, List<Receipt> receipts) {
        return Templates.edition(
                        edition,
                        outline,
                        Signature.of(edition.issuer(), edition.signedOn()),
                        seal,
                        receipts)
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }
}
