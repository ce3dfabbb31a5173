package org.fengqiao.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.documents.Format;
import org.fengqiao.reporting.documents.Seal;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Value;
import org.fengqiao.reporting.reports.Editions.Document;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.fengqiao.reporting.reports.SealedEdition.File;

/** Recomputes an edition from what was frozen, and compares it with what was published. */
@ApplicationScoped
class Verification {

    /**
     * What came out.
     *
     * @param intact whether everything is as it was published
     * @param sealIntact whether the content gives the seal
     * @param figures of each figure whether its lists give its digests and its value
     */
    @Schema(name = "EditionVerification")
    record Result(
            boolean intact,
            String seal,
            boolean sealIntact,
            List<FileResult> documents,
            List<FigureResult> figures) {}

    /** A document: whether its bytes give the digest that was kept. */
    @Schema(name = "DocumentVerification")
    record FileResult(Format format, String digest, boolean intact) {}

    /**
     * A figure.
     *
     * @param intact absent where the figure is not made public: there is nothing to compare with
     */
    @Schema(name = "FigureVerification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureResult(String figure, Boolean intact) {}

    private final Editions editions;
    private final Frozen frozen;
    private final ObjectMapper json;

    Verification(Editions editions, Frozen frozen, ObjectMapper json) {
        this.editions = editions;
        this.json = json;
        this.frozen = frozen;
    }

    Result of(Kept kept) throws SQLException {
        boolean sealed = Seal.of(kept.content()).equals(kept.seal());
        List<FileResult> documents =
                editions.documents(kept.id()).stream()
                        .map(
                                it ->
                                        new FileResult(
                                                it.format(),
                                                it.digest(),
                                                Seal.digest(it.body()).equals(it.digest())))
                        .toList();
        List<FigureResult> figures = figures(kept);
        boolean intact =
                sealed
                        && downloadsAs(kept, documents)
                        && documents.stream().allMatch(FileResult::intact)
                        && figures.stream().noneMatch(it -> Boolean.FALSE.equals(it.intact()));
        return new Result(intact, kept.seal(), sealed, documents, figures);
    }

    /** What is downloaded says what was sealed, and names the other documents as they are. */
    private boolean downloadsAs(Kept kept, List<FileResult> documents) throws SQLException {
        byte[] body = editions.document(kept.id(), Format.JSON).map(Document::body).orElse(null);
        if (body == null) {
            return false;
        }
        try {
            SealedEdition told = json.readValue(body, SealedEdition.class);
            Map<Format, String> named =
                    told.documents().stream().collect(Collectors.toMap(File::format, File::digest));
            return told.seal().equals(kept.seal())
                    && Seal.canonical(told.edition()).equals(kept.content())
                    && documents.stream()
                            .filter(it -> it.format() != Format.JSON)
                            .allMatch(it -> it.digest().equals(named.get(it.format())));
        } catch (IOException e) {
            return false;
        }
    }

    private List<FigureResult> figures(Kept kept) throws SQLException {
        Edition edition = editions.content(kept);
        Map<String, Map<Part, Frozen.Sum>> sums = new LinkedHashMap<>(frozen.sums(kept.frozenId()));
        if (kept.frozenBeforeId() != null) {
            frozen.sums(kept.frozenBeforeId())
                    .forEach(
                            (code, lists) ->
                                    sums.put(Mention.keyOfYearBefore(code, edition.year()), lists));
        }
        List<FigureResult> figures = new ArrayList<>();
        for (Value it : edition.figures()) {
            Boolean intact =
                    it.lists().isEmpty()
                            ? null
                            : isIntact(it, sums.getOrDefault(it.key(), Map.of()));
            figures.add(new FigureResult(it.key(), intact));
        }
        return figures;
    }

    private static boolean isIntact(Value it, Map<Part, Frozen.Sum> sums) {
        Map<Part, String> published =
                it.lists().stream().collect(Collectors.toMap(Digest::part, Digest::digest));
        Map<Part, String> recomputed = new EnumMap<>(Part.class);
        sums.forEach((part, sum) -> recomputed.put(part, sum.digest()));
        return published.equals(recomputed)
                && adds(it.numerator(), sums.get(Part.NUMERATOR))
                && adds(it.notYetDue(), sums.get(Part.NOT_YET_DUE))
                && adds(it.noLimit(), sums.get(Part.NO_LIMIT))
                && isShareOfItsParts(it)
                && adds(
                        it.denominator() == null ? it.value() : it.denominator(),
                        sums.get(Part.DENOMINATOR));
    }

    private static boolean isShareOfItsParts(Value it) {
        return it.value() == null
                || it.denominator() == null
                || it.value().compareTo(Figure.percent(it.numerator(), it.denominator())) == 0;
    }

    /** What has no value was not counted, or is a share of nothing: its digest is all there is. */
    private static boolean adds(BigDecimal value, Frozen.Sum sum) {
        return value == null
                || sum == null && value.signum() == 0
                || sum != null
                        && value.compareTo(sum.value().setScale(value.scale(), Unit.ROUNDING)) == 0;
    }
}
