package org.fengqiao.reporting.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.indicators.Indicator.Kind;

/**
 * A definition as data: what a county says of an indicator of its own. {@link Grammar} makes the
 * indicator of it.
 *
 * @param legalBasis law key and article, or the document that asks for the figure
 * @param since the month from which it is in force; a first one also stands for all before it
 * @param records the records; of a share the denominator
 * @param part of a share, by which filters the numerator is narrower than the denominator
 * @param column what is added up, or whose different values are counted; absent where records are
 * @param partColumn of a share of two sums over the same records what the numerator adds up; {@code
 *     column} is then added up to the denominator
 */
@Schema(name = "IndicatorDefinition")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Definition(
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 120) String titleEn,
        @NotNull Kind kind,
        @NotNull Unit unit,
        @NotBlank @Size(max = 100) String legalBasis,
        @NotNull @Schema(implementation = String.class) YearMonth since,
        @NotNull @Valid Records records,
        @Size(max = 20) List<@Valid Condition> part,
        @Size(max = 60) String column,
        @Size(max = 60) String partColumn) {

    public Definition {
        part = part == null ? List.of() : List.copyOf(part);
    }

    /**
     * Which records.
     *
     * @param kind the kind of record, such as {@code mediation.case.v1}
     * @param date the column of the day that counts; of a stock the day it begins to
     * @param endDate of a stock the column of the day that ends it
     * @param endDateCounts of a stock whether it still counts on that day; default not
     * @param place the column of the division that counts a record; default its own
     */
    @Schema(name = "IndicatorRecords")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Records(
            @NotBlank @Size(max = 60) String kind,
            @NotBlank @Size(max = 60) String date,
            @Size(max = 60) String endDate,
            Boolean endDateCounts,
            @Size(max = 60) String place,
            @Size(max = 20) List<@Valid Condition> filters) {

        public Records {
            filters = filters == null ? List.of() : List.copyOf(filters);
        }
    }
}
