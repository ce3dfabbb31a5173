package org.fengqiao.reporting.pages;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.fengqiao.kit.web.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A form is taken from these pages alone: a browser sends the session's cookie along with it, and
 * tells where the form came from. (The cookie is SameSite=Lax besides.)
 */
class SameOrigin {

    private static final String PAGES = "/pages/";

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        boolean ofPages = request.getUriInfo().getPath().startsWith(PAGES);
        if (ofPages && request.getMethod().equals("POST") && !isOurs(request)) {
            throw Refusal.of(
                    403, "FOREIGN_FORM", "只接受本站页面提交的表单", "Only forms of these pages are taken");
        }
    }

    /** Browsers tell the site over https and on the machine itself, the origin everywhere. */
    private static boolean isOurs(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        if (site != null) {
            return site.equals("same-origin");
        }
        return origin != null && authority(origin).equals(authority(request.getUriInfo()));
    }

    private static String authority(UriInfo here) {
        return String.valueOf(here.getBaseUri().getAuthority());
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
