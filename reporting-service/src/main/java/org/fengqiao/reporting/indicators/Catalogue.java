package org.fengqiao.reporting.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.reporting.facts.Facts.Column;
import org.fengqiao.reporting.facts.Facts.Type;
import org.fengqiao.reporting.indicators.Indicator.Kind;

/** The catalogue of indicators: what each counts, by which date, on whose authority. */
@Path("v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "指标目录 Catalogue of indicators")
public class Catalogue {

    /** The first year whose figures these definitions make. */
    private static final String SINCE = "2024";

    /**
     * An indicator as it is explained to readers.
     *
     * @param cohort the rule in Chinese words; of a share its denominator
     * @param numerator of a share
     * @param countDate the date that puts a record into a period
     * @param overTime how months add up to a year
     * @param dimensions values of {@code by} beside month and division
     * @param legalBasis law key and article; GK: general knowledge; P: published practice
     */
    @Schema(name = "Indicator")
    record Entry(
            String code,
            String title,
            String titleEn,
            Kind kind,
            Unit unit,
            String unitLabel,
            int decimals,
            int definition,
            String legalBasis,
            String countDate,
            String cohort,
            String numerator,
            String overTime,
            List<String> dimensions,
            String since) {

        static Entry of(Indicator it) {
            return new Entry(
                    it.code(),
                    it.title(),
                    it.titleEn(),
                    it.kind(),
                    it.unit(),
                    it.unit().label(),
                    it.unit().decimals(),
                    it.definition(),
                    it.legalBasis(),
                    it.whole().from().label(),
                    it.whole().words(),
                    it.part() == null ? null : it.part().words(),
                    overTime(it.kind()),
                    it.whole().table().columns().stream()
                            .filter(column -> column.type() == Type.CODE)
                            .map(Column::name)
                            .toList(),
                    SINCE);
        }

        private static String overTime(Kind kind) {
            return switch (kind) {
                case COUNT, SUM -> "各期相加";
                case STOCK -> "取期末数";
                case SHARE -> "由分子、分母重新计算";
            };
        }
    }

    /** The indicator of that code. */
    public static Optional<Indicator> find(String code) {
        return MediationChapter.INDICATORS.stream()
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    /** All indicators in the report's order. */
    @Schema(name = "IndicatorCatalogue")
    record Entries(List<Entry> items) {}

    @GET
    @RolesAllowed("figures:read")
    @Operation(
            operationId = "listIndicators",
            summary = "指标目录 All indicators with their definitions")
    public Entries list() {
        return new Entries(MediationChapter.INDICATORS.stream().map(Entry::of).toList());
    }
}
