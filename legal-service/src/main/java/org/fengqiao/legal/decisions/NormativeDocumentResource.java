package org.fengqiao.legal.decisions;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.legal.registers.RegisterResource;

/** Normative documents. */
@Path("v1/normative-documents")
@Tag(name = "normative-documents", description = "行政规范性文件 Normative documents")
public class NormativeDocumentResource extends RegisterResource<NormativeDocument> {

    NormativeDocumentResource(NormativeDocuments register) {
        super(register);
    }
}
