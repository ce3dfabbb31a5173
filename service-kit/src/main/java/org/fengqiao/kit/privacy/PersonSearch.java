package org.fengqiao.kit.privacy;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Exactly one of the three; the whole value, since an index knows no parts. */
@Schema(name = "PersonSearch", examples = "{\"name\":\"张三\"}")
public record PersonSearch(
        @Size(min = 1, max = 100) String name,
        @Size(min = 1, max = 18) String identityNumber,
        @Size(min = 1, max = 40) String phone) {}
