package org.fengqiao.mediation.contract;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fengqiao.kit.web.Retiring;

/** For {@link RetiringTest} alone: one operation that retires, one that is gone, one that stays. */
@IfBuildProperty(name = RetiringTest.PROPERTY, stringValue = "true")
@Path("v1/retiring")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RetiringResource {

    @GET
    @Path("soon")
    @Retiring(since = "2020-02-29", until = "2999-12-31", successor = "/mediation/v1/cases")
    @Operation(operationId = "getSoon", hidden = true)
    public Map<String, String> soon() {
        return Map.of("answer", "still here");
    }

    @GET
    @Path("gone")
    @Retiring(since = "2020-01-01", until = "2021-01-01")
    @Operation(operationId = "getGone", hidden = true)
    public Map<String, String> gone() {
        throw new IllegalStateException("It is gone: nobody comes here");
    }

    @GET
    @Path("staying")
    @Operation(operationId = "getStaying", hidden = true)
    public Map<String, String> staying() {
        return Map.of("answer", "here");
    }
}
