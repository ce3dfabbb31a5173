package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;

/**
 * A petition was settled in substance (化解). What else waits for that learns it in the same
 * transaction, so that nobody enters it twice.
 */
public record PetitionResolved(UUID petitionId, LocalDate on, Command command) {}
