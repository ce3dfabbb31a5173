package org.fengqiao.right.cases;

import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.fengqiao.kit.security.Scope;

@Path("right")
class RightResource {
    private final RightEntities entities;
    private final Clock clock;

    RightResource(RightEntities entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    String list(String division) {
        return LocalDate.now(clock) + ": " + entities.list(Scope.of(division)).size();
    }
}
