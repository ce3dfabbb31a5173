package org.fengqiao.mediation.codes;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.web.Page;

/** How the classes of other lists become dispute types. */
@Path("v1/dispute-type-mappings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "code-lists", description = "Codes and their labels 代码表")
public class DisputeTypeMappingResource {

    /**
     * A class of another list and its dispute type.
     *
     * @param name the class, without the ending 纠纷
     * @param lossy the class is wider than the type
     * @param remarkZh what is lost; absent where nothing is
     */
    @Schema(
            name = "DisputeTypeMapping",
            examples =
                    """
                    {"source":"OLDER","name":"村务管理","disputeType":"99","lossy":true,
                     "remarkZh":"本表已无此类","remarkEn":"The type is gone"}""")
    record View(
            DisputeTypeMapping.Source source,
            String name,
            DisputeType disputeType,
            boolean lossy,
            String remarkZh,
            String remarkEn) {

        static View of(DisputeTypeMapping it) {
            return new View(
                    it.source(),
                    it.name(),
                    it.disputeType(),
                    it.lossy(),
                    it.remarkZh(),
                    it.remarkEn());
        }
    }

    @GET
    @Operation(
            operationId = "listDisputeTypeMappings",
            summary = "纠纷类型对照表 How classes of other lists become dispute types",
            description = "All rows on one page.")
    public Page<View> list(
            @Parameter(description = "Only this list; absent: all") @QueryParam("source")
                    DisputeTypeMapping.Source source) {
        List<View> rows =
                DisputeTypeMapping.all().stream()
                        .filter(it -> source == null || it.source() == source)
                        .map(View::of)
                        .toList();
        return new Page<>(rows, null);
    }
}
