package org.fengqiao.legal.enforcement;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.DatedResource;

/** Penalty cases, with the day to decide. */
@Path("v1/penalty-cases")
@Tag(name = "penalty-cases", description = "行政处罚 Penalty cases")
public class PenaltyCaseResource extends DatedResource<PenaltyCase> {

    PenaltyCaseResource(PenaltyCases register) {
        super(register);
    }
}
