package org.fengqiao.reporting.documents;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.ledger.LedgerFormat;

/** The kinds of file that an edition is published as. */
@Schema(name = "DocumentFormat")
public enum Format {
    HTML("text/html;charset=UTF-8"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    XLSX(LedgerFormat.XLSX_TYPE),
    /** The content itself, with its seal and the digests of the other files. */
    JSON("application/json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of the file's name, without its dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
