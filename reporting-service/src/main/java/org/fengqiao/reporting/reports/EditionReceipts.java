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

    EditionReceipts(Frozen frozen, Questions questions) {
        this.frozen = frozen;
        this.questions = questions;
    }

    /**
     * A page of a list, as a caller asks for it.
     *
     * @param key of the figure in the edition of that year
     * @param part null: the denominator
     * @throws Refusal 400 where the figure has no such list; else as {@link #list}
     */
    Receipt of(Kept edition, int year, String key, String part, String cursor, int limit)
            throws SQLException {
        return list(edition, year, key, Questions.part(part, indicator(key)), cursor, limit);
    }

    /**
     * A page of a list.
     *
     * @throws Refusal 403 where the caller may not see the chapter's lists; 404 where the edition
     *     has no such figure
     */
    Receipt list(Kept edition, int year, String key, Part part, String cursor, int limit)
            throws SQLException {
        Indicator it = indicator(key);
        questions.requireList(it.chapter());
        boolean past = key.equals(Mention.keyOfYearBefore(it.code(), year));
        UUID lists = past ? edition.frozenBeforeId() : edition.frozenId();
        if (lists == null || !past && !key.equals(it.code())) {
            throw Refusal.notFound();
        }
        return frozen.list(lists, it.code(), part, cursor, limit);
    }

    private static Indicator indicator(String key) {
        return Catalogue.find(Mention.codeOf(key)).orElseThrow(Refusal::notFound);
    }
}
