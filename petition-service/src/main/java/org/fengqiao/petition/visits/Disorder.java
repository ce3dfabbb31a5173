package org.fengqiao.petition.visits;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.DisorderConduct;
import org.fengqiao.petition.codes.DisorderMeasure;

/**
 * What was done against the order of petitioning on a day (XF 26), and what was done about it (XF
 * 47): an act, never a mark on a person.
 */
@Schema(
        name = "VisitDisorder",
        examples =
                """
                {"on":"2024-04-02","conduct":"STAYING_OR_ABANDONING","measure":"DISSUADED"}""")
record Disorder(
        @NotNull LocalDate on,
        @NotNull DisorderConduct conduct,
        @NotNull DisorderMeasure measure) {}
