package org.fengqiao.legal.consultations;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** The service log of village counsel. */
@Path("v1/service-log")
@Tag(name = "service-log", description = "法律顾问工作日志 Entries of the service log")
public class ServiceLogEntryResource extends RegisterResource<ServiceLogEntry> {

    ServiceLogEntryResource(ServiceLog register) {
        super(register);
    }
}
