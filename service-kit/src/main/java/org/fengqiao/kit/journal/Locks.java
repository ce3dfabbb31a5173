package org.fengqiao.kit.journal;

import jakarta.persistence.EntityManager;

/** Locks on what has no row yet. */
public final class Locks {

    private Locks() {}

    /**
     * Holds a name until the transaction ends: of two who look whether it is free and then take it,
     * the second waits, and sees what the first did.
     */
    public static void hold(EntityManager entities, String name) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                .setParameter("name", name)
                .getSingleResult();
    }
}
