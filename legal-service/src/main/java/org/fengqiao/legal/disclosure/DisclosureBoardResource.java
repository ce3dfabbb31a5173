package org.fengqiao.legal.disclosure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Disclosure boards. */
@Path("v1/disclosure-boards")
@Tag(name = "disclosure-boards", description = "公开栏 Disclosure boards")
public class DisclosureBoardResource extends RegisterResource<DisclosureBoard> {

    DisclosureBoardResource(DisclosureBoards register) {
        super(register);
    }
}
