package org.fengqiao.legal.publicity;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Publicity activities. */
@Path("v1/publicity-activities")
@Tag(name = "publicity-activities", description = "法治宣传活动 Publicity activities")
public class PublicityActivityResource extends RegisterResource<PublicityActivity> {

    PublicityActivityResource(PublicityActivities register) {
        super(register);
    }
}
