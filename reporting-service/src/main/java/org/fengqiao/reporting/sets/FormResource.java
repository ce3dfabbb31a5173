package org.fengqiao.reporting.sets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.sets.Filing.Key;

/** Forms: which figures a county asks of its townships, how often, by when. */
@Path("v1/figure-set-forms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figure-sets", description = "数据报送 Figure sets of townships")
class FormResource {

    static final String VERSION = "Version, for If-Match 版本";
    static final String READ_TAG = "The ETag that was read 读取时的 ETag";

    /** What a county asks for. */
    @Schema(
            name = "FigureSetFormContent",
            examples =
                    """
                    {"title":"法治政府建设年度报告数据","titleEn":"Figures of the annual report",
                     "periodicity":"YEAR","indicators":["M-01","M-05","P-01"],"dueDays":20,
                     "validFrom":"2024-01-01"}""")
    record Body(
            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 200) String titleEn,
            @NotNull Periodicity periodicity,
            @NotEmpty @Size(max = 200) List<@NotNull String> indicators,
            @NotNull @Min(0) @Max(366) Integer dueDays,
            @NotNull LocalDate validFrom) {

        /**
         * @param known what is there for the county
         */
        Form.Content content(Indicators known) {
            Refusal refusal =
                    Refusal.of(
                            422,
                            "INDICATOR_UNKNOWN",
                            "指标须在指标目录中，且不重复",
                            "Indicators have to be those of the catalogue, each once");
            for (int i = 0; i < indicators.size(); i++) {
                String code = indicators.get(i);
                String at = "/indicators/" + i;
                if (known.find(code).isEmpty()) {
                    refusal = refusal.at(at, "没有指标" + code, "there is no " + code);
                } else if (indicators.indexOf(code) < i) {
                    refusal = refusal.at(at, code + "重复", code + " is given twice");
                }
            }
            if (!refusal.faults().isEmpty()) {
                throw refusal;
            }
            if (!periodicity.beginsOn(validFrom)) {
                throw Refusal.of(
                                422,
                                "VALID_FROM_UNFIT",
                                "起报日期须为一期的首日",
                                "A form is filled from the first day of a period on")
                        .at(
                                "/validFrom",
                                validFrom + "不是一期的首日",
                                validFrom + " does not begin a period");
            }
            return new Form.Content(title, titleEn, periodicity, indicators, dueDays, validFrom);
        }
    }

    /** A form as it holds. */
    @Schema(name = "FigureSetForm")
    record View(
            String code,
            String county,
            int version,
            String title,
            String titleEn,
            Periodicity periodicity,
            List<String> indicators,
            int dueDays,
            LocalDate validFrom) {

        static View of(Form it) {
            return new View(
                    it.code(),
                    it.county(),
                    it.version(),
                    it.content().title(),
                    it.content().titleEn(),
                    it.content().periodicity(),
                    it.content().indicators(),
                    it.content().dueDays(),
                    it.content().validFrom());
        }
    }

    @Schema(name = "FigureSetForms")
    record Views(List<View> items) {}

    private final Forms forms;
    private final Filings filings;
    private final Asked asked;
    private final Catalogue catalogue;
    private final Caller caller;
    private final Clock clock;

    FormResource(
            Forms forms,
            Filings filings,
            Asked asked,
            Catalogue catalogue,
            Caller caller,
            Clock clock) {
        this.forms = forms;
        this.filings = filings;
        this.asked = asked;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("reports:read")
    @Operation(
            operationId = "listFigureSetForms",
            summary = "本县的报表 Forms of the caller's county",
            description = "By their codes, each by its last version.")
    public Views list() throws SQLException {
        return new Views(
                forms.of(Form.countyOf(caller.division())).stream().map(View::of).toList());
    }

    @GET
    @Path("{form}")
    @RolesAllowed("reports:read")
    @Operation(operationId = "getFigureSetForm", summary = "一种报表 A form of the caller's county")
    @APIResponse(
            responseCode = "200",
            description = "报表 The form",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = VERSION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response get(@PathParam("form") String code) throws SQLException {
        return answer(Response.ok(), forms.get(Form.countyOf(caller.division()), code));
    }

    @PUT
    @Path("{form}")
    @RolesAllowed("reports:write")
    @Operation(
            operationId = "putFigureSetForm",
            summary = "设置或修改报表 Create or change a form",
            description =
                    "By the county (县), whose townships all have to fill it. A new form needs no"
                            + " If-Match, a change does; what changes nothing is no change. Sets"
                            + " that were submitted keep the figures they have, and stay what the"
                            + " form asks for: 409 SETS_STRANDED names those of periods that it"
                            + " would not. It may ask for"
                            + " indicators of the county's own (X), in each period that has one"
                            + " definition of them.")
    @APIResponse(
            responseCode = "200",
            description = "已有的报表 The form that was there",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(
            responseCode = "201",
            description = "新的报表 The new form",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Response put(
            @Parameter(description = READ_TAG, example = "\"1\"") @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            @Parameter(example = "annual-report") @PathParam("form") String code,
            @Valid @NotNull Body body)
            throws SQLException {
        String county = asked.county();
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw Refusal.parameter(
                    "form", "报表代码须为小写字母、数字和连字符", "form needs lower-case letters, digits and -");
        }
        Form.Content content = body.content(catalogue.of(county));
        Optional<Form> before = forms.find(county, code);
        if (before.isEmpty() && ifMatch != null) {
            throw Refusal.notFound();
        }
        if (before.isPresent()) {
            Form form = before.get();
            if (ifMatch == null && form.content().equals(content)) {
                return answer(Response.ok(), form);
            }
            if (EntityTags.versionOf(ifMatch) != form.version()) {
                throw EntityTags.stale(form.version());
            }
            requireReachable(county, code, content);
        }
        int version = before.map(it -> it.version() + 1).orElse(1);
        Form form = new Form(county, code, version, content, caller.subject(), clock.instant());
        forms.add(form);
        return answer(
                before.isPresent()
                        ? Response.ok()
                        : Response.created(URI.create("v1/figure-set-forms/" + code)),
                form);
    }

    /** A set is read by the form that holds: none may fall out of its periods. */
    private void requireReachable(String county, String code, Form.Content content)
            throws SQLException {
        Refusal refusal =
                Refusal.of(
                        409,
                        "SETS_STRANDED",
                        "已有报送的期间不在修改后的报表中：请保留，或者另设一种报表",
                        "Sets exist of periods that the form would not ask for any more: keep them,"
                                + " or make another form");
        for (Key it : filings.touched(code, Scope.of(county))) {
            if (!content.asks(it.period())) {
                String field =
                        content.periodicity().has(it.period()) ? "/validFrom" : "/periodicity";
                String set = it.division() + " " + it.period().text();
                refusal = refusal.at(field, "已有" + set, "there is " + set);
            }
        }
        if (!refusal.faults().isEmpty()) {
            throw refusal;
        }
    }

    private static Response answer(Response.ResponseBuilder answer, Form form) {
        return answer.entity(View.of(form))
                .header(HttpHeaders.ETAG, EntityTags.of(form.version()))
                .build();
    }
}
