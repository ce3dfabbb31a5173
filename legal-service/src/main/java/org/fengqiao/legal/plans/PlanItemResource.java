package org.fengqiao.legal.plans;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Plan items. */
@Path("v1/plan-items")
@Tag(name = "plan-items", description = "年度工作安排 Plan items")
public class PlanItemResource extends RegisterResource<PlanItem> {

    PlanItemResource(PlanItems register) {
        super(register);
    }
}
