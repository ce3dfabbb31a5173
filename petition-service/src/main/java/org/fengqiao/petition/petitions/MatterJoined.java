package org.fengqiao.petition.petitions;

import java.util.UUID;
import org.fengqiao.kit.journal.Command;

/**
 * A petition turned out to be about a matter that is here already. What is recorded about the
 * petition follows, in the same transaction: one matter is counted once.
 *
 * @param matterId the matter from now on
 */
public record MatterJoined(UUID petitionId, UUID matterId, Command command) {}
