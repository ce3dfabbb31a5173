package org.fengqiao.legal.study;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Duty reports. */
@Path("v1/duty-reports")
@Tag(name = "duty-reports", description = "述法 Duty reports")
public class DutyReportResource extends RegisterResource<DutyReport> {

    DutyReportResource(DutyReports register) {
        super(register);
    }
}
