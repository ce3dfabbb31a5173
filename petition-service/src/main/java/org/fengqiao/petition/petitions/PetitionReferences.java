package org.fengqiao.petition.petitions;

import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;

/** What other records of this service may know of a petition that they name. */
@ApplicationScoped
public class PetitionReferences {

    /**
     * A petition as others see it.
     *
     * @param division the organ that holds it now
     */
    public record Reference(UUID id, UUID matterId, String division, ContentClass contentClass) {}

    private final Petitions petitions;

    PetitionReferences(Petitions petitions) {
        this.petitions = petitions;
    }

    /**
     * The petition of that id.
     *
     * @throws Refusal 422 where there is none within the scope, or it is void
     */
    public Reference require(UUID id, Scope scope, String pointer) {
        return of(get(id, scope, pointer));
    }

    /** The same, as this package has it. */
    Petition get(UUID id, Scope scope, String pointer) {
        return Optional.ofNullable(petitions.findById(id))
                .filter(it -> !it.voided && scope.contains(it.division))
                .orElseThrow(
                        () ->
                                Refusal.of(422, "PETITION_UNKNOWN", "本辖区没有该信访件", "No such petition")
                                        .at(pointer, "无此信访件", "names no petition of your area"));
    }

    /** The petition of that national number; of several the one that the division holds. */
    public Optional<Reference> numbered(String nationalNumber, String division, Scope scope) {
        Parameters values = Parameters.with("number", nationalNumber).and("division", division);
        scope.parameters().forEach(values::and);
        String where = "nationalNumber = :number and voided = false and ";
        String order = " order by case when division = :division then 0 else 1 end, id";
        return petitions
                .find(where + scope.clause("division") + order, values)
                .firstResultOptional()
                .map(PetitionReferences::of);
    }

    /** Its national number, {@code null} where it has none or is not here any more. */
    public String nationalNumber(UUID id) {
        Petition it = id == null ? null : petitions.findById(id);
        return it == null ? null : it.nationalNumber;
    }

    private static Reference of(Petition it) {
        return new Reference(it.id, it.matterId, it.division, it.contentClass);
    }
}
