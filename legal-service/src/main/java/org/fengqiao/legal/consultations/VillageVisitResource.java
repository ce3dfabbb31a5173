package org.fengqiao.legal.consultations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Visits of counsel to villages. */
@Path("v1/village-visits")
@Tag(name = "village-visits", description = "走访村（居） Visits of counsel to villages")
public class VillageVisitResource extends RegisterResource<VillageVisit> {

    VillageVisitResource(VillageVisits register) {
        super(register);
    }
}
