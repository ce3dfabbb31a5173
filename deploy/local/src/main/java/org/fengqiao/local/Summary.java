package org.fengqiao.local;

import java.nio.file.Path;
import org.fengqiao.local.Place.Port;

/** What the launcher prints, and {@code .fengqiao/env} for scripts to source. */
final class Summary {
    private final Place place;
    private final Identity identity;

    Summary(Place place, Identity identity) {
        this.place = place;
        this.identity = identity;
    }

    static Path file(Place place) {
        return place.run().resolve("summary.txt");
    }

    /** Addresses and tokens, mode 600. */
    void writeEnvironment() {
        Folders.write(
                environment(),
                """
                # Made at each start.
                MEDIATION_URL=%s
                PETITION_URL=%s
                LEGAL_URL=%s
                REPORTING_URL=%s
                ISSUER_URL=%s
                """
                                .formatted(
                                        place.url(Port.MEDIATION),
                                        place.url(Port.PETITION),
                                        place.url(Port.LEGAL),
                                        place.url(Port.REPORTING),
                                        identity.issuer())
                        + identity.shell());
    }

    /** The text to print; kept for the next {@code deploy/up} that finds the suite running. */
    String write() {
        String text =
                """

                mediation 人民调解  %1$s/q/swagger-ui
                petition  信访办理  %7$s/q/swagger-ui
                legal     法律服务  %8$s/q/swagger-ui
                reporting 报告统计  %2$s/reporting/pages/reports/%6$s/2024
                report    年度报告  %2$s%9$s?format=html (docx, %10$sxlsx, json)
                issuer    身份签发  %3$s
                %4$s

                %5$s
                """
                        .formatted(
                                place.url(Port.MEDIATION),
                                place.url(Port.REPORTING),
                                identity.issuer(),
                                identity.advice(environment()),
                                paragraphs(),
                                DemoUser.TOWNSHIP.division(),
                                place.url(Port.PETITION),
                                place.url(Port.LEGAL),
                                DemoReport.edition(),
                                Place.hasCommand("soffice") ? "pdf, " : "");
        Folders.write(file(place), text);
        return text;
    }

    private Path environment() {
        return place.home().resolve("env");
    }

    /** Until reporting has seen all that was published. */
    void awaitAll() {
        paragraphs();
    }

    /** The report's paragraphs, once reporting has seen all that was published. */
    private String paragraphs() {
        return paragraph(Port.LEGAL, "legal", "mediation-participation")
                + "\n"
                + paragraph(Port.MEDIATION, "mediation", "case")
                + "\n"
                + paragraph(Port.PETITION, "petition", "petition");
    }

    private String paragraph(Port port, String chapter, String kind) {
        Api source = new Api(place.url(port), () -> identity.token(DemoUser.ADMIN));
        source.until(
                "/%1$s/v1/parity?kind=%1$s.%2$s.v1".formatted(chapter, kind),
                it -> it.required("outboxEmpty").asBoolean());
        Api reporting = new Api(place.url(Port.REPORTING), () -> identity.token(DemoUser.TOWNSHIP));
        return reporting
                .settled(
                        "/reporting/v1/reports/%s/2024/%s"
                                .formatted(DemoUser.TOWNSHIP.division(), chapter))
                .required("text")
                .asText();
    }
}
