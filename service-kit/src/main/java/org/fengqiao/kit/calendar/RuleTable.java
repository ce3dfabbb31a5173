package org.fengqiao.kit.calendar;

import java.util.List;

/** The periods of law that a service counts, one rule per row: a bean of the service. */
public interface RuleTable {

    /** The rules, in the order in which a reader meets them. */
    List<Rule> rules();
}
