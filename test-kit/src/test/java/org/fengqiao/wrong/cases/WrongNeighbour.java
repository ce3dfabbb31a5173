package org.fengqiao.wrong.cases;

import org.fengqiao.right.cases.RightEntity;

/** Breaks servicesStandAlone. */
record WrongNeighbour(RightEntity entity) {}
