package org.fengqiao.wrong.cases;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/** Breaks resourcesDoNotOpenTheDatabase. */
@Path("wrong")
class WrongResource {
    private final EntityManager entities;

    WrongResource(EntityManager entities) {
        this.entities = entities;
    }

    WrongEntity get(long id) {
        return entities.find(WrongEntity.class, id);
    }
}
