package org.fengqiao.petition.committees;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.kit.inbox.Received;
import org.fengqiao.kit.inbox.TopicFollower;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/**
 * The people's mediation committees, as mediation tells of them: whom a petition may be referred
 * to. Known here without asking anybody.
 */
@ApplicationScoped
public class Committees implements TopicFollower {

    private final AgroalDataSource database;

    Committees(AgroalDataSource database) {
        this.database = database;
    }

    private record Committee(boolean voided, LocalDate establishedOn, LocalDate dissolvedOn) {

        boolean standsOn(LocalDate day) {
            return !day.isBefore(establishedOn)
                    && (dissolvedOn == null || !day.isAfter(dissolvedOn));
        }
    }

    private record Known(String division, Committee committee) {}

    /**
     * The division of a committee that a petition may be referred to.
     *
     * @param on the day of the referral
     * @throws Refusal 422 at {@code /committeeId} where the area has none such, or it does not
     *     stand on that day
     */
    public String require(UUID id, Scope scope, LocalDate on) {
        Known known =
                find(id).filter(it -> !it.committee().voided() && scope.contains(it.division()))
                        .orElseThrow(Committees::unknown);
        if (!known.committee().standsOn(on)) {
            throw Refusal.of(
                            422,
                            "COMMITTEE_NOT_STANDING",
                            on + "该调委会不存续",
                            "The committee does not stand on " + on)
                    .at("/committeeId", "当日尚未成立或者已经撤销", "not established yet, or dissolved");
        }
        return known.division();
    }

    private static Refusal unknown() {
        return Refusal.of(422, "COMMITTEE_UNKNOWN", "本辖区没有该调委会", "No such committee here")
                .at("/committeeId", "无此调委会", "names no committee of your area");
    }

    private Optional<Known> find(UUID id) {
        String sql =
                """
                select division, voided, established_on, dissolved_on
                from mediation_committee
                where id = ?
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(known(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The committees cannot be read", e);
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString(1),
                new Committee(
                        row.getBoolean(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)));
    }

    @Override
    public String topic() {
        return "mediation.committee.v1";
    }

    @Override
    public void take(Received event) {
        Committee it = event.as(Committee.class);
        String sql =
                """
                insert into mediation_committee as old
                    (id, version, division, voided, established_on, dissolved_on)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do update
                set version = excluded.version,
                    division = excluded.division,
                    voided = excluded.voided,
                    established_on = excluded.established_on,
                    dissolved_on = excluded.dissolved_on
                where old.version <= excluded.version
                """;
        write(
                sql,
                event.id(),
                event.version(),
                event.division(),
                it.voided(),
                it.establishedOn(),
                it.dissolvedOn());
    }

    @Override
    public void removed(UUID id, Command command) {
        write("delete from mediation_committee where id = ?", id);
    }

    private void write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A committee cannot be written", e);
        }
    }
}
