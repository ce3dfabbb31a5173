package org.fengqiao.legal.consultations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Works of counsel beside visits, advice and lectures. */
@Path("v1/counsel-works")
@Tag(name = "counsel-works", description = "法律顾问服务事项 Works of counsel")
public class CounselWorkResource extends RegisterResource<CounselWork> {

    CounselWorkResource(CounselWorks register) {
        super(register);
    }
}
