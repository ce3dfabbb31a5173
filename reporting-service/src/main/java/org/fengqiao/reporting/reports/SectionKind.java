package org.fengqiao.reporting.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;

/** The contents that the annual report must have (P2, rules 2.6). Their order is the township's. */
@Schema(name = "ReportSectionKind")
public enum SectionKind implements Labelled {
    FIRST_RESPONSIBLE("党政主要负责人履行推进法治建设第一责任人职责的有关情况", "Duty of the heads"),
    MEASURES("推进法治政府建设的主要举措和成效", "Measures and results"),
    SHORTCOMINGS("推进法治政府建设存在的不足和原因", "Shortcomings and causes"),
    NEXT_YEAR("下一年度推进法治政府建设的初步安排", "Arrangements for next year"),
    OTHERS("其他需要报告的情况", "Others");

    SectionKind(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
