package org.fengqiao.kit.wrong;

/** Breaks theKitKnowsNoDomain. */
class WrongCases {}
