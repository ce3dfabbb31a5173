package org.fengqiao.legal.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Sealed;

/** One version of a reviewer's opinion; a later one is added, none is replaced. */
// @formatter:off
public record ReviewOpinion(
        @Schema(title = "审查日期 Day of the opinion")
        @NotNull LocalDate on,
        @Schema(title = "风险点数 Risks found")
        @NotNull @Min(0) @Max(999) Integer risksFound,
        @Schema(title = "审查意见 The opinion")
        @Size(min = 1, max = 4000) @Sealed String opinion) {}
// @formatter:on
