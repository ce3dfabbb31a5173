package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.reports.Editions.Kept;

/** The lists behind an edition's figures, as they were frozen, for those who may see them. */
@RequestScoped
class EditionReceipts {

    private final Frozen frozen;
    private final Questions questions;
    private final Catalogue catalogue;

    EditionReceipts(Frozen frozen, Questions questions, Catalogue catalogue) {
        this.frozen = frozen;
        this.questions = questions;
        this.catalogue = catalogue;
    }

    /**
     * A page of a list.
     *
     * @param division that the edition is of, and {@code year}
     * @param key of the figure in the edition
     * @param part null: the denominator
     * @throws Refusal 403 where the caller may not see the chapter's lists; 404 where the edition
     *     has no such figure or the figure no such list
     */
    Receipt of(
            Kept edition,
            String division,
            int year,
            String key,
            String part,
            String cursor,
            int limit)
            throws SQLException {
        String before = "@" + (year - 1);
        boolean past = key.endsWith(before);
        String code = past ? key.substring(0, key.length() - before.length()) : key;
        Indicator it = catalogue.find(code, division).orElseThrow(Refusal::notFound);
        questions.requireList(it.chapter());
        UUID lists = past ? edition.frozenBeforeId() : edition.frozenId();
        if (lists == null) {
            throw Refusal.notFound();
        }
        return frozen.list(lists, code, part(part), cursor, limit);
    }

    private static Part part(String asked) {
        return asked == null
                ? Part.DENOMINATOR
                : Arrays.stream(Part.values())
                        .filter(it -> it.name().equals(asked))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.parameter(
                                                "part",
                                                "part 须为 NUMERATOR、DENOMINATOR、NOT_YET_DUE 或 NO_LIMIT",
                                                "part needs NUMERATOR, DENOMINATOR, NOT_YET_DUE or NO_LIMIT"));
    }
}
