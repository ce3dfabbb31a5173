package org.fengqiao.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** What the catalogue counts has an index that begins as its question does. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class IndexTest {

    @Test
    void everyCohortHasAnIndexOfItsShape() throws SQLException {
        List<String> indexes = indexes();
        assertFalse(indexes.isEmpty());
        assertEquals(List.of(), without(indexes), "no index leads to them");
    }

    /** A shape that no index has must be found. */
    @Test
    void aCohortWithoutAnIndexIsFound() {
        assertFalse(without(List.of()).isEmpty());
    }

    private static List<String> without(List<String> indexes) {
        return new ArrayList<>(
                new TreeSet<>(
                        Indicators.OF_CHAPTERS
                                .definitions()
                                .flatMap(
                                        it ->
                                                Arrays.stream(Part.values())
                                                        .flatMap(of -> it.cohort(of).stream()))
                                .map(IndexTest::shape)
                                .filter(it -> indexes.stream().noneMatch(one -> one.contains(it)))
                                .toList()));
    }

    /** A period's records by month; what stands at its end by division, for it began any day. */
    private static String shape(Cohort cohort) {
        String by = cohort.place().sql() + ", " + cohort.from().sql();
        String key =
                cohort.until() == null ? "month_of(%s), %s".formatted(cohort.from().sql(), by) : by;
        return "public.%s USING btree (%s)".formatted(cohort.table().name(), key);
    }

    private static List<String> indexes() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Platform.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select indexdef from pg_indexes where schemaname = 'public'")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
