package org.fengqiao.petition.accusations;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.petition.accusations.VaultDoor.Slip;

/** What a write is answered with: a slip, and nothing of what it was about. */
final class AccusationAnswers {

    private static final String PATH = "v1/accusations/";

    /** Which accusation, at which version. */
    @Schema(name = "AccusationSlip")
    record SlipView(UUID id, int version) {}

    private AccusationAnswers() {}

    static Response created(Slip it) {
        return Response.created(URI.create(PATH + it.id()))
                .entity(new SlipView(it.id(), it.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(it.version()))
                .build();
    }

    static Response of(Slip it) {
        return of(it.version(), new SlipView(it.id(), it.version()));
    }

    static Response of(int version, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, EntityTags.of(version)).build();
    }
}
