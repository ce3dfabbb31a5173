package org.fengqiao.reporting.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;

/** Where an annual report stands on its way (D6). */
@Schema(name = "ReportStatus")
public enum ReportStatus implements Labelled {
    DRAFT("起草", "Draft"),
    CHECKED("已核对", "Checked"),
    SIGNED("已签发", "Signed"),
    SUBMITTED("已报送", "Submitted"),
    CONFIDENTIALITY_REVIEWED("已保密审查", "Reviewed for confidentiality"),
    PUBLISHED("已公开", "Published"),
    REVISED("已修订公开", "Revised");

    ReportStatus(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
