package org.fengqiao.kit.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;

/**
 * The authenticated caller of this request, as the token and the {@code Fengqiao-*} headers tell.
 */
@RequestScoped
public class Caller {

    /** Header with the purpose of a read, a code of the list {@code purposes}. */
    public static final String PURPOSE = "Fengqiao-Purpose";

    private static final Pattern ACTING_USER = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final RoutingContext request;
    private final Divisions divisions;

    Caller(
            SecurityIdentity identity,
            JsonWebToken token,
            RoutingContext request,
            Divisions divisions) {
        this.identity = identity;
        this.token = token;
        this.request = request;
        this.divisions = divisions;
    }

    /** Claim {@code iss}. */
    public String issuer() {
        return required("iss");
    }

    /** Claim {@code sub}. */
    public String subject() {
        return required("sub");
    }

    /** The client that got the token: claim {@code azp}, or {@code client_id} (RFC 9068). */
    public String client() {
        String client = claim("azp");
        return client != null ? client : required("client_id");
    }

    /**
     * The 12-digit division of the caller's office.
     *
     * @throws Refusal 403 where the token has none or an invalid one
     */
    public String division() {
        String division = claim("division");
        if (!Scope.isDivision(division)) {
            throw Refusal.of(
                    403,
                    "DIVISION_MISSING",
                    "访问令牌没有有效的行政区划（division）声明",
                    "The access token has no valid claim \"division\" (12 digits)");
        }
        return division;
    }

    /** The same, where the token has one. */
    Optional<String> namedDivision() {
        return Optional.ofNullable(claim("division")).filter(Scope::isDivision);
    }

    /** Whether the token names a division. */
    public boolean hasDivision() {
        return Scope.isDivision(claim("division"));
    }

    /** What the caller's office answers for at today's boundaries: {@link Divisions#scope}. */
    public Scope scope() {
        return divisions.scope(division());
    }

    /**
     * The part of that area a request asks for.
     *
     * @param asked 12 digits; null for all of it
     * @throws Refusal as {@link #division(String)}
     */
    public Scope scope(String asked) {
        return asked == null ? scope() : divisions.scope(division(asked));
    }

    /**
     * The division a request asks for.
     *
     * @throws Refusal 400 where it is no code of a division; 404 where it lies outside the caller's
     *     area, as if it did not exist
     */
    public String division(String asked) {
        return within(asked, false);
    }

    /**
     * The same for what is told as it was reported, figures with their receipts. It may also lie
     * below the caller's own code, as it did when it was reported, and elsewhere now.
     */
    public String reportedDivision(String asked) {
        return within(asked, true);
    }

    private String within(String asked, boolean asReported) {
        if (!DivisionCode.valid(asked)) {
            throw Refusal.parameter("division", "division 须为12位区划代码", "division needs 12 digits");
        }
        boolean reported = asReported && Scope.of(division()).contains(asked);
        if (!reported && !scope().contains(asked)) {
            throw Refusal.notFound();
        }
        return asked;
    }

    /** Whether the token has the scope, e.g. {@code records:read}. */
    public boolean may(String scopeName) {
        return identity.hasRole(scopeName);
    }

    /**
     * The stated purpose: header {@code Fengqiao-Purpose}, a code of the list {@code purposes}.
     *
     * @throws Refusal 400 for an unknown code
     */
    public Optional<String> purpose() {
        String header = request.request().getHeader(PURPOSE);
        if (header == null) {
            return Optional.empty();
        }
        return Optional.of(
                Purpose.ofCode(header)
                        .map(Purpose::code)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                400,
                                                "PURPOSE_UNKNOWN",
                                                "请求头 Fengqiao-Purpose 不是有效的用途代码（见代码表 purposes）",
                                                "Header Fengqiao-Purpose is not a code of the list \"purposes\"")));
    }

    /**
     * The person a machine client acts for: header {@code Fengqiao-Acting-User}, an account name of
     * that system.
     *
     * @throws Refusal 400 unless 1 to 64 letters, digits or {@code . _ @ : -}
     */
    public Optional<String> actingUser() {
        String header = request.request().getHeader("Fengqiao-Acting-User");
        if (header != null && !ACTING_USER.matcher(header).matches()) {
            throw Refusal.of(
                    400,
                    "ACTING_USER_INVALID",
                    "请求头 Fengqiao-Acting-User 须为1至64位字母、数字或 . _ @ : -",
                    "Header Fengqiao-Acting-User needs 1 to 64 letters, digits or . _ @ : -");
        }
        return Optional.ofNullable(header);
    }

    /**
     * Whether this answer may show persons in clear: scope, a purpose and, from a machine, whom it
     * acts for.
     */
    public boolean mayReadPersons() {
        return may("persons:read") && purpose().isPresent() && saysWhomItActsFor();
    }

    /**
     * For what shows persons and nothing else.
     *
     * @throws Refusal 403 unless {@link #mayReadPersons()}
     */
    public void requirePersons() {
        if (!mayReadPersons()) {
            throw missing();
        }
    }

    /**
     * For what is shown by a right of its own, without {@code persons:read}.
     *
     * @throws Refusal 403 unless a purpose is stated and a machine says whom it acts for
     */
    public void requirePurpose() {
        if (purpose().isEmpty() || !saysWhomItActsFor()) {
            throw missing();
        }
    }

    private Refusal missing() {
        if (purpose().isPresent() && !saysWhomItActsFor()) {
            return Refusal.of(
                    403,
                    "ACTING_USER_REQUIRED",
                    "系统接入须在请求头 Fengqiao-Acting-User 注明代表何人",
                    "A machine client says in the header Fengqiao-Acting-User whom it acts for");
        }
        return Refusal.of(
                403,
                "PURPOSE_REQUIRED",
                "请在请求头 Fengqiao-Purpose 注明用途",
                "State a purpose in the header Fengqiao-Purpose");
    }

    private boolean saysWhomItActsFor() {
        return !isMachine() || actingUser().isPresent();
    }

    /**
     * Whether the token was given to a system (client credentials) and not to a person who signed
     * in: it names no person. Some providers name the system; they tell it otherwise, by the
     * subject (RFC 9068) or, as Keycloak does, by the account.
     */
    public boolean isMachine() {
        String name = claim("name");
        String account = claim("preferred_username");
        return name == null
                || name.isBlank()
                || subject().equals(client())
                || account != null && account.startsWith("service-account-");
    }

    private String claim(String name) {
        Object value = identity.isAnonymous() ? null : token.getClaim(name);
        return value == null ? null : value.toString();
    }

    private String required(String name) {
        String value = claim(name);
        if (value == null || value.isBlank()) {
            throw new UnauthorizedException("The access token has no claim \"" + name + "\"");
        }
        return value;
    }
}
