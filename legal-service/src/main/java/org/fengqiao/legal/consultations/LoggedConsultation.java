package org.fengqiao.legal.consultations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.legal.registers.Sealed;
import org.fengqiao.legal.registers.Sealed.Mask;

/** Somebody's question within an entry of the service log. */
// @formatter:off
public record LoggedConsultation(
        @Schema(title = "咨询人次 Persons who asked")
        @NotNull @Min(1) @Max(999) Integer persons,
        @Schema(title = "咨询方式 Channel")
        @NotNull ConsultationChannel channel,
        @Schema(title = "咨询主题 Topic")
        @NotNull ConsultationTopic topic,
        @Schema(title = "咨询人 Who asked")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.NAME) String person,
        @Schema(title = "咨询人电话 Phone of who asked")
        @Size(min = 1, max = 50) @Sealed(mask = Mask.PHONE) String phone,
        @Schema(title = "咨询内容 What was asked and answered")
        @Size(min = 1, max = 2000) @Sealed String summary) {}
// @formatter:on
