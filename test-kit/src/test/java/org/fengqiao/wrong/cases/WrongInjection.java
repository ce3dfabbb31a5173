package org.fengqiao.wrong.cases;

import jakarta.inject.Inject;
import java.time.Clock;

/** Breaks noFieldInjection. */
class WrongInjection {
    @Inject Clock clock;
}
