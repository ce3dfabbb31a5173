package org.fengqiao.right.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class RightEntity {
    @Id long id;
    int version;
}
