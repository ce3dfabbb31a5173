package org.fengqiao.wrong.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Breaks versionIsAPlainColumn, and entitiesStayInTheirPackage through WrongView. */
@Entity
public class WrongEntity {
    @Id long id;
    @Version int version;
}
