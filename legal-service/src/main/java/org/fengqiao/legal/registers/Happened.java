package org.fengqiao.legal.registers;

import java.time.LocalDate;

/** What a request says of a step of a record's own. */
public interface Happened {

    /** The day it happened; null for today. */
    LocalDate on();
}
