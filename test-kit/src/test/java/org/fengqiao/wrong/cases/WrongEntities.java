package org.fengqiao.wrong.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import java.util.List;

/** Breaks repositoryReadsTakeAScope. */
class WrongEntities implements PanacheRepository<WrongEntity> {
    List<WrongEntity> everywhere() {
        return listAll();
    }
}
