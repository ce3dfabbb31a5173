package org.fengqiao.reporting.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import org.fengqiao.kit.web.Refusal;

/** A refusal is a page too; over the API it is a problem. */
@RequestScoped
class RefusedPage {

    static final String HTML = "text/html;charset=UTF-8";

    private final Reader reader;

    RefusedPage(Reader reader) {
        this.reader = reader;
    }

    Response of(Refusal refusal) {
        Language language = reader.language(null);
        String text = new Terms(language).of(refusal.zh(), refusal.en());
        String page = reader.open(Templates.refused(refusal.status(), text), language).render();
        return Response.status(refusal.status()).entity(page).type(HTML).build();
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
