package org.fengqiao.petition.accusations;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who informs, as far as it is known. */
@Schema(name = "Informer")
public record Informer(
        @Size(min = 1, max = 100) String name,
        @Size(max = 18) String identityNumber,
        @Size(max = 40) String phone,
        @Size(max = 300) String address) {}
