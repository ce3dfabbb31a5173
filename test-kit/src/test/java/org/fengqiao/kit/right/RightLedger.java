package org.fengqiao.kit.right;

class RightLedger {
    int rows;
}
