package org.fengqiao.legal.disclosure;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.DatedResource;

/** Items to disclose, with the day to publish. */
@Path("v1/disclosure-items")
@Tag(name = "disclosure-items", description = "公开事项 Items to disclose")
public class DisclosureItemResource extends DatedResource<DisclosureItem> {

    DisclosureItemResource(DisclosureItems register) {
        super(register);
    }
}
