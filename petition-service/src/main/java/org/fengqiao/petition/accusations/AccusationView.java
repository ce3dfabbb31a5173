package org.fengqiao.petition.accusations;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An accusation as a handler sees it: who informed is masked, and the originals, which would tell,
 * are counted only.
 */
@Schema(name = "AccusationView")
record AccusationView(
        UUID id,
        int version,
        AccusationStatus status,
        String statusLabel,
        LocalDate receivedOn,
        LocalDate transferredOn,
        LocalDate concludedOn,
        boolean anonymous,
        List<Informer> informers,
        String accused,
        List<String> accusedDivisions,
        String text,
        int originalCount,
        List<HandlerView> handlers,
        List<TransferView> transfers,
        String result,
        List<IdentityRequestView> identityRequests,
        List<AccusationStep> nextSteps) {

    @Schema(name = "AccusationHandlerView")
    record HandlerView(String subject, String division, String namedBy, LocalDate namedOn) {}

    @Schema(name = "AccusationTransferView")
    record TransferView(LocalDate on, String organ, String division) {}

    @Schema(name = "IdentityRequestView")
    record IdentityRequestView(
            String requestedBy,
            OffsetDateTime requestedAt,
            String reason,
            String releasedBy,
            OffsetDateTime releasedAt,
            String releaseReason,
            OffsetDateTime readableUntil,
            OffsetDateTime readAt) {

        static IdentityRequestView of(Matter.IdentityRequest it) {
            return new IdentityRequestView(
                    it.requestedBy(),
                    offset(it.requestedAt()),
                    it.reason(),
                    it.releasedBy(),
                    offset(it.releasedAt()),
                    it.releaseReason(),
                    offset(it.readableUntil()),
                    offset(it.readAt()));
        }

        private static OffsetDateTime offset(java.time.Instant at) {
            return at == null ? null : at.atOffset(ZoneOffset.UTC);
        }
    }

    static AccusationView of(Accusation it, Identity identity) {
        return new AccusationView(
                it.id,
                it.version,
                it.status,
                it.status.zh(),
                it.receivedOn,
                it.transferredOn,
                it.concludedOn,
                identity.informers().isEmpty(),
                identity.masked(),
                it.matter.accused,
                it.matter.accusedDivisions,
                it.matter.text,
                identity.originals().size(),
                it.handlers.stream()
                        .map(
                                h ->
                                        new HandlerView(
                                                h.subject(),
                                                h.division(),
                                                h.namedBy(),
                                                h.namedOn()))
                        .toList(),
                it.matter.transfers.stream()
                        .map(t -> new TransferView(t.on(), t.organ(), t.division()))
                        .toList(),
                it.matter.conclusion == null ? null : it.matter.conclusion.result(),
                it.matter.identityRequests.stream().map(IdentityRequestView::of).toList(),
                Arrays.stream(AccusationStep.values())
                        .filter(step -> step.allowedFrom(it.status))
                        .toList());
    }
}
