package org.fengqiao.petition.petitions;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.security.AlsoRequires;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.security.ShowsPersons;

/**
 * What the mediator of a referred petition needs and no event carries: who the parties are. Shown
 * where the committee lies in the caller's area, although the petition does not, and as long as the
 * petition stands: the file of the case is made up after its end.
 */
@Path("v1/mediation-referrals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "petitions", description = "信访件 Petitions")
public class MediationReferralResource {

    /**
     * A referral with its petitioners, and nothing else of the petition.
     *
     * @param referralId as the mediation case has it
     * @param persons how many petition
     * @param disputeType two-digit type of dispute
     */
    @Schema(name = "MediationReferralView")
    record View(
            UUID referralId,
            String petitionNumber,
            UUID matterId,
            String request,
            int persons,
            String disputeType,
            List<Person> petitioners) {}

    /** A petitioner, in clear. */
    @Schema(name = "ReferredPetitioner")
    record Person(String name, String phone, String address) {}

    private final Petitions petitions;
    private final PetitionPersons persons;
    private final Caller caller;
    private final ReadAudit readAudit;

    MediationReferralResource(
            Petitions petitions, PetitionPersons persons, Caller caller, ReadAudit readAudit) {
        this.petitions = petitions;
        this.persons = persons;
        this.caller = caller;
        this.readAudit = readAudit;
    }

    @GET
    @Path("{id}")
    @RolesAllowed("petitions:read")
    @AlsoRequires("persons:read")
    @ShowsPersons
    @Operation(
            operationId = "getMediationReferral",
            summary = "引导调解的信访人 The petitioners of a referral, for its mediator",
            description =
                    "Needs persons:read and a purpose in Fengqiao-Purpose; audited. For the committee's area and the"
                            + " petition's; 404 for any other.")
    public View get(@PathParam("id") UUID id) {
        caller.requirePersons();
        Petition it = petitions.referred(id, caller.scope());
        readAudit.record("getMediationReferral", Petition.KIND, it.id, ReadAudit.Result.SHOWN);
        return new View(
                id,
                PetitionView.petitionNumber(it),
                it.matterId,
                persons.open(it.id, "request", it.handling.request),
                it.persons,
                it.handling.referral(id).disputeType(),
                it.petitioners.stream().map(p -> person(persons.opened(it.id, p))).toList());
    }

    private static Person person(Petitioner clear) {
        return new Person(clear.name(), clear.phone(), clear.address());
    }
}
