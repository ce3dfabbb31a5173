package org.fengqiao.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.figures.Receipts.Line;
import org.fengqiao.reporting.indicators.Cohort;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;

/** What a proposed definition would change: past years by it, beside the present one. */
@ApplicationScoped
class Previews {

    private static final int SHOWN = 50;
    private static final String NOTHING = "select null::uuid as record_id where false";

    /**
     * A figure by one of the two definitions.
     *
     * @param cohort the rule in Chinese words; of a share its denominator
     * @param value present only where the status is OK or NIL_REPORTED
     */
    @Schema(name = "PreviewValue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            String cohort,
            Status status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator) {

        private static Value of(Indicator it, Figure figure) {
            return new Value(
                    it.whole().words(),
                    figure.status(),
                    figure.value(),
                    figure.numerator(),
                    figure.denominator());
        }
    }

    /**
     * Records that only one of the two definitions counts.
     *
     * @param records the first fifty; absent where the caller may not see lists of the source
     */
    @Schema(name = "PreviewRecords")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moved(long count, List<Line> records) {}

    /**
     * What comes into a list and what goes out of it.
     *
     * @param part of a share, whose list this is
     */
    @Schema(name = "PreviewList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(Part part, Moved comesIn, Moved goesOut) {}

    /**
     * A year by both definitions.
     *
     * @param present absent where there is no such indicator yet
     * @param difference from the present value to the proposed one; absent unless both have one
     */
    @Schema(name = "PreviewYear")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Year(
            String period,
            Value present,
            Value proposed,
            BigDecimal difference,
            List<Change> changes) {}

    /**
     * Both definitions.
     *
     * @param present the latest in force; none for a new indicator
     * @param listed whether records are shown, or only counted
     */
    record Comparison(Optional<Indicator> present, Indicator proposed, boolean listed) {

        private Stream<Part> parts() {
            boolean share =
                    Stream.concat(present.stream(), Stream.of(proposed))
                            .anyMatch(it -> it.kind() == Kind.SHARE);
            return share
                    ? Stream.of(Part.NUMERATOR, Part.DENOMINATOR)
                    : Stream.of(Part.DENOMINATOR);
        }
    }

    private final Figures figures;
    private final Clock clock;
    private final DataSource database;
    private final QueryLimit limit;

    Previews(Figures figures, Clock clock, DataSource database, QueryLimit limit) {
        this.figures = figures;
        this.clock = clock;
        this.database = database;
        this.limit = limit;
    }

    Year of(Comparison compared, String division, Period year) throws SQLException {
        Figure proposed = figures.by(compared.proposed(), division, year);
        Figure present =
                compared.present().isEmpty()
                        ? null
                        : figures.by(compared.present().get(), division, year);
        boolean both = present != null && present.value() != null && proposed.value() != null;
        List<Change> changes = new ArrayList<>();
        for (Part part : compared.parts().toList()) {
            Optional<Question> now =
                    compared.present().flatMap(it -> question(it, division, year, part));
            Optional<Question> then = question(compared.proposed(), division, year, part);
            boolean only = compared.parts().count() == 1;
            changes.add(
                    new Change(
                            only ? null : part,
                            moved(then, now, compared.listed()),
                            moved(now, then, compared.listed())));
        }
        return new Year(
                year.text(),
                present == null ? null : Value.of(compared.present().get(), present),
                Value.of(compared.proposed(), proposed),
                both ? proposed.value().subtract(present.value()) : null,
                changes);
    }

    private static Optional<Question> question(
            Indicator it, String division, Period year, Part part) {
        return it.cohort(part).map(list -> Question.of(it, part, division, year));
    }

    /** The records of one list that the other lacks. */
    private Moved moved(Optional<Question> these, Optional<Question> those, boolean listed)
            throws SQLException {
        if (these.isEmpty()) {
            return new Moved(0, listed ? List.of() : null);
        }
        Cohort cohort = these.get().cohort();
        String sql =
                """
                with moved as (
                    select *
                    from (%s) these
                    where not exists (
                        select from (%s) those where those.record_id = these.record_id)
                )
                select (select count(*) from moved), record_id, version,
                    (select %s from %s fact where fact.record_id = page.record_id),
                    division, counted_on, contribution
                from (select * from moved order by record_id limit %d) page
                order by record_id
                """
                        .formatted(
                                these.get().sql(LocalDate.now(clock)),
                                those.map(it -> it.sql(LocalDate.now(clock))).orElse(NOTHING),
                                Receipts.reference(cohort),
                                cohort.table().name(),
                                SHOWN);
        long count = 0;
        List<Line> records = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            limit.on(statement);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    count = row.getLong(1);
                    records.add(Receipts.line(row, cohort));
                }
            }
        } catch (SQLException e) {
            throw limit.unlessReached(e);
        }
        return new Moved(count, listed ? records : null);
    }
}
