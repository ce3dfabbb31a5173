package org.fengqiao.reporting.indicators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** The catalogue of indicators: what each counts, by which date, on whose authority. */
@Path("v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators", description = "指标目录 Catalogue of indicators")
public class Catalogue {

    private static final String ANEW = "由分子、分母重新计算";
    private static final String ONCE = "由记录重新计算，同一件只计一次";

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
     * @param notYetDue of a share what is not done, and not due; {@code noLimit} what has no limit
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
            String notYetDue,
            String noLimit,
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
                    it.whole().place().label(),
                    words(it, Part.DENOMINATOR),
                    words(it, Part.NUMERATOR),
                    words(it, Part.NOT_YET_DUE),
                    words(it, Part.NO_LIMIT),
                    overTime(it.kind()),
                    overArea(it.kind()),
                    it.whole().table().dimensions().stream().map(Column::name).toList(),
                    it.since().toString());
        }

        private static String words(Indicator it, Part list) {
            return it.cohort(list).map(cohort -> cohort.words() + counted(it, list)).orElse(null);
        }

        /** What is added up or told apart, where it is not the records themselves. */
        private static String counted(Indicator it, Part list) {
            Column column = it.summed(list);
            if (column == null) {
                return "";
            }
            return it.kind() == Kind.DISTINCT
                    ? "；同一" + column.label() + "计一次"
                    : "；合计" + column.label();
        }

        private static String overTime(Kind kind) {
            return switch (kind) {
                case COUNT, SUM -> "各期相加";
                case STOCK -> "取期末数";
                case SHARE -> ANEW;
                case DISTINCT -> ONCE;
            };
        }

        private static String overArea(Kind kind) {
            return switch (kind) {
                case COUNT, SUM, STOCK -> "下级与本级相加";
                case SHARE -> ANEW;
                case DISTINCT -> ONCE;
            };
        }
    }

    /** The indicator of that code, by its latest definition. */
    public static Optional<Indicator> find(String code) {
        return all().filter(it -> it.code().equals(code)).reduce((earlier, later) -> later);
    }

    /**
     * The indicator of that code by one of its definitions, old ones included.
     *
     * @throws IllegalArgumentException where there is none: none is ever removed
     */
    public static Indicator of(String code, int definition) {
        return all().filter(it -> it.code().equals(code) && it.definition() == definition)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " " + definition));
    }

    /**
     * The same indicator by the definition that is in force in a period.
     *
     * @throws Refusal 400 where another one comes into force within the period
     */
    public static Indicator in(Indicator indicator, Period period) {
        return inForce(all().filter(it -> it.code().equals(indicator.code())).toList(), period);
    }

    /**
     * @param definitions of one code, in their order
     */
    static Indicator inForce(List<Indicator> definitions, Period period) {
        Indicator inForce = definitions.get(0);
        for (Indicator it : definitions.subList(1, definitions.size())) {
            if (!it.since().isAfter(period.first())) {
                inForce = it;
            } else if (!it.since().isAfter(period.last())) {
                throw Refusal.parameter(
                        "period",
                        "%s 的定义自%s起改变，请分段查询".formatted(it.code(), it.since()),
                        "The definition of %s changes in %s: ask for the periods before and from then"
                                .formatted(it.code(), it.since()));
            }
        }
        return inForce;
    }

    /** All definitions of all indicators, chapter by chapter. */
    static Stream<Indicator> all() {
        return Arrays.stream(Chapter.values()).flatMap(it -> it.indicators().stream());
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
        return new Entries(all().map(Entry::of).toList());
    }
}
