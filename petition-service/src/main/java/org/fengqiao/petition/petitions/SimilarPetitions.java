package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.journal.PersonSearches;
import org.fengqiao.kit.security.Scope;

/**
 * Petitions that may be about the same matter, found by blind indexes of the petitioners. It
 * proposes and never decides: a person records the repeat, or refuses (XF 19, 36).
 */
@ApplicationScoped
class SimilarPetitions {

    private static final int DUPLICATE_WITHIN_DAYS = 30;

    /** What two petitions have in common. */
    @Schema(name = "SharedTrait")
    enum Shared {
        PETITIONER,
        CONTENT_CLASS,
        PLACE
    }

    /** What the system proposes. */
    @Schema(name = "RepeatProposal")
    enum Proposal {
        /** The same letter by another way, or entered twice. */
        DUPLICATE,
        /** The matter again: 重件. */
        REPEAT,
        /** The matter is being handled by an organ below (XF 19). */
        HANDLED_BELOW,
        /**
         * The matter after its final review: not accepted on the same facts and reasons (XF 36).
         */
        SAME_FACTS_AFTER_FINAL_REVIEW
    }

    /** A petition that shares something with the one looked at. */
    @Schema(name = "SimilarPetition")
    record Similar(
            UUID id,
            String petitionNumber,
            String division,
            PetitionStatus status,
            LocalDate registeredOn,
            LocalDate petitionedOn,
            Set<Shared> shared,
            Proposal proposal,
            String legalBasis) {}

    private final Petitions petitions;
    private final PersonSearches searches;
    private final PetitionPersons persons;

    SimilarPetitions(Petitions petitions, PersonSearches searches, PetitionPersons persons) {
        this.petitions = petitions;
        this.searches = searches;
        this.persons = persons;
    }

    /** Those of the scope entered before or after it, newest first. */
    List<Similar> of(Petition it, Scope scope) {
        if (it.personIndex.isEmpty()) {
            return List.of();
        }
        return searches.find(petitions, Petition.class, scope, persons.searched(it)).stream()
                .filter(other -> !other.id.equals(it.id) && !other.voided)
                // The same person's other matters are nobody's business here (D4).
                .filter(other -> isOfOneClass(it, other))
                .map(other -> similar(it, other))
                .toList();
    }

    private static boolean isOfOneClass(Petition it, Petition other) {
        return it.contentClass.firstLevel().equals(other.contentClass.firstLevel());
    }

    private static Similar similar(Petition it, Petition other) {
        Set<Shared> shared = EnumSet.of(Shared.PETITIONER, Shared.CONTENT_CLASS);
        if (it.place.equals(other.place)) {
            shared.add(Shared.PLACE);
        }
        Proposal proposal = proposal(it, other);
        return new Similar(
                other.id,
                PetitionView.petitionNumber(other),
                other.division,
                other.status,
                other.registeredOn,
                other.petitionedOn,
                shared,
                proposal,
                legalBasis(proposal));
    }

    private static Proposal proposal(Petition it, Petition other) {
        if (other.status == PetitionStatus.FINALISED) {
            return Proposal.SAME_FACTS_AFTER_FINAL_REVIEW;
        }
        if (other.isHandled() && isBelow(other.division, it.division)) {
            return Proposal.HANDLED_BELOW;
        }
        long days = Math.abs(ChronoUnit.DAYS.between(it.petitionedOn, other.petitionedOn));
        return days <= DUPLICATE_WITHIN_DAYS ? Proposal.DUPLICATE : Proposal.REPEAT;
    }

    private static boolean isBelow(String organ, String above) {
        return !organ.equals(above) && Scope.of(above).contains(organ);
    }

    private static String legalBasis(Proposal proposal) {
        return switch (proposal) {
            case HANDLED_BELOW -> "XF 19";
            case SAME_FACTS_AFTER_FINAL_REVIEW -> "XF 36";
            case DUPLICATE, REPEAT -> null;
        };
    }
}
