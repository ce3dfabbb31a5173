package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;

/** Figures as a rule is told them, those included that no correct count could give. */
final class Told {

    private final Map<String, Figure> figures = new HashMap<>();

    /** All of these, each zero. */
    Told(List<String> codes) {
        codes.forEach(it -> is(it, 0));
    }

    Told is(String code, int value) {
        return put(code, Status.OK, value, null, null, null);
    }

    Told notReported(String code) {
        return put(code, Status.NOT_REPORTED, null, null, null, null);
    }

    /** A source was silent for part of the period. */
    Told partial(String code) {
        return put(code, Status.PARTIAL, null, null, null, null);
    }

    /** A share, in whole percents; one record of it has no limit. */
    Told share(String code, int part, int whole, int notYetDue) {
        Integer value = whole == 0 ? null : part * 100 / whole;
        Status status = whole == 0 ? Status.NO_DENOMINATOR : Status.OK;
        return put(code, status, value, part, whole, notYetDue);
    }

    /** What the rule of that code finds. */
    Check judged(List<Function<Seen, Check>> rules, String code) {
        return rules.stream()
                .map(rule -> new Seen(figures).judge(rule))
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Told put(
            String code,
            Status status,
            Integer value,
            Integer part,
            Integer whole,
            Integer notYetDue) {
        Indicator it = Indicators.OF_CHAPTERS.get(code);
        figures.put(
                code,
                new Figure(
                        code,
                        it.title(),
                        "410423106000",
                        "2024",
                        null,
                        null,
                        status,
                        number(value),
                        number(part),
                        number(whole),
                        number(notYetDue),
                        number(whole == null ? null : 1),
                        it.unit(),
                        it.unit().label(),
                        0,
                        1,
                        "/r",
                        null,
                        null,
                        null));
        return this;
    }

    private static BigDecimal number(Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }
}
