package org.fengqiao.kit.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fengqiao.kit.limits.Rates.Kind;
import org.fengqiao.kit.limits.Rates.Payer;
import org.fengqiao.kit.limits.Rates.Standing;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.HarmlessToRepeat;
import org.fengqiao.kit.web.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses who asks too often: 429, when to come again, and how much is left in the headers of the
 * draft draft-ietf-httpapi-ratelimit-headers. Who lacks the scope was refused before and pays
 * nothing.
 */
class RateLimit {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Rates rates;
    private final Transfers transfers;
    private final Caller caller;
    private final MeterRegistry meters;

    RateLimit(Rates rates, Transfers transfers, Caller caller, MeterRegistry meters) {
        this.rates = rates;
        this.transfers = transfers;
        this.caller = caller;
        this.meters = meters;
    }

    /** Before a body is looked at, or a file read. */
    @ServerRequestFilter(priority = 100, nonBlocking = true)
    void check(ResourceInfo resource, RoutingContext request) {
        Method operation = resource.getResourceMethod();
        Kind kind = kind(operation, request.request().method().name());
        List<Standing> standings =
                operation.isAnnotationPresent(PermitAll.class)
                        ? List.of(rates.take(Payer.ADDRESS, kind, address(request)))
                        : known(kind);
        Standing tightest =
                standings.stream().min(Comparator.comparingLong(Standing::left)).orElseThrow();
        tell(tightest, request);
        if (!tightest.admitted()) {
            throw tooOften(tightest);
        }
        if ((kind == Kind.EXPORTS || takesFile(operation)) && !transfers.begins(request)) {
            count("transfers");
            throw Refusal.of(
                    503,
                    "TRANSFERS_BUSY",
                    "正在传输的文件过多，请稍后重试",
                    "Too many files are being sent: try again");
        }
        if (kind == Kind.EXPORTS || operation.isAnnotationPresent(TakesLong.class)) {
            StatementLimits.lift(request);
        }
    }

    private static Kind kind(Method operation, String method) {
        if (operation.isAnnotationPresent(Export.class)) {
            return Kind.EXPORTS;
        }
        return SAFE.contains(method) || operation.isAnnotationPresent(HarmlessToRepeat.class)
                ? Kind.READS
                : Kind.WRITES;
    }

    private static boolean takesFile(Method operation) {
        Consumes type = operation.getAnnotation(Consumes.class);
        return type != null && List.of(type.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    /** The narrowest first: who is refused there takes nothing from the others. */
    private List<Standing> known(Kind kind) {
        List<Standing> standings = new ArrayList<>();
        if (!caller.isMachine()) {
            standings.add(rates.take(Payer.PERSON, kind, caller.issuer() + " " + caller.subject()));
        }
        if (caller.hasDivision() && admitted(standings)) {
            standings.add(rates.take(Payer.DIVISION, kind, caller.division()));
        }
        if (admitted(standings)) {
            standings.add(rates.take(Payer.CLIENT, kind, caller.client()));
        }
        return standings;
    }

    private static boolean admitted(List<Standing> standings) {
        return standings.stream().allMatch(Standing::admitted);
    }

    /**
     * What the connection says, or, where a proxy is trusted by the settings, what that one does.
     */
    private static String address(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }

    private static void tell(Standing it, RoutingContext request) {
        request.response()
                .putHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=60".formatted(it.policy(), it.perMinute()))
                .putHeader(
                        "RateLimit",
                        "\"%s\";r=%d;t=%d".formatted(it.policy(), it.left(), it.seconds()));
    }

    private Refusal tooOften(Standing it) {
        count(it.payer().name().toLowerCase(Locale.ROOT));
        return Refusal.of(
                        429,
                        "RATE_EXCEEDED",
                        "请求过于频繁（" + it.policy() + "：每分钟" + it.perMinute() + "次），请稍后重试",
                        "Too many requests (%s: %d a minute): try again later"
                                .formatted(it.policy(), it.perMinute()))
                .citing("SETTING")
                .passingIn(it.seconds());
    }

    private void count(String limit) {
        meters.counter("fengqiao.limits.refused", "limit", limit).increment();
    }
}
