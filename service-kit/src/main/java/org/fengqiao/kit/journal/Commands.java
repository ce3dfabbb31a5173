package org.fengqiao.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Refusal;

/** Makes the {@link Command} of the present request from its token and headers. */
@RequestScoped
public class Commands {

    /** Legal days are days in China. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,200}");

    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Request request;

    Commands(
            Caller caller,
            Clock clock,
            ObjectMapper json,
            HttpHeaders headers,
            UriInfo uri,
            Request request) {
        this.caller = caller;
        this.clock = clock;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
        this.request = request;
    }

    /** A command that creates a record: {@code Idempotency-Key} required (400). */
    public Command creating(Object body) {
        return of(body, headers.getHeaderString(KEY_HEADER), null);
    }

    /** A command on a record: {@code Idempotency-Key} (400) and {@code If-Match} (428) required. */
    public Command changing(Object body) {
        Integer version = EntityTags.versionOf(headers.getHeaderString(HttpHeaders.IF_MATCH));
        return of(body, headers.getHeaderString(KEY_HEADER), version);
    }

    /** The legal day in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /**
     * A command of a form, whose fields carry what are headers of a request over the API.
     *
     * @param key 8 to 200 visible ASCII characters, one for each form that is shown
     * @param version that was shown; null where a record is created
     */
    public Command of(Object body, String key, Integer version) {
        Instant now = clock.instant();
        if (key == null || !KEY.matcher(key).matches()) {
            throw Refusal.of(
                    400,
                    "IDEMPOTENCY_KEY_REQUIRED",
                    "请求头 Idempotency-Key 必填，8至200个可见ASCII字符",
                    "The header Idempotency-Key is required, 8 to 200 visible ASCII characters");
        }
        return new Command(
                caller.issuer(),
                caller.subject(),
                caller.client(),
                caller.division(),
                caller.scope(),
                sha256(String.join("\n", caller.issuer(), caller.subject(), caller.client(), key)),
                sha256(String.join("\n", request.getMethod(), uri.getPath(), written(body))),
                version,
                now,
                LocalDate.ofInstant(now, SHANGHAI));
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request body that was read cannot be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }
}
