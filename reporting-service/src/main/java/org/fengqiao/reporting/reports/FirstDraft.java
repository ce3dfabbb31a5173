package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.reports.Draft.Item;
import org.fengqiao.reporting.reports.Draft.Section;

/**
 * The text that a report begins with: last year's, whose figures are then those of this year and
 * whose problems and plans are there to be told of again, or else the suite's own words in the
 * order of the law's contents (P2).
 */
@ApplicationScoped
class FirstDraft {

    /** Stands where a person has to write; a report with it is not signed. */
    static final String TO_WRITE = "（请填写）";

    private static final String TITLE = "关于{year}年法治政府建设情况的报告";

    private final AnnualReports reports;
    private final Divisions divisions;

    FirstDraft(AnnualReports reports, Divisions divisions) {
        this.reports = reports;
        this.divisions = divisions;
    }

    Draft of(String division, int year) throws SQLException {
        Optional<AnnualReport> lastYear = reports.find(division, year - 1, Scope.of(division));
        return lastYear.map(AnnualReport::draft).orElseGet(() -> ofTheSuite(division));
    }

    private Draft ofTheSuite(String division) {
        Wording wording = Wording.of(division, divisions.find(division));
        List<Item> chapters =
                Arrays.stream(Chapter.values())
                        .map(it -> new Item(it.title(), wording.text(it)))
                        .toList();
        List<Section> sections =
                Arrays.stream(SectionKind.values())
                        .filter(it -> it != SectionKind.OTHERS)
                        .map(it -> new Section(it, title(it), items(it, chapters)))
                        .toList();
        return new Draft(TITLE, null, sections);
    }

    private static String title(SectionKind kind) {
        return kind == SectionKind.NEXT_YEAR ? kind.zh() : "{year}年度" + kind.zh();
    }

    private static List<Item> items(SectionKind kind, List<Item> chapters) {
        return kind == SectionKind.MEASURES ? chapters : List.of(new Item(null, TO_WRITE));
    }
}
