package org.fengqiao.reporting.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;

/** The records behind a figure, each a link to what reporting knows of it. */
@RequestScoped
class ReceiptPage {

    /**
     * What stands over the list.
     *
     * @param unit of the value, which is that of a share's parts where it is one
     * @param kind of the records, as in their address; {@code date} what they are counted by
     * @param parts lists of a share; empty for what is none
     * @param self address of the list, for one parameter more
     */
    public record Heading(
            String title,
            String place,
            String unit,
            String kind,
            String date,
            List<Part> parts,
            String self) {}

    private final Questions questions;
    private final Divisions divisions;
    private final Reader reader;

    ReceiptPage(Questions questions, Divisions divisions, Reader reader) {
        this.questions = questions;
        this.divisions = divisions;
        this.reader = reader;
    }

    /**
     * The page of a receipt that the reader may see.
     *
     * @param where as it was asked for; null for all of the figure
     */
    TemplateInstance of(Receipt receipt, String where, Language language) throws SQLException {
        Terms terms = new Terms(language);
        Indicator asked = questions.indicators(receipt.indicator(), receipt.division()).get(0);
        Cohort cohort =
                asked.cohort(receipt.part() == null ? asked.counted() : receipt.part())
                        .orElseThrow();
        Heading heading =
                new Heading(
                        terms.title(asked),
                        divisions.fullName(receipt.division()),
                        asked.unit() == Unit.PERCENT ? "" : terms.unit(asked.unit()),
                        cohort.table().kind(),
                        terms.column(cohort.from()),
                        parts(asked),
                        where == null ? "?" : "?where=" + encoded(where) + "&");
        String year = receipt.period().substring(0, 4);
        return reader.shown(
                Templates.receipt(heading, receipt, divisions),
                language,
                reader.subject(receipt.division(), year, null));
    }

    private static List<Part> parts(Indicator it) {
        return it.kind() == Kind.SHARE
                ? Arrays.stream(Part.values()).filter(part -> it.cohort(part).isPresent()).toList()
                : List.of();
    }

    private static String encoded(String where) {
        return URLEncoder.encode(where, StandardCharsets.UTF_8);
    }
}
