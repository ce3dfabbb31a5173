package org.fengqiao.petition.petitions;

import java.util.UUID;
import org.fengqiao.kit.journal.Register;

/**
 * A petition is leaving for the vault: fired in the transaction that erases it. Whatever is about
 * the petition observes this and leaves with it; a failure keeps everything where it is.
 */
public interface PetitionSealed {

    UUID petitionId();

    /**
     * Takes the lines of a register along that are about the petition.
     *
     * @param register whose entities have the attribute {@code petitionId}
     * @param kind their topic
     * @param table what their ciphertexts are bound to
     */
    void takeAlong(Class<? extends Register.Line> register, String kind, String table);
}
