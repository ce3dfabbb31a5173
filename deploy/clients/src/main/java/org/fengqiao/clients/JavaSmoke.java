package org.fengqiao.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.client.mediation.ApiClient;
import org.fengqiao.client.mediation.ApiException;
import org.fengqiao.client.mediation.ApiResponse;
import org.fengqiao.client.mediation.api.CasesApi;
import org.fengqiao.client.mediation.api.CasesApi.APIAcceptCaseRequest;
import org.fengqiao.client.mediation.api.CasesApi.APIGetCaseRequest;
import org.fengqiao.client.mediation.api.CasesApi.APIListCasesRequest;
import org.fengqiao.client.mediation.api.CasesApi.APIRegisterCaseRequest;
import org.fengqiao.client.mediation.api.CodeListsApi;
import org.fengqiao.client.mediation.api.CodeListsApi.APIGetCodeListRequest;
import org.fengqiao.client.mediation.api.CommitteesApi;
import org.fengqiao.client.mediation.api.CommitteesApi.APIListCommitteesRequest;
import org.fengqiao.client.mediation.model.Acceptance;
import org.fengqiao.client.mediation.model.CaseSource;
import org.fengqiao.client.mediation.model.CaseStatus;
import org.fengqiao.client.mediation.model.DisputeType;
import org.fengqiao.client.mediation.model.MediationCaseItem;
import org.fengqiao.client.mediation.model.MediationCasePage;
import org.fengqiao.client.mediation.model.MediationCaseView;
import org.fengqiao.client.mediation.model.NewCase;
import org.fengqiao.client.mediation.model.NewParty;
import org.fengqiao.client.mediation.model.PartyKind;
import org.fengqiao.client.mediation.model.PartyRole;
import org.fengqiao.client.mediation.model.Problem;
import org.fengqiao.client.reporting.api.FiguresApi;
import org.fengqiao.client.reporting.model.Figure;
import org.fengqiao.client.reporting.model.FigureStatus;

/**
 * One case over the running suite by the generated Java clients, each check a line: {@code ok} or
 * {@code FAIL}. Addresses and token come from the environment, as {@code deploy/up} gives them.
 */
final class JavaSmoke {

    private final Consumer<HttpRequest.Builder> token =
            it -> {
                it.header("Authorization", "Bearer " + System.getenv("TOKEN_VILLAGE"));
                it.header("Accept-Language", "en");
            };
    private final ApiClient client = new ApiClient().setRequestInterceptor(token);
    private final CasesApi cases;
    private boolean failed;

    private JavaSmoke() {
        client.updateBaseUri(System.getenv("MEDIATION_URL"));
        cases = new CasesApi(client);
    }

    public static void main(String[] arguments) throws Exception {
        JavaSmoke smoke = new JavaSmoke();
        ApiResponse<MediationCaseView> registered = smoke.registers();
        smoke.readsBack(registered.getData().getId());
        smoke.accepts(registered);
        smoke.readsAFigure();
        System.exit(smoke.failed ? 1 : 0);
    }

    private ApiResponse<MediationCaseView> registers() throws ApiException {
        UUID committee =
                new CommitteesApi(client)
                        .listCommittees(APIListCommitteesRequest.newBuilder().limit(1).build())
                        .getItems()
                        .get(0)
                        .getId();
        APIRegisterCaseRequest request =
                APIRegisterCaseRequest.newBuilder()
                        .idempotencyKey("java-" + UUID.randomUUID())
                        .newCase(example(committee))
                        .build();
        ApiResponse<MediationCaseView> registered = cases.registerCaseWithHttpInfo(request);
        check("registered", 201, registered.getStatusCode());
        check(
                "a repeat gives the same case",
                registered.getData().getId(),
                cases.registerCase(request).getId());
        return registered;
    }

    private static NewCase example(UUID committee) {
        return new NewCase()
                .committeeId(committee)
                .source(CaseSource.ON_APPLICATION)
                .disputeType(DisputeType.NEIGHBOURHOOD)
                .personsInvolved(2)
                .summary("院墙滴水")
                .parties(
                        List.of(
                                party(PartyRole.APPLICANT, "赵爪哇"),
                                party(PartyRole.RESPONDENT, "钱爪哇")));
    }

    private static NewParty party(PartyRole role, String name) {
        return new NewParty().role(role).kind(PartyKind.PERSON).name(name);
    }

    private void readsBack(UUID id) throws ApiException {
        MediationCaseView read = cases.getCase(APIGetCaseRequest.newBuilder().id(id).build());
        check("read back", CaseStatus.REGISTERED, read.getStatus());
        check("its type", DisputeType.NEIGHBOURHOOD, read.getDisputeType());
        String cursor = null;
        MediationCaseItem listed = null;
        do {
            MediationCasePage page =
                    cases.listCases(
                            APIListCasesRequest.newBuilder()
                                    .status(CaseStatus.REGISTERED)
                                    .limit(200)
                                    .cursor(cursor)
                                    .build());
            cursor = page.getNext();
            for (MediationCaseItem it : page.getItems()) {
                listed = it.getId().equals(id) ? it : listed;
            }
        } while (cursor != null);
        check("listed", id, listed == null ? null : listed.getId());
        String listName = "dispute-types";
        check(
                "a code list has a version",
                true,
                new CodeListsApi(client)
                                .getCodeList(
                                        APIGetCodeListRequest.newBuilder().name(listName).build())
                                .getVersion()
                        > 0);
    }

    private void accepts(ApiResponse<MediationCaseView> registered)
            throws ApiException, JsonProcessingException {
        String seen = registered.getHeaders().get("etag").get(0);
        check("accepted", CaseStatus.ACCEPTED, accept(registered, seen).getStatus());
        try {
            accept(registered, seen);
            check("a version that is stale", "refused", "taken");
        } catch (ApiException e) {
            Problem problem =
                    client.getObjectMapper().readValue(e.getResponseBody(), Problem.class);
            check("a version that is stale", 412, e.getCode());
            check("its problem", "STALE_VERSION", problem.getCode());
        }
    }

    private MediationCaseView accept(ApiResponse<MediationCaseView> registered, String seen)
            throws ApiException {
        return cases.acceptCase(
                APIAcceptCaseRequest.newBuilder()
                        .id(registered.getData().getId())
                        .idempotencyKey("java-" + UUID.randomUUID())
                        .ifMatch(seen)
                        .acceptance(new Acceptance())
                        .build());
    }

    private void readsAFigure() throws org.fengqiao.client.reporting.ApiException {
        org.fengqiao.client.reporting.ApiClient reporting =
                new org.fengqiao.client.reporting.ApiClient().setRequestInterceptor(token);
        reporting.updateBaseUri(System.getenv("REPORTING_URL"));
        Figure figure =
                new FiguresApi(reporting)
                        .listFigures(
                                FiguresApi.APIListFiguresRequest.newBuilder()
                                        .indicator("M-01")
                                        .division("410423106201")
                                        .period("2024")
                                        .build())
                        .getFigures()
                        .get(0);
        check("a figure", FigureStatus.OK, figure.getStatus());
    }

    private void check(String what, Object expected, Object actual) {
        boolean same = Objects.equals(expected, actual);
        failed |= !same;
        System.out.println(
                same
                        ? "ok    Java client, " + what + ": " + actual
                        : "FAIL  Java client, "
                                + what
                                + ": expected "
                                + expected
                                + ", got "
                                + actual);
    }
}
