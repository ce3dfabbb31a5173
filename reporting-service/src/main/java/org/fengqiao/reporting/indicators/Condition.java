package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.CLASS_CODE;
import static org.fengqiao.reporting.facts.Column.Type.CODE;
import static org.fengqiao.reporting.facts.Column.Type.CODES;
import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.DIVISION;
import static org.fengqiao.reporting.facts.Column.Type.FLAG;
import static org.fengqiao.reporting.facts.Column.Type.ID;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Column.Type;
import org.fengqiao.reporting.facts.Table;

/**
 * A filter as data, of those that the built-in indicators are made of.
 *
 * @param column a column of the kind of record
 * @param codes of the column's list, for IN and HAS
 * @param others further columns, for what compares several, in the order that the test tells
 */
@Schema(name = "IndicatorFilter")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Condition(
        @NotBlank @Size(max = 60) String column,
        @NotNull Test test,
        @Size(max = 100) List<String> codes,
        @Size(max = 2) List<String> others) {

    public Condition {
        codes = codes == null ? List.of() : List.copyOf(codes);
        others = others == null ? List.of() : List.copyOf(others);
    }

    /** What is asked of the column. */
    @Schema(name = "IndicatorTest")
    public enum Test {
        // @formatter:off
        //           column                     others
        IN          (Set.of(CODE, CLASS_CODE),  List.of()),
        HAS         (Set.of(CODES),             List.of()),
        YES         (Set.of(FLAG),              List.of()),
        NO          (Set.of(FLAG),              List.of()),
        PRESENT     (EnumSet.allOf(Type.class), List.of()),
        ABSENT      (EnumSet.allOf(Type.class), List.of()),
        IN_VILLAGE  (Set.of(DIVISION),          List.of()),
        /** Others: the key. */
        FIRST       (Set.of(DATE),              List.of(ID)),
        DONE_BY_END (Set.of(DATE),              List.of()),
        NOT_BY_END  (Set.of(DATE),              List.of()),
        /** Others: the last day, the day of withdrawal. */
        VALID_AT_END(Set.of(DATE),              List.of(DATE, DATE)),
        /** Others: the day that the window closes. */
        ON_OR_BEFORE(Set.of(DATE),              List.of(DATE)),
        /** Others: the day that the window closes. */
        SETTLED     (Set.of(DATE),              List.of(DATE)),
        /** Others: the day it was done, the day that the window closes. */
        NOT_ENDED_BY(Set.of(DATE),              List.of(DATE, DATE)),
        CLOSES_LATER(Set.of(DATE),              List.of());
        // @formatter:on

        private final Set<Type> columnTypes;
        private final List<Type> otherTypes;

        Test(Set<Type> columnTypes, List<Type> otherTypes) {
            this.columnTypes = columnTypes;
            this.otherTypes = otherTypes;
        }

        /** What the column may hold. */
        Set<Type> columnTypes() {
            return columnTypes;
        }

        /** What each of the further columns holds. */
        List<Type> otherTypes() {
            return otherTypes;
        }

        boolean takesCodes() {
            return this == IN || this == HAS;
        }

        Filter of(Table table, Column column, List<String> codes, List<Column> others) {
            return switch (this) {
                case IN -> new Filter.In(column, codes);
                case HAS -> new Filter.Has(column, codes);
                case YES -> new Filter.Yes(column);
                case NO -> new Filter.No(column);
                case PRESENT -> new Filter.With(column);
                case ABSENT -> new Filter.Without(column);
                case IN_VILLAGE -> new Filter.InVillage(column);
                case FIRST -> new Filter.First(table, column, others.get(0));
                case DONE_BY_END -> new Filter.DoneByEnd(column);
                case NOT_BY_END -> new Filter.NotYet(column);
                case VALID_AT_END -> new Filter.ValidAtEnd(column, others.get(0), others.get(1));
                case ON_OR_BEFORE -> new Filter.InTime(column, others.get(0));
                case SETTLED -> new Filter.Settled(column, others.get(0));
                case NOT_ENDED_BY -> new Filter.NotEndedBy(column, others.get(0), others.get(1));
                case CLOSES_LATER -> new Filter.ClosesLater(column);
            };
        }
    }
}
