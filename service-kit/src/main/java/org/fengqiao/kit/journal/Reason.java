package org.fengqiao.kit.journal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record is voided. */
@Schema(name = "Voiding", examples = "{\"reason\":\"重复登记\"}")
public record Reason(@NotBlank @Size(max = 500) String reason) {}
