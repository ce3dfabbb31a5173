package org.fengqiao.legal.advisers;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.security.Scope;

/** Who is counsel of a village on a day: appointed, and in office as an adviser. */
@ApplicationScoped
class VillageCounsel {

    private final AgroalDataSource database;

    VillageCounsel(AgroalDataSource database) {
        this.database = database;
    }

    /** The ids of advisers by the code of the village; a village without counsel is not in it. */
    Map<String, List<UUID>> on(LocalDate day, Scope area) {
        String sql =
                """
                select distinct a.division, a.adviser_id
                from appointment a
                join legal_adviser l on l.id = a.adviser_id
                where a.role = 'VILLAGE'
                  and not a.voided
                  and a.appointed_on <= ?
                  and (a.ends_on is null or a.ends_on >= ?)
                  and not l.voided
                  and l.engaged_on <= ?
                  and (l.ended_on is null or l.ended_on >= ?)
                  and %s
                order by a.division, a.adviser_id
                """
                        .formatted(area.sql("a.division"));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            while (place <= 4) {
                select.setObject(place++, day);
            }
            for (String it : area.arguments()) {
                select.setString(place++, it);
            }
            Map<String, List<UUID>> counsel = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counsel.computeIfAbsent(row.getString(1), it -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
            return counsel;
        } catch (SQLException e) {
            throw new IllegalStateException("The appointments cannot be read", e);
        }
    }
}
