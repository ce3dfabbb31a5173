package org.fengqiao.petition.accusations;

import static org.fengqiao.petition.accusations.AccusationStatus.CONCLUDED;
import static org.fengqiao.petition.accusations.AccusationStatus.RECEIVED;
import static org.fengqiao.petition.accusations.AccusationStatus.TRANSFERRED;

import java.util.EnumSet;
import java.util.Set;
import org.fengqiao.kit.journal.Step;

/**
 * The life of an accusation: one lawful step per row, the transfer to the discipline organ first. A
 * step that is not in the table is forbidden. {@code null} as target: the status stays.
 */
enum AccusationStep implements Step<AccusationStatus> {
    // @formatter:off
    //               zh               from                                      to           who                                    legal basis
    TAKE_IN         ("接收",          Set.of(),                                 RECEIVED,    "接收的机关",                          "XF 30"),
    TRANSFER        ("移送",          Set.of(RECEIVED, TRANSFERRED),            TRANSFERRED, "承办人",                              "XF 22"),
    NAME_HANDLER    ("指定承办人",    Set.of(RECEIVED, TRANSFERRED),            null,        "承办人；尚无承办人的，县级纪检监察",  "XF 30"),
    CONCLUDE        ("反馈结果",      Set.of(RECEIVED, TRANSFERRED),            CONCLUDED,   "承办人",                              "XF 30"),
    REQUEST_IDENTITY("申请查阅身份",  EnumSet.allOf(AccusationStatus.class),    null,        "承办人",                              "XF 30"),
    RELEASE_IDENTITY("批准查阅身份",  EnumSet.allOf(AccusationStatus.class),    null,        "另一承办人",                          "XF 30"),
    READ_IDENTITY   ("查阅身份",      EnumSet.allOf(AccusationStatus.class),    null,        "申请的承办人",                        "XF 30");
    // @formatter:on

    private final String zh;
    private final Set<AccusationStatus> from;
    private final AccusationStatus to;
    private final String who;
    private final String legalBasis;

    AccusationStep(
            String zh,
            Set<AccusationStatus> from,
            AccusationStatus to,
            String who,
            String legalBasis) {
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
    public Set<AccusationStatus> from() {
        return from;
    }

    @Override
    public AccusationStatus to() {
        return to;
    }

    /** None: an accusation publishes nothing. */
    @Override
    public String event() {
        return null;
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
        return "检举控告件";
    }

    @Override
    public String subjectEn() {
        return "accusation";
    }
}
