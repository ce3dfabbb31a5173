package org.fengqiao.petition.accusations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an accusation says of the accused, and what was done: one sealed document. */
final class Matter {

    String accused;
    List<String> accusedDivisions = new ArrayList<>();
    String text;
    final List<Transfer> transfers = new ArrayList<>();
    Conclusion conclusion;
    final List<IdentityRequest> identityRequests = new ArrayList<>();

    /**
     * Handed, sealed, to the organ that has to handle it (XF 22, 30).
     *
     * @param division of that organ, 12 digits
     */
    record Transfer(LocalDate on, String organ, String division) {}

    record Conclusion(LocalDate on, String result) {}

    /**
     * A handler needs to know who informed; another handler allows it, once and for a while.
     *
     * @param readableUntil set with the release
     * @param readAt when it was read; it is then used up
     */
    record IdentityRequest(
            String requestedBy,
            Instant requestedAt,
            String reason,
            String releasedBy,
            Instant releasedAt,
            String releaseReason,
            Instant readableUntil,
            Instant readAt) {

        boolean open() {
            return releasedBy == null;
        }

        boolean readable(String by, Instant at) {
            return readAt == null && allows(by, at);
        }

        /** The reading that was used stays open to its own repetition. */
        boolean wasReadBy(String by, Instant at) {
            return readAt != null && allows(by, at);
        }

        private boolean allows(String by, Instant at) {
            return requestedBy.equals(by) && !open() && at.isBefore(readableUntil);
        }

        IdentityRequest released(String by, Instant at, String why, Instant until) {
            return new IdentityRequest(requestedBy, requestedAt, reason, by, at, why, until, null);
        }

        IdentityRequest read(Instant at) {
            return new IdentityRequest(
                    requestedBy,
                    requestedAt,
                    reason,
                    releasedBy,
                    releasedAt,
                    releaseReason,
                    readableUntil,
                    at);
        }
    }
}
