package org.fengqiao.kit.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fengqiao.kit.security.Scope;

/**
 * Which records a list shows: those of a scope, narrowed to what was asked for. The condition is
 * HQL with named parameters.
 */
public final class Narrowing {

    private final StringBuilder condition;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Narrowing(Scope scope, String division) {
        condition = new StringBuilder(scope.clause(division));
        values.putAll(scope.parameters());
    }

    /**
     * To the records of a scope.
     *
     * @param division path of the record's division
     */
    public static Narrowing to(Scope scope, String division) {
        return new Narrowing(scope, division);
    }

    /** And to those of which a condition holds; an absent value does not narrow. */
    public Narrowing by(String narrower, String name, Object value) {
        if (value != null) {
            condition.append(" and ").append(narrower);
            values.put(name, value);
        }
        return this;
    }

    public String condition() {
        return condition.toString();
    }

    /** Values for {@link #condition()} by name. */
    public Map<String, Object> values() {
        return values;
    }
}
