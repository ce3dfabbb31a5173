package org.fengqiao.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Audits what an authenticated caller was refused: a missing scope, or a record not there or not
 * theirs.
 */
class RefusalAudit {

    private static final Logger LOG = Logger.getLogger(RefusalAudit.class);
    // A UUID or a row's number: shorter than a phone number.
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{1,10}");

    private final ReadAudit audit;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Clock clock;
    private final boolean enabled;

    RefusalAudit(
            ReadAudit audit,
            Caller caller,
            SecurityIdentity identity,
            Clock clock,
            @ConfigProperty(name = "fengqiao.security.audit-refusals", defaultValue = "true")
                    boolean enabled) {
        this.audit = audit;
        this.caller = caller;
        this.identity = identity;
        this.clock = clock;
        this.enabled = enabled;
    }

    @ServerResponseFilter
    Uni<Void> audit(
            ContainerRequestContext request,
            ContainerResponseContext response,
            SimpleResourceInfo resource) {
        int status = response.getStatus();
        boolean refused = status == 403 || status == 404;
        if (!enabled || !refused || resource.getMethodName() == null || identity.isAnonymous()) {
            return Uni.createFrom().voidItem();
        }
        Instant at = clock.instant();
        ReadAudit.Access access =
                new ReadAudit.Access(
                        resource.getResourceClass().getSimpleName()
                                + "."
                                + resource.getMethodName(),
                        null,
                        recordId(request.getUriInfo().getPathParameters().getFirst("id")),
                        status == 403 ? ReadAudit.Result.FORBIDDEN : ReadAudit.Result.NOT_FOUND);
        AuditedIn apart = resource.getResourceClass().getAnnotation(AuditedIn.class);
        String table = apart == null ? ReadAudit.TABLE : apart.value();
        ReadAudit.Reader reader = ReadAudit.Reader.of(caller);
        // A refusal may arise on the I/O thread, which must not wait for the database.
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> audit.write(table, at, reader, access))
                .onFailure()
                .invoke(e -> LOG.error("A refusal could not be audited", e))
                .onFailure()
                .recoverWithNull();
    }

    /** What is no id is not kept: it may be the name of the one who was asked for. */
    private static String recordId(String asked) {
        return asked != null && ID.matcher(asked).matches() ? asked : null;
    }
}
