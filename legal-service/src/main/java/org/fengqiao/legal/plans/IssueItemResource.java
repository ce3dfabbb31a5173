package org.fengqiao.legal.plans;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Problems. */
@Path("v1/issue-items")
@Tag(name = "issue-items", description = "问题清单 Problems")
public class IssueItemResource extends RegisterResource<IssueItem> {

    IssueItemResource(IssueItems register) {
        super(register);
    }
}
