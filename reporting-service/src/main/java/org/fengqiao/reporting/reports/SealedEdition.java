package org.fengqiao.reporting.reports;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.reporting.documents.Format;

/**
 * An edition as it is downloaded.
 *
 * @param seal SHA-256, hex, over the RFC 8785 form of {@code edition}
 * @param documents digests of the other documents
 */
@Schema(name = "SealedEdition")
record SealedEdition(Edition edition, String seal, List<File> documents) {

    /** The digest of a document: SHA-256, hex. */
    @Schema(name = "EditionDocument")
    record File(Format format, String digest) {}
}
