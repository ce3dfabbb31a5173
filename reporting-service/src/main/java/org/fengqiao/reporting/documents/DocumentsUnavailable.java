package org.fengqiao.reporting.documents;

/** What draws the documents is not there or does not answer: the operator's to mend. */
public class DocumentsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentsUnavailable(String message) {
        super(message);
    }

    DocumentsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
