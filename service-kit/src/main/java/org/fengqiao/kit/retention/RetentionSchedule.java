package org.fengqiao.kit.retention;

import java.util.List;

/** The rules of a service's kinds of record that name persons: a table that a jurist can review. */
public interface RetentionSchedule {

    List<RetentionRule> rules();
}
