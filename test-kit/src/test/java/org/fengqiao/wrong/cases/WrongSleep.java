package org.fengqiao.wrong.cases;

/** Breaks testsNeitherSleepNorMock. */
class WrongSleep {
    void hope() throws InterruptedException {
        Thread.sleep(1);
    }
}
