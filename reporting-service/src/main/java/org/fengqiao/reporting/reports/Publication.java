package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.documents.Documents;
import org.fengqiao.reporting.documents.DocumentsUnavailable;
import org.fengqiao.reporting.documents.Seal;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.jboss.logging.Logger;

/** What is signed becomes public: small numbers first, then the seal and the documents. */
@ApplicationScoped
class Publication {

    /**
     * What becomes of small numbers, by which somebody might be known (TJ 28).
     *
     * @param confirmed keys of figures that identify nobody
     * @param suppressed keys of figures that are not made public
     */
    record Release(Set<String> confirmed, Set<String> suppressed) {

        /** For the history. */
        String words() {
            return "公开：%s；不公开：%s"
                    .formatted(
                            String.join("、", new TreeSet<>(confirmed)),
                            String.join("、", new TreeSet<>(suppressed)));
        }
    }

    private static final Logger LOG = Logger.getLogger(Publication.class);

    private final Editions editions;
    private final Documents documents;
    private final SmallNumbers small;

    Publication(Editions editions, Documents documents, SmallNumbers small) {
        this.editions = editions;
        this.documents = documents;
        this.small = small;
    }

    /**
     * Decides of every small number of an edition.
     *
     * @throws Refusal 422 {@code SMALL_CELLS}, naming those that nobody decided of, and those that
     *     would give a suppressed one away
     */
    @Transactional(TxType.MANDATORY)
    void release(Kept signed, Release release) throws SQLException {
        Edition edition = editions.content(signed);
        small.require(edition, release.confirmed(), release.suppressed());
        if (!release.suppressed().isEmpty()) {
            Edition released = without(edition, release.suppressed());
            Optional<Kept> earlier = editions.published(signed.reportId()).stream().findFirst();
            editions.replace(
                    signed.id(),
                    earlier.map(it -> new EditionChanges(editions.content(it), released))
                            .map(it -> it.told(edition.revision().reason()))
                            .orElse(released));
        }
    }

    private Edition without(Edition it, Set<String> keys) throws SQLException {
        Set<String> telling = small.telling(it, keys);
        return new Edition(
                it.schema(),
                it.division(),
                it.divisionName(),
                it.issuer(),
                it.year(),
                it.number(),
                it.title(),
                it.signedOn(),
                it.opening().stream().map(line -> line.without(keys)).toList(),
                it.sections().stream().map(section -> section.without(keys)).toList(),
                it.figures().stream()
                        .map(value -> keys.contains(value.key()) ? suppressed(value) : value)
                        .toList(),
                it.checks().stream().map(check -> check.without(telling)).toList(),
                it.changes(),
                it.revision());
    }

    /** No value, and no digest either: of few records it could be guessed. */
    private static Value suppressed(Value it) {
        return new Value(
                it.key(),
                it.indicator(),
                it.title(),
                it.titleEn(),
                it.division(),
                it.period(),
                Status.SUPPRESSED,
                null,
                null,
                null,
                null,
                null,
                it.unit(),
                it.unitLabel(),
                it.decimals(),
                it.definition(),
                it.cohort(),
                it.legalBasis(),
                List.of());
    }

    /**
     * Seals the edition that is signed, and renders its documents.
     *
     * @throws Refusal 503 {@code DOCUMENTS_UNAVAILABLE}: nothing is published by halves
     */
    @Transactional(TxType.MANDATORY)
    void publish(Kept signed, LocalDate on, Instant at) throws SQLException {
        Edition edition = editions.content(signed);
        String seal = Seal.of(signed.content());
        try {
            editions.publish(signed.id(), seal, on, at, documents.of(edition));
        } catch (DocumentsUnavailable e) {
            LOG.error("No document of an edition: " + e.getMessage());
            throw Refusal.of(
                    503,
                    "DOCUMENTS_UNAVAILABLE",
                    "生成PDF的程序不可用，尚未公开：请系统管理员检查 LibreOffice 后重试",
                    "LibreOffice, which makes the PDF, is not available: nothing was published");
        }
    }
}
