package org.fengqiao.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.JournalFailed;
import org.fengqiao.kit.limits.TakesLong;

/** What the source holds, for comparison with what a consumer counts. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/parity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operation", description = "运维 Operation")
public class Parity {

    /**
     * What the service holds of one kind.
     *
     * @param outboxEmpty false while events wait to be sent: compare again later
     */
    @Schema(name = "ParityOfKind")
    public record OfKind(String kind, boolean outboxEmpty, List<Group> groups) {}

    /**
     * The records of one division that were first entered in one month.
     *
     * @param month {@code 2024-03}, in Asia/Shanghai
     * @param digest SHA-256, hex, over the sorted lines {@code id:version} joined by line feeds
     */
    @Schema(name = "ParityGroup")
    public record Group(String division, String month, long count, String digest) {}

    private final AgroalDataSource dataSource;
    private final Instance<RecordKind> kinds;

    Parity(AgroalDataSource dataSource, Instance<RecordKind> kinds) {
        this.dataSource = dataSource;
        this.kinds = kinds;
    }

    @GET
    @RolesAllowed("admin")
    @TakesLong
    @Operation(
            operationId = "getParity",
            summary = "来源核对：件数与摘要 Count and digest by kind, division and month",
            description = "Digests of everything the service holds of a kind; no record content.")
    public OfKind of(
            @Parameter(description = "For example mediation.case.v1") @QueryParam("kind")
                    String kind) {
        RecordKind it = Replays.kind(kinds, kind);
        String groups =
                """
                select division, to_char(entered_on, 'YYYY-MM'), count(*),
                    encode(sha256(convert_to(
                        string_agg(id || ':' || version, E'\\n' order by id::text collate "C"),
                        'UTF8')), 'hex')
                from %s
                group by 1, 2
                order by 1, 2
                """
                        .formatted(it.table());
        String waiting = "select not exists (select from outbox where coalesce(kind, topic) = ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement outbox = connection.prepareStatement(waiting);
                PreparedStatement select = connection.prepareStatement(groups)) {
            outbox.setString(1, it.name());
            try (ResultSet empty = outbox.executeQuery();
                    ResultSet row = select.executeQuery()) {
                empty.next();
                List<Group> found = new ArrayList<>();
                while (row.next()) {
                    found.add(
                            new Group(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getString(4)));
                }
                return new OfKind(it.name(), empty.getBoolean(1), found);
            }
        } catch (SQLException e) {
            throw new JournalFailed(e);
        }
    }
}
