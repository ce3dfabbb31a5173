package org.fengqiao.reporting.indicators;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The chapters of the report, each from one source, in its order. */
public enum Chapter {
    // Figures are for whoever may read figures; who stands behind them is not (D6).
    LEGAL("legal", "法律服务与依法行政", "legal:read"),
    MEDIATION("mediation", "矛盾纠纷调解", null),
    PETITION("petition", "信访", "petitions:read");

    private final String source;
    private final String title;
    private final String listScope;

    Chapter(String source, String title, String listScope) {
        this.source = source;
        this.title = title;
        this.listScope = listScope;
    }

    /** The chapter that a source fills. */
    public static Optional<Chapter> of(String source) {
        return Arrays.stream(values()).filter(it -> it.source.equals(source)).findFirst();
    }

    /** The first part of its topics' names, and its name in paths: {@code mediation}. */
    public String source() {
        return source;
    }

    /** Its heading in the report. */
    public String title() {
        return title;
    }

    /** In the report's order. */
    public List<Indicator> indicators() {
        return switch (this) {
            case LEGAL -> LegalChapter.INDICATORS;
            case MEDIATION -> MediationChapter.INDICATORS;
            case PETITION -> PetitionChapter.INDICATORS;
        };
    }

    /** What a caller needs for its lists and records, beside the right to read figures. */
    public Optional<String> listScope() {
        return Optional.ofNullable(listScope);
    }
}
