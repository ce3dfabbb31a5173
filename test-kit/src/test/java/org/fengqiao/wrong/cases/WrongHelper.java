package org.fengqiao.wrong.cases;

/** Breaks namesAreNotVague. */
class WrongHelper {}
