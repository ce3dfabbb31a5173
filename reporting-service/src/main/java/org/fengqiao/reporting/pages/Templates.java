package org.fengqiao.reporting.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.pages.FactSheets.FactSheet;
import org.fengqiao.reporting.pages.FigurePage.Section;
import org.fengqiao.reporting.pages.Frame.Subject;
import org.fengqiao.reporting.pages.ReceiptPage.Heading;
import org.fengqiao.reporting.pages.Verdict.Tally;
import org.fengqiao.reporting.reports.PublicReports.Newest;
import org.fengqiao.reporting.reports.PublicReports.Published;

/** The pages; each stands in the layout {@code pages/base}, which {@link Reader} fills. */
@CheckedTemplate(basePath = "pages")
class Templates {
    private Templates() {}

    static native TemplateInstance index(String place, List<Subject> years);

    static native TemplateInstance figures(
            String place, String year, List<Section> sections, Tally tally, String checks);

    static native TemplateInstance report(
            String issuer,
            String year,
            List<ReportPage.Section> sections,
            List<Verdict> verdicts,
            String key);

    static native TemplateInstance annual(AnnualPage.Shown shown);

    static native TemplateInstance edit(EditPage.Shown shown);

    static native TemplateInstance paste(
            String place, String year, String address, List<String> years);

    static native TemplateInstance desk(DeskPage.Shown shown);

    static native TemplateInstance figureSet(FigureSetPage.Shown shown);

    static native TemplateInstance comparison(ComparisonPage.Shown shown);

    static native TemplateInstance published(List<Newest> reports);

    static native TemplateInstance editions(String place, String year, List<Published> editions);

    static native TemplateInstance checks(
            String place, String year, Tally tally, List<Verdict> verdicts);

    static native TemplateInstance receipt(Heading heading, Receipt receipt, Divisions divisions);

    static native TemplateInstance record(FactSheet sheet);

    static native TemplateInstance refused(int status, String text, String office);
}
