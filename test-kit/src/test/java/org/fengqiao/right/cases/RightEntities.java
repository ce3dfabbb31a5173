package org.fengqiao.right.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import java.util.List;
import org.fengqiao.kit.security.Scope;

class RightEntities implements PanacheRepository<RightEntity> {
    List<RightEntity> list(Scope scope) {
        return list(scope.clause("division"), scope.parameters());
    }
}
