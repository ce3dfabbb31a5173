package org.fengqiao.reporting.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Below the pages a problem is a page, too: of an address that is none, and of whatever is refused
 * before a page is asked for it.
 */
class PageProblems {

    private static final String PAGES = "/pages/";

    private final RefusedPage refusedPage;

    PageProblems(RefusedPage refusedPage) {
        this.refusedPage = refusedPage;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        boolean ofPages = request.getUriInfo().getPath().startsWith(PAGES);
        if (ofPages && type != null && type.getSubtype().equals("problem+json")) {
            response.setEntity(
                    page(response.getStatus()), null, MediaType.valueOf(RefusedPage.HTML));
        }
    }

    // No reader is asked for: who that is, is not known yet where no resource was found.
    private String page(int status) {
        return switch (status) {
            case 403 -> page(status, "您的权限不包括这一页", "Your rights do not include this page");
            case 404 -> page(status, "没有这一页", "There is no such page");
            case 405 -> page(status, "这一页不接受这样的请求", "This page does not take such a request");
            default ->
                    status < 500
                            ? page(
                                    status,
                                    "地址或者填写的内容有误",
                                    "The address or what was typed is at fault")
                            : page(status, "暂时无法打开，请稍后再试", "It cannot be opened now: try again");
        };
    }

    private String page(int status, String zh, String en) {
        return refusedPage.page(status, zh, en, null);
    }
}
