package org.fengqiao.kit.wrong;

/** Breaks theKitKnowsNoDomain by a field. */
class WrongField {
    String disputeType;
}
