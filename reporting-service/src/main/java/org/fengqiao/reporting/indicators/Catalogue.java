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

    private static final String ANEW = "由分子、分母重新计算";

    /**
     * An indicator as it is explained to readers.
     *
     * @param decimals places that remain when a value is rounded
     * @param rounding how it is rounded; a share below 1 is never rounded to 100
     * @param countPlace whose division a record is counted in
     * @param cohort the rule in Chinese words; of a share its denominator
     * @param numerator of a share
     * @param countDate the date that puts a record into a period
     * @param overTime how months add up to a year
     * @param overArea how child divisions and the parent's own level add up to the parent
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
            String rounding,
            int definition,
            String legalBasis,
            String countDate,
            String countPlace,
            String cohort,
            String numerator,
            String overTime,
            String overArea,
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
                    Unit.ROUNDING.name(),
                    it.definition(),
                    it.legalBasis(),
                    it.whole().from().label(),
                    it.whole().table().column("division").label(),
                    it.whole().words(),
                    it.part() == null ? null : it.part().words(),
                    overTime(it.kind()),
                    overArea(it.kind()),
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
                case SHARE -> ANEW;
            };
        }

        private static String overArea(Kind kind) {
            return switch (kind) {
                case COUNT, SUM, STOCK -> "下级与本级相加";
                case SHARE -> ANEW;
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
