package org.fengqiao.reporting.sets;

import static org.fengqiao.reporting.sets.SetStatus.ACCEPTED;
import static org.fengqiao.reporting.sets.SetStatus.OPEN;
import static org.fengqiao.reporting.sets.SetStatus.REOPENED;
import static org.fengqiao.reporting.sets.SetStatus.RETURNED;
import static org.fengqiao.reporting.sets.SetStatus.SUBMITTED;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.journal.Step;

/**
 * The life of a figure set: one lawful step per row. A step that is not in the table is forbidden:
 * what is accepted is locked until the county reopens it. Its silence blocks nobody.
 */
@Schema(name = "FigureSetStep")
public enum SetStep implements Step<SetStatus> {
    // @formatter:off
    //        zh           from                               to          who                     legal basis
    OPEN_SET ("开放填报",  Set.of(),                          OPEN,       "nobody: it is open",   "SETTING"),
    SUBMIT   ("报送",      Set.of(OPEN, RETURNED, REOPENED),  SUBMITTED,  "the unit itself",      "SETTING"),
    RETURN   ("退回",      Set.of(SUBMITTED),                 RETURNED,   "the county",           "SETTING"),
    ACCEPT   ("审核锁定",  Set.of(SUBMITTED),                 ACCEPTED,   "the county",           "SETTING"),
    REOPEN   ("解锁",      Set.of(ACCEPTED),                  REOPENED,   "the county",           "SETTING");
    // @formatter:on

    private final String zh;
    private final Set<SetStatus> from;
    private final SetStatus to;
    private final String who;
    private final String legalBasis;

    SetStep(String zh, Set<SetStatus> from, SetStatus to, String who, String legalBasis) {
        this.zh = zh;
        this.from = from;
        this.to = to;
        this.who = who;
        this.legalBasis = legalBasis;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public Set<SetStatus> from() {
        return from;
    }

    @Override
    public SetStatus to() {
        return to;
    }

    @Override
    public String event() {
        return "reporting.figureSet." + to.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String legalBasis() {
        return legalBasis;
    }

    @Override
    public String who() {
        return who;
    }

    @Override
    public String subjectZh() {
        return "数据表";
    }

    @Override
    public String subjectEn() {
        return "figure set";
    }
}
