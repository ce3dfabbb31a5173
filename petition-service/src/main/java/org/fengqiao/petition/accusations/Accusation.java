package org.fengqiao.petition.accusations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.accusations.Matter.IdentityRequest;

/** An accusation (检举控告) as its handlers have it; every verb is a step of the table. */
final class Accusation {

    /**
     * Who handles it.
     *
     * @param division the office of the handler: whoever leaves it is no longer the one who was
     *     named
     */
    record Handler(String subject, String division, String namedBy, LocalDate namedOn) {}

    final UUID id;
    int version;
    AccusationStatus status;
    Instant enteredAt;
    LocalDate receivedOn;
    LocalDate transferredOn;
    LocalDate concludedOn;

    /** Keyed digest of whom a fresh one waits for; {@code null} once a handler is named. */
    String waitingFor;

    Matter matter;
    String sealedIdentity;
    List<Handler> handlers = new ArrayList<>();

    Accusation(UUID id) {
        this.id = id;
    }

    boolean handledBy(String subject, String division) {
        return handlers.stream()
                .anyMatch(it -> it.subject().equals(subject) && it.division().equals(division));
    }

    void take(AccusationStep step) {
        status = step.takenFrom(status);
        version++;
    }

    void nameHandler(Handler handler) {
        take(AccusationStep.NAME_HANDLER);
        handlers.removeIf(it -> it.subject().equals(handler.subject()));
        handlers.add(handler);
        waitingFor = null;
    }

    void transfer(Matter.Transfer transfer) {
        requireNotBefore(transfer.on());
        take(AccusationStep.TRANSFER);
        matter.transfers.add(transfer);
        transferredOn = transfer.on();
    }

    void conclude(Matter.Conclusion conclusion) {
        requireNotBefore(conclusion.on());
        take(AccusationStep.CONCLUDE);
        matter.conclusion = conclusion;
        concludedOn = conclusion.on();
    }

    private void requireNotBefore(LocalDate on) {
        LocalDate last = transferredOn == null ? receivedOn : transferredOn;
        if (on.isBefore(last)) {
            throw Refusal.of(422, "DATE_ORDER", "日期早于前一步骤", "Before the step before")
                    .at("/on", "不早于" + last, "not before " + last);
        }
    }

    void requestIdentity(String by, Instant at, String reason) {
        take(AccusationStep.REQUEST_IDENTITY);
        if (find(it -> it.open() && it.requestedBy().equals(by)) >= 0) {
            throw Refusal.of(409, "ALREADY_REQUESTED", "已申请，尚未批准", "Requested already")
                    .citing("XF 30");
        }
        matter.identityRequests.add(
                new IdentityRequest(by, at, reason, null, null, null, null, null));
    }

    /** Another person allows it: who asks cannot answer. */
    void releaseIdentity(String requestedBy, String by, Instant at, String reason, Duration life) {
        take(AccusationStep.RELEASE_IDENTITY);
        if (requestedBy.equals(by)) {
            throw Refusal.of(403, "SECOND_PERSON", "须由另一人批准", "A second person has to release it")
                    .citing("XF 30");
        }
        int asked = find(it -> it.open() && it.requestedBy().equals(requestedBy));
        if (asked < 0) {
            throw Refusal.of(409, "NOT_REQUESTED", "该人没有待批准的申请", "There is no such request")
                    .citing("XF 30");
        }
        matter.identityRequests.set(
                asked, matter.identityRequests.get(asked).released(by, at, reason, at.plus(life)));
    }

    /** Uses the release up. */
    void readIdentity(String by, Instant at) {
        take(AccusationStep.READ_IDENTITY);
        int readable = find(it -> it.readable(by, at));
        if (readable < 0) {
            throw notReleased();
        }
        matter.identityRequests.set(readable, matter.identityRequests.get(readable).read(at));
    }

    /** Whether that person's reading is recent enough for its repetition to be answered. */
    void requireRead(String by, Instant at) {
        if (find(it -> it.wasReadBy(by, at)) < 0) {
            throw notReleased();
        }
    }

    private static Refusal notReleased() {
        return Refusal.of(
                        403,
                        "IDENTITY_NOT_RELEASED",
                        "查阅身份须经另一人批准，批准后限时查阅一次",
                        "A second person has to release it; it is then read once, for a while")
                .citing("XF 30");
    }

    private int find(Predicate<IdentityRequest> which) {
        for (int i = 0; i < matter.identityRequests.size(); i++) {
            if (which.test(matter.identityRequests.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
