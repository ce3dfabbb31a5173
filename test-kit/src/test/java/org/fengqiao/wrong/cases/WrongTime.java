package org.fengqiao.wrong.cases;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Breaks timeComesIn. */
class WrongTime {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
