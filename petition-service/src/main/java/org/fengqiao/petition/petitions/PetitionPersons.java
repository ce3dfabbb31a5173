package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.fengqiao.kit.privacy.IdentityNumber;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonalData;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Seals and opens what a petition says of persons: petitioners field by field, and the free texts,
 * which name people as often as not. Each ciphertext is bound to the petition and its column.
 */
@ApplicationScoped
class PetitionPersons {

    private static final String TABLE = "petition";

    private final PersonalData personalData;
    private final PersonIndex personIndex;

    PetitionPersons(PersonalData personalData, PersonIndex personIndex) {
        this.personalData = personalData;
        this.personIndex = personIndex;
    }

    /** Writes the petitioners and texts of a new petition. */
    void fill(Petition it, NewPetition given) {
        it.handling.summary = seal(it.id, "summary", given.summary());
        it.handling.request = seal(it.id, "request", given.request());
        it.handling.queryCode = seal(it.id, "queryCode", given.queryCode());
        replace(it, given.petitioners());
    }

    /** Replaces the petitioners and the indexes they are found by. */
    void replace(Petition it, List<NewPetition.NewPetitioner> given) {
        List<Petitioner> petitioners = new ArrayList<>();
        List<String> index = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            NewPetition.NewPetitioner one = given.get(i);
            String number =
                    IdentityNumber.require(
                            one.identityNumber(), "/petitioners/" + i + "/identityNumber");
            UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
            Petitioner clear =
                    new Petitioner(
                            id,
                            one.name(),
                            number,
                            one.phone(),
                            one.address(),
                            Boolean.TRUE.equals(one.representative()));
            petitioners.add(mapped(clear, (column, value) -> seal(it.id, column, value)));
            personIndex.addPerson(index, one.name(), number, one.phone());
        }
        it.petitioners = petitioners;
        it.personIndex = index;
    }

    /**
     * What other petitions of its petitioners are found by: derived anew, since its own indexes are
     * of one key and theirs may be of another.
     */
    List<String> searched(Petition it) {
        return it.petitioners.stream()
                .map(one -> opened(it.id, one))
                .flatMap(
                        one ->
                                personIndex
                                        .ofPerson(one.name(), one.identityNumber(), one.phone())
                                        .stream())
                .toList();
    }

    /** The petitioner in clear: only for an answer that has been audited. */
    Petitioner opened(UUID petitionId, Petitioner it) {
        return mapped(it, (column, value) -> open(petitionId, column, value));
    }

    /** The petitioner as everyone in scope may see it. */
    Petitioner masked(UUID petitionId, Petitioner it) {
        Petitioner clear = opened(petitionId, it);
        return new Petitioner(
                clear.id(),
                PersonalData.maskName(clear.name()),
                PersonalData.maskIdentityNumber(clear.identityNumber()),
                PersonalData.maskPhone(clear.phone()),
                PersonalData.maskAddress(clear.address()),
                clear.representative());
    }

    /** A sealed text of the petition. */
    String seal(UUID petitionId, String column, String text) {
        return personalData.encrypt(text, TABLE, petitionId, column);
    }

    /** A text of the petition in clear. */
    String open(UUID petitionId, String column, String text) {
        return personalData.decrypt(text, TABLE, petitionId, column);
    }

    private static Petitioner mapped(Petitioner it, BinaryOperator<String> sealing) {
        String column = "petitioners." + it.id() + ".";
        return new Petitioner(
                it.id(),
                sealing.apply(column + "name", it.name()),
                sealing.apply(column + "identityNumber", it.identityNumber()),
                sealing.apply(column + "phone", it.phone()),
                sealing.apply(column + "address", it.address()),
                it.representative());
    }
}
