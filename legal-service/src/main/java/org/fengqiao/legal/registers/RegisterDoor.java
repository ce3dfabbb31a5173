package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;

/** What every register works with. */
@ApplicationScoped
public class RegisterDoor {

    private final Books books;
    private final Places places;
    private final Sealing sealing;
    private final References references;
    private final ComponentRules rules;

    RegisterDoor(
            Books books,
            Places places,
            Sealing sealing,
            References references,
            ComponentRules rules) {
        this.books = books;
        this.places = places;
        this.sealing = sealing;
        this.references = references;
        this.rules = rules;
    }

    Books books() {
        return books;
    }

    Places places() {
        return places;
    }

    Sealing sealing() {
        return sealing;
    }

    References references() {
        return references;
    }

    ComponentRules rules() {
        return rules;
    }
}
