package org.fengqiao.reporting.indicators;

import java.time.LocalDate;
import java.util.List;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Row;
import org.fengqiao.reporting.facts.Table;

/**
 * What a fact is judged by beside itself, when it is judged without SQL.
 *
 * @param ends the day that filters look back from: the last one of the period
 * @param today decides what is not yet due; in Shanghai
 */
public record Moment(LocalDate ends, LocalDate today, Others others) {

    /** Other facts of the same moment, for the few filters that look at them. */
    public interface Others {

        /** All facts of a table, void ones too, that hold a value in the column of that name. */
        List<Row> of(Table table, Column key, String value);
    }
}
