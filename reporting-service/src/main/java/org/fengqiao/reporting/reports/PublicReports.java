package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.documents.Format;
import org.fengqiao.reporting.reports.Editions.Document;
import org.fengqiao.reporting.reports.Editions.Kept;

/** What has been published, for anybody. */
@ApplicationScoped
public class PublicReports {

    /** The last edition of a report. */
    public record Newest(String division, String name, String year, int number, LocalDate on) {}

    /** An edition, and the kinds of file that it was published as. */
    public record Published(ReportViews.Link link, List<Format> formats) {}

    private final Editions editions;
    private final ReportViews views;
    private final Divisions divisions;

    PublicReports(Editions editions, ReportViews views, Divisions divisions) {
        this.editions = editions;
        this.views = views;
        this.divisions = divisions;
    }

    /** Every report that is public, newest year first. */
    public List<Newest> all() throws SQLException {
        return editions.newest().stream()
                .map(
                        it ->
                                new Newest(
                                        it.division(),
                                        divisions.fullName(it.division()),
                                        Integer.toString(it.year()),
                                        it.number(),
                                        it.publishedOn()))
                .toList();
    }

    /** The editions of a division and year, newest first. */
    public List<Published> editions(String division, int year) throws SQLException {
        List<Published> found = new ArrayList<>();
        for (Kept it : editions.published(division, year)) {
            List<Format> formats =
                    editions.documents(it.id()).stream().map(Document::format).sorted().toList();
            found.add(new Published(views.link(division, year, it), formats));
        }
        return found;
    }
}
