package org.fengqiao.legal.enforcement;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Accountability decisions. */
@Path("v1/accountability-decisions")
@Tag(name = "accountability-decisions", description = "执法责任追究 Accountability decisions")
public class AccountabilityDecisionResource extends RegisterResource<AccountabilityDecision> {

    AccountabilityDecisionResource(AccountabilityDecisions register) {
        super(register);
    }
}
