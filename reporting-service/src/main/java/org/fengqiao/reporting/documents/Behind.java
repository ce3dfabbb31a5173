package org.fengqiao.reporting.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.reporting.indicators.Indicator.Part;

/**
 * A record behind a figure, for those who may see it: never part of what is published.
 *
 * @param figure key of the figure in its edition
 * @param division where it was counted, and {@code countedOn} the date by which
 * @param reference what people call it; null where it has no number
 * @param href path at the source
 * @param link its whole address; null where readers have none
 */
public record Behind(
        String figure,
        Part part,
        UUID id,
        int version,
        BigDecimal contribution,
        LocalDate countedOn,
        String division,
        String reference,
        String href,
        String link) {}
