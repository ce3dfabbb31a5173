package org.fengqiao.reporting.pages;

import java.util.Comparator;
import java.util.List;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Severity;

/**
 * A check as it is shown.
 *
 * @param blocks whether it keeps the report from being published
 * @param text what was found
 * @param reason why it was signed all the same; null where it was not
 */
public record Verdict(
        String code,
        Outcome outcome,
        boolean blocks,
        String text,
        String reason,
        List<Evidence> numbers) {

    /** What came out, in the order of what there is to do. */
    public enum Outcome {
        FAILED,
        EXPLAINED,
        LOOK,
        INCOMPLETE,
        NOTHING_REPORTED,
        PASSED
    }

    /**
     * A number the check looked at.
     *
     * @param page of the records behind it; null where it has none, or the reader may not see them
     */
    public record Evidence(String title, String value, String page) {}

    /** How many there are of what has to be mended, and of what is to be looked at. */
    public record Tally(long blocking, long look, long all) {

        public boolean clear() {
            return blocking + look == 0;
        }
    }

    /** Those that block first. */
    static final Comparator<Verdict> BY_WEIGHT =
            Comparator.comparing((Verdict it) -> !it.blocks()).thenComparing(Verdict::outcome);

    static Verdict of(Check it, String text, List<Evidence> numbers) {
        boolean blocking = it.severity() == Severity.BLOCKING;
        Outcome outcome =
                switch (it.status()) {
                    case FAILED -> blocking ? Outcome.FAILED : Outcome.LOOK;
                    case INCOMPLETE -> Outcome.INCOMPLETE;
                    case NOTHING_REPORTED -> Outcome.NOTHING_REPORTED;
                    case PASSED -> Outcome.PASSED;
                };
        boolean bad = outcome == Outcome.FAILED || outcome == Outcome.INCOMPLETE;
        return new Verdict(it.code(), outcome, blocking && bad, text, null, numbers);
    }

    /** The same signed over with a reason. */
    Verdict explained(String why) {
        return new Verdict(code, Outcome.EXPLAINED, false, text, why, numbers);
    }

    static Tally tally(List<Verdict> verdicts) {
        long blocking = verdicts.stream().filter(Verdict::blocks).count();
        long look = verdicts.stream().filter(it -> it.outcome() == Outcome.LOOK).count();
        return new Tally(blocking, look, verdicts.size());
    }
}
