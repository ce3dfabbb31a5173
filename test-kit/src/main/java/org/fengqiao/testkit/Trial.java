package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One operation that a {@link GuardWalk} tries.
 *
 * @param version headers with the version that the record has; only the right call changes it
 */
record Trial(
        Supplier<RequestSpecification> requests,
        JsonNode document,
        ApiOperation it,
        Visit visit,
        Map<String, String> version) {

    /** As the row says, but for the token; another one each time, to be changed. */
    Call call() {
        Call call = Call.of(requests.get(), it, visit);
        version.forEach(call::header);
        return call;
    }

    /** One scope that the document says suffices, and those it asks for beside. */
    String[] scopes() {
        return Stream.concat(it.scopes().stream().limit(1), it.also().stream())
                .toArray(String[]::new);
    }

    /** Whether the right call may be made again and again. */
    boolean isRead() {
        return it.method().equals("get");
    }
}
