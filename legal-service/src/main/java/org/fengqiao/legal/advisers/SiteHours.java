package org.fengqiao.legal.advisers;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fengqiao.kit.security.Scope;

/** The hours that counsel spent in villages, as the register of village visits has them. */
@ApplicationScoped
class SiteHours {

    /** A month of a village. */
    record Month(String division, int month) {}

    /**
     * The visits of a month.
     *
     * @param unmeasured visits of which no hours are recorded
     */
    record Visits(int number, int unmeasured, BigDecimal hours) {}

    private final AgroalDataSource database;

    SiteHours(AgroalDataSource database) {
        this.database = database;
    }

    /** The visits of a year; a month without any is not in it. */
    Map<Month, Visits> of(int year, Scope area) {
        String sql =
                """
                select division, cast(extract(month from visited_on) as integer), count(*),
                    count(*) filter (where hours_on_site is null), coalesce(sum(hours_on_site), 0)
                from village_visit
                where not voided
                  and visited_on between ? and ?
                  and %s
                group by 1, 2
                """
                        .formatted(area.sql("division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            select.setObject(place++, LocalDate.of(year, 1, 1));
            select.setObject(place++, LocalDate.of(year, 12, 31));
            for (String it : area.arguments()) {
                select.setString(place++, it);
            }
            Map<Month, Visits> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new Month(row.getString(1), row.getInt(2)),
                            new Visits(row.getInt(3), row.getInt(4), row.getBigDecimal(5)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The village visits cannot be read", e);
        }
    }
}
