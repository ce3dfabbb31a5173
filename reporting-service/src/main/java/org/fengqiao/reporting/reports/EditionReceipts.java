package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
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
     * A page of a list, as a caller asks for it.
     *
     * @param division that the edition is of, and {@code year}
     * @param key of the figure in the edition
     * @param part null: the denominator
     * @throws Refusal 400 where the figure has no such list; else as {@link #list}
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
        Indicator it = indicator(key, division);
        return list(edition, division, year, key, Questions.part(part, it), cursor, limit);
    }

    /**
     * A page of a list.
     *
     * @throws Refusal 403 where the caller may not see the chapter's lists; 404 where the edition
     *     has no such figure
     */
    Receipt list(
            Kept edition,
            String division,
            int year,
            String key,
            Part part,
            String cursor,
            int limit)
            throws SQLException {
        Indicator it = indicator(key, division);
        questions.requireList(it.chapter());
        boolean past = key.equals(Mention.keyOfYearBefore(it.code(), year));
        UUID lists = past ? edition.frozenBeforeId() : edition.frozenId();
        if (lists == null || !past && !key.equals(it.code())) {
            throw Refusal.notFound();
        }
        return frozen.list(lists, it.code(), part, cursor, limit);
    }

    private Indicator indicator(String key, String division) throws SQLException {
        return catalogue.find(Mention.codeOf(key), division).orElseThrow(Refusal::notFound);
    }
}
