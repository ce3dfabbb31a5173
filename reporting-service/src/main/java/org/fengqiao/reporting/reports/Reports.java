package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.figures.Figures;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.indicators.Chapter;

/** The paragraphs of a division and year. */
@RequestScoped
public class Reports {

    private final Figures figures;
    private final Questions questions;
    private final Divisions divisions;
    private final Caller caller;

    Reports(Figures figures, Questions questions, Divisions divisions, Caller caller) {
        this.figures = figures;
        this.questions = questions;
        this.divisions = divisions;
        this.caller = caller;
    }

    /** The paragraph of a chapter. */
    public Paragraph paragraph(Chapter chapter, String division, String year) throws SQLException {
        String place = caller.division(division);
        Period period = year(year);
        Written words = wording(place).written(chapter);
        String codes = String.join(",", words.codes());
        return Paragraph.of(
                words,
                period.first().getYear(),
                figures.of(questions.indicators(codes, place), place, period).figures());
    }

    /** The body that reports: 河南省平顶山市鲁山县瓦屋镇人民政府. */
    public String issuer(String division) {
        return divisions.fullName(division) + wording(division).issuer();
    }

    private Wording wording(String division) {
        return Wording.of(division, divisions.find(division));
    }

    /**
     * Reads a year.
     *
     * @throws Refusal 400 for anything but four digits
     */
    public static Period year(String text) {
        Period period = Period.of(text);
        if (period.text().length() != 4) {
            throw Refusal.parameter("year", "year 须为四位年份", "year needs four digits");
        }
        return period;
    }
}
