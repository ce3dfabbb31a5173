package org.fengqiao.petition.petitions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/**
 * A petition to be registered (XF 19, 22, 23).
 *
 * @param division the organ that registers it: the caller's own unless given
 * @param nationalNumber its number in the national petition information system (XF 21)
 * @param queryCode the petitioner's code for asking how it stands; kept sealed
 * @param petitionedOn the day of the letter, visit or call; the day of registration unless given
 * @param on day of registration; today unless given
 * @param receivedOn receipt by this organ; the day it was exchanged, else of registration, unless
 *     given
 * @param exchangedOn the day it came over from the organ that sent it; only for those sent
 * @param senderDivision the organ that sent it; the division above unless given
 * @param assignedDueOn the limit set with an assignment; only with source ASSIGNED
 * @param place division the problem is in; the organ's unless given
 * @param household division of the registered household
 * @param residence division of the residence
 * @param persons how many persons petition: signatories or visitors; at least those named
 * @param repeatsId the petition that this one repeats, where that is in the suite: the matter is
 *     then the same, and counted once
 * @param matterId the matter, where the petition belongs to one already; that of the petition it
 *     repeats, else a new one, unless given
 * @param petitioners those known; an absent name or address is unclear (XF 23)
 */
@Schema(
        name = "NewPetition",
        examples =
                """
                {"form":"LETTER","source":"DIRECT","purpose":"SEEK_SETTLEMENT","contentClass":"010200",
                 "petitionedOn":"2024-03-01","on":"2024-03-04","persons":1,"request":"请求确认宅基地边界",
                 "petitioners":[{"name":"张三","address":"瓦屋镇瓦屋村"}]}""")
record NewPetition(
        @Pattern(regexp = "\\d{12}") String division,
        @Pattern(regexp = "[0-9A-Za-z.-]{1,64}") String nationalNumber,
        @Size(min = 1, max = 40) String queryCode,
        @NotNull PetitionForm form,
        SubChannel subChannel,
        @NotNull PetitionSource source,
        LocalDate petitionedOn,
        LocalDate on,
        LocalDate receivedOn,
        LocalDate exchangedOn,
        @Pattern(regexp = "\\d{12}") String senderDivision,
        LocalDate assignedDueOn,
        @NotNull PetitionPurpose purpose,
        HandlingClass handlingClass,
        Route route,
        @NotNull ContentClass contentClass,
        @Pattern(regexp = "\\d{12}") String place,
        @Pattern(regexp = "\\d{12}") String household,
        @Pattern(regexp = "\\d{12}") String residence,
        @NotNull @Min(1) @Max(MAX_PERSONS) Integer persons,
        Repetition repetition,
        UUID repeatsId,
        UUID matterId,
        @Size(max = 4000) String summary,
        @Size(max = 2000) String request,
        @NotNull @Size(max = 500) List<@Valid @NotNull NewPetitioner> petitioners) {

    static final int MAX_PERSONS = 100_000;

    /**
     * A petitioner as given; what is unclear is left out.
     *
     * @param identityNumber optional; its check digit is checked (GB 11643)
     * @param representative whether elected to speak for the others (XF 20)
     */
    @Schema(name = "NewPetitioner")
    record NewPetitioner(
            @Size(min = 1, max = 100) String name,
            @Size(max = 18) String identityNumber,
            @Size(max = 40) String phone,
            @Size(max = 300) String address,
            Boolean representative) {}

    Origin origin() {
        return new Origin(source, senderDivision, exchangedOn, receivedOn, assignedDueOn);
    }

    /** Writes what describes the petition; number, organ and persons come apart. */
    void describe(Petition it) {
        requireNoAccusation();
        it.form = form;
        it.subChannel = subChannel;
        it.purpose = purpose;
        it.handlingClass = handlingClass == null ? classOf(purpose) : handlingClass;
        it.route = route;
        it.contentClass = contentClass;
        it.repetition = repetition == null ? Repetition.FIRST : repetition;
        it.persons = persons;
        it.nationalNumber = nationalNumber;
        it.household = household;
        it.residence = residence;
        it.petitionedOn = petitionedOn == null ? it.registeredOn : petitionedOn;
        requirePersons();
    }

    /** Accusations have a door of their own, and this one keeps nothing of them (XF 30). */
    void requireNoAccusation() {
        requireNoAccusation(purpose, handlingClass, "/petition/v1/accusations");
    }

    /**
     * The same of what is registered already.
     *
     * @param known the class it is said to be of
     * @param door where it goes instead
     */
    static void requireNoAccusation(PetitionPurpose purpose, HandlingClass known, String door) {
        boolean byPurpose = purpose == PetitionPurpose.ACCUSATION;
        if (byPurpose || known == HandlingClass.ACCUSATION) {
            throw Refusal.of(422, "ACCUSATION", "揭发控告请提交到 " + door, "Accusations go to " + door)
                    .citing("XF 30")
                    .at(
                            byPurpose ? "/purpose" : "/handlingClass",
                            "不在此登记",
                            "is not registered here");
        }
    }

    /** Whether what it says of a repeat fits together: a first petition repeats none. */
    void requireRepetition() {
        if (repetition == Repetition.FIRST && repeatsId != null) {
            throw Refusal.of(422, "REPETITION", "初件不填原信访件", "A first petition repeats none")
                    .at("/repetition", "应为重件", "must be REPEAT");
        }
    }

    private void requirePersons() {
        if (petitioners.size() > persons) {
            throw Refusal.of(422, "PERSONS", "人数少于列出的信访人", "Fewer persons than are named")
                    .at(
                            "/persons",
                            "至少" + petitioners.size() + "人",
                            "at least " + petitioners.size());
        }
    }

    /** The class that follows from the purpose; {@code null} where a person has to say. */
    static HandlingClass classOf(PetitionPurpose purpose) {
        return switch (purpose) {
            case SEEK_SETTLEMENT, APPEAL -> HandlingClass.APPEAL_OR_REQUEST;
            case PROPOSAL -> HandlingClass.PROPOSAL;
            case INQUIRY, OTHER, ACCUSATION -> null;
        };
    }
}
