package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Figure sets over the API, as the offices of one county: a form, its units, their steps. */
final class FigureSets {

    static final String COUNTY = "410423000000";

    private static final String FORMS = "/reporting/v1/figure-set-forms/";
    private static final String SETS = "/reporting/v1/figure-sets/";

    private final String form;
    private final String period;

    private FigureSets(String form, String period) {
        this.form = form;
        this.period = period;
    }

    /** Of a new yearly form of the county. */
    static FigureSets of(String form, String period, String... indicators) {
        return ofCounty(COUNTY, form, period, indicators);
    }

    static FigureSets ofCounty(String county, String form, String period, String... indicators) {
        putForm(county, form, null, content("YEAR", indicators)).statusCode(201);
        return existing(form, period);
    }

    static FigureSets existing(String form, String period) {
        return new FigureSets(form, period);
    }

    /** Of a new yearly form that the county asks for from that year on. */
    static FigureSets since(String validFrom, String form, String... indicators) {
        Map<String, Object> content = new HashMap<>(content("YEAR", indicators));
        content.put("validFrom", validFrom + "-01-01");
        putForm(COUNTY, form, null, content).statusCode(201);
        return existing(form, validFrom);
    }

    static Map<String, Object> content(String periodicity, String... indicators) {
        return Map.of(
                "title",
                "年度报告数据",
                "titleEn",
                "Figures of the annual report",
                "periodicity",
                periodicity,
                "indicators",
                List.of(indicators),
                "dueDays",
                20,
                "validFrom",
                "2020-01-01");
    }

    static ValidatableResponse putForm(
            String office, String form, Integer version, Map<String, Object> content) {
        return as(office)
                .headers(version == null ? Map.of() : Map.of("If-Match", tag(version)))
                .contentType(ContentType.JSON)
                .body(content)
                .put(FORMS + form)
                .then();
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    FigureSets in(String otherPeriod) {
        return new FigureSets(form, otherPeriod);
    }

    String path(String unit) {
        return SETS + form + "/" + unit + "/" + period;
    }

    ValidatableResponse get(String office, String unit, String below) {
        return as(office).get(path(unit) + below).then();
    }

    ValidatableResponse list(String office) {
        return as(office)
                .queryParam("form", form)
                .queryParam("period", period)
                .get("/reporting/v1/figure-sets")
                .then();
    }

    ValidatableResponse comparison(String format) {
        return as(COUNTY)
                .queryParam("form", form)
                .queryParam("period", period)
                .queryParams(format == null ? Map.of() : Map.of("format", format))
                .get("/reporting/v1/figure-sets/comparison")
                .then();
    }

    ValidatableResponse submit(String unit, int version, String... nil) {
        return step(unit, unit, "submission", version, Map.of("nilReturns", List.of(nil)));
    }

    ValidatableResponse giveBack(String unit, int version, String reason) {
        return step(COUNTY, unit, "return", version, Map.of("reason", reason));
    }

    ValidatableResponse accept(String unit, int version) {
        return step(COUNTY, unit, "acceptance", version, null);
    }

    ValidatableResponse reopen(String unit, int version, String reason) {
        return step(COUNTY, unit, "reopening", version, Map.of("reason", reason));
    }

    /** A step by any office. */
    ValidatableResponse step(
            String office, String unit, String step, int version, Map<String, Object> body) {
        var request = as(office).header("If-Match", tag(version));
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.put(path(unit) + "/" + step).then();
    }
}
