package org.fengqiao.reporting.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import org.fengqiao.kit.web.Refusal;

/** A refusal is a page too; over the API it is a problem. */
@RequestScoped
class RefusedPage {

    static final String HTML = "text/html;charset=UTF-8";

    private static final int NOT_FOUND = 404;

    private final Reader reader;

    RefusedPage(Reader reader) {
        this.reader = reader;
    }

    /** Who has come to what is not there, or is not for the reader, is told what is. */
    Response of(Refusal refusal) {
        int status = refusal.status();
        String office = status == NOT_FOUND ? reader.office().orElse(null) : null;
        return Response.status(status)
                .entity(page(status, refusal.zh(), refusal.en(), office))
                .type(HTML)
                .build();
    }

    /**
     * The page itself.
     *
     * @param office whose pages the reader may open; null where that is not to be told
     */
    String page(int status, String zh, String en, String office) {
        Language language = reader.language(null);
        String text = new Terms(language).of(zh, en);
        return reader.open(Templates.refused(status, text, office), language).render();
    }

    Response forbidden() {
        return of(
                Refusal.of(
                        403,
                        "SCOPE_MISSING",
                        "您的权限不包括这一页",
                        "Your rights do not include this page"));
    }
}
