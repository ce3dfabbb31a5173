package org.fengqiao.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;

/**
 * What is said of an operation that is {@link Retiring}.
 *
 * @param since first day on which it is deprecated
 * @param until first day on which it is gone
 * @param successor path; empty where nothing takes its place
 */
record Retirement(LocalDate since, LocalDate until, String successor) {

    static final int GONE = 410;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LEAST_MONTHS = 12;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    Retirement {
        if (until.isBefore(since.plusMonths(LEAST_MONTHS))) {
            throw new IllegalArgumentException(
                    "Deprecated on "
                            + since
                            + " and gone on "
                            + until
                            + ": clients have "
                            + LEAST_MONTHS
                            + " months at least");
        }
    }

    static Retirement of(Retiring it) {
        return new Retirement(
                LocalDate.parse(it.since()), LocalDate.parse(it.until()), it.successor());
    }

    static Retirement of(AnnotationInstance it) {
        AnnotationValue successor = it.value("successor");
        return new Retirement(
                LocalDate.parse(it.value("since").asString()),
                LocalDate.parse(it.value("until").asString()),
                successor == null ? "" : successor.asString());
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until.atStartOfDay(ZONE).toInstant());
    }

    /** Value of the header {@code Deprecation}: seconds since 1970 (RFC 9745). */
    String deprecation() {
        return "@" + since.atStartOfDay(ZONE).toEpochSecond();
    }

    /** Value of the header {@code Sunset}: a date of HTTP (RFC 8594). */
    String sunset() {
        return HTTP_DATE.format(until.atStartOfDay(ZONE).withZoneSameInstant(ZoneOffset.UTC));
    }

    /** Values of the header {@code Link}: the document that tells of it, and what follows it. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        links.add("</q/openapi>; rel=\"deprecation\"; type=\"application/yaml\"");
        if (!successor.isEmpty()) {
            links.add("<" + successor + ">; rel=\"successor-version\"");
        }
        return links;
    }

    Refusal refusal() {
        return Refusal.of(
                GONE,
                "OPERATION_RETIRED",
                "该操作自" + until + "起停用" + (successor.isEmpty() ? "" : "，请改用" + successor),
                "The operation is gone since "
                        + until
                        + (successor.isEmpty() ? "" : "; use " + successor));
    }

    /** Marks the operation as deprecated in the document; told twice, it stays as it is. */
    void tell(Operation operation) {
        String told =
                "%s起弃用，%s起停用（410）%s Deprecated since %s, gone (410) from %s on%s"
                        .formatted(
                                since,
                                until,
                                successor.isEmpty() ? "" : "，改用" + successor,
                                since,
                                until,
                                successor.isEmpty() ? "" : "; use " + successor);
        String before = operation.getDescription();
        if (before == null || !before.contains(told)) {
            operation.setDescription(before == null ? told : before + "\n\n" + told);
        }
        operation.setDeprecated(true);
        operation.addExtension("x-sunset", until.toString());
        operation.getResponses().getAPIResponses().forEach(this::head);
    }

    private void head(String status, APIResponse answer) {
        if (status.startsWith("2")) {
            answer.addHeader("Deprecation", header("Since when, seconds since 1970 弃用时刻"))
                    .addHeader("Sunset", header("When it is gone, a date of HTTP 停用时刻"))
                    .addHeader("Link", header("What tells of it, and what follows it 说明与替代"));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
