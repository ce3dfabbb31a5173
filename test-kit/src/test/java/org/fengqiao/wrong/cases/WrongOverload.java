package org.fengqiao.wrong.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import org.fengqiao.kit.events.RecordKind;

/** Breaks repositoryReadsTakeAScope under a name that the kit prescribes with other parameters. */
abstract class WrongOverload implements PanacheRepository<WrongEntity>, RecordKind {
    WrongEntity lockNext() {
        return findAll().firstResult();
    }
}
