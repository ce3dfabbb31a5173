package org.fengqiao.wrong.cases;

import java.util.concurrent.TimeUnit;

/** Breaks testsNeitherSleepNorMock. */
class WrongPause {
    void hope() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
