package org.fengqiao.legal.registers;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonSearch;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Page;

/** Finds the records of all registers that name a person: by blind index, and audited. */
@ApplicationScoped
public class PersonRecords {

    private static final int MOST = 200;
    private static final String ADVISER = "adviserId";
    private static final String ADVISERS = "legal-advisers";

    /** A record that names the person; of what it says, its day alone. */
    @Schema(name = "PersonRecord")
    public record Found(
            @Schema(title = "台账，即路径中的名称 The register, by its name in paths") String register,
            UUID id,
            String division,
            @Schema(title = "记录的日期 Day that the record is of") LocalDate day,
            boolean voided,
            String href) {}

    private final List<LegalRegister<?, ?>> registers;
    private final References references;
    private final PersonIndex index;
    private final Caller caller;
    private final ReadAudit audit;
    private final AgroalDataSource database;
    private final String root;

    PersonRecords(
            @All List<LegalRegister<?, ?>> registers,
            References references,
            PersonIndex index,
            Caller caller,
            ReadAudit audit,
            AgroalDataSource database,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.registers = registers;
        this.references = references;
        this.index = index;
        this.caller = caller;
        this.audit = audit;
        this.database = database;
        this.root = root;
    }

    /**
     * The records of the caller's area that name the person, at most 200, newest first. Never
     * inside a transaction.
     *
     * @param operation that answers it, for the audit
     */
    public Page<Found> naming(PersonSearch search, String operation) {
        caller.requirePersons();
        List<String> indexes = index.searched(search);
        audit.record(operation, LegalRecord.TOPIC, "-", ReadAudit.Result.SHOWN);
        return newest(registers, indexes, null);
    }

    /**
     * Of these, the records that name the adviser, too; void ones are left out. Only of registers
     * whose records name an adviser; a participation in mediation names none of the parties, whom
     * mediation keeps: an empty answer is no all-clear. Never inside a transaction.
     *
     * @param name the person's
     * @param operation that answers it, for the audit
     */
    public Page<Found> namingBoth(UUID adviserId, String name, String operation) {
        caller.requirePersons();
        references.require(ADVISERS, adviserId, caller.division(), "/" + ADVISER);
        List<String> indexes = index.searched(new PersonSearch(name, null, null));
        audit.record(operation, LegalRecord.TOPIC, "-", ReadAudit.Result.SHOWN);
        List<LegalRegister<?, ?>> ofAdvisers =
                registers.stream()
                        .filter(it -> it.parts().all().stream().anyMatch(PersonRecords::isAdviser))
                        .toList();
        return newest(ofAdvisers, indexes, adviserId);
    }

    private static boolean isAdviser(Part part) {
        return part.name().equals(ADVISER);
    }

    private Page<Found> newest(
            List<LegalRegister<?, ?>> among, List<String> indexes, UUID adviserId) {
        Scope scope = caller.scope();
        List<Found> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (LegalRegister<?, ?> it : among) {
                found.addAll(find(connection, it, indexes, adviserId, scope));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The registers cannot be searched", e);
        }
        // A UUIDv7 as a text grows with time.
        found.sort(Comparator.comparing((Found it) -> it.id().toString()).reversed());
        return new Page<>(found.stream().limit(MOST).toList(), null);
    }

    private List<Found> find(
            Connection connection,
            LegalRegister<?, ?> register,
            List<String> indexes,
            UUID adviserId,
            Scope scope)
            throws SQLException {
        String sql =
                """
                select id, division, %s, voided
                from %s
                where person_index && ?
                  and %s
                  %s
                order by id desc
                limit %d
                """
                        .formatted(
                                column(register.dayIn()),
                                register.table(),
                                scope.sql("division"),
                                adviserId == null ? "" : "and adviser_id = ? and not voided",
                                MOST);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int place = 1;
            select.setArray(place++, connection.createArrayOf("text", indexes.toArray()));
            for (String it : scope.arguments()) {
                select.setString(place++, it);
            }
            if (adviserId != null) {
                select.setObject(place, adviserId);
            }
            List<Found> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(found(register, row));
                }
            }
            return found;
        }
    }

    private Found found(LegalRegister<?, ?> register, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Found(
                register.kind(),
                id,
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getBoolean(4),
                root + "/" + register.path() + "/" + id);
    }

    /** {@code heldOn} gives {@code held_on}. */
    private static String column(String component) {
        return component.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
