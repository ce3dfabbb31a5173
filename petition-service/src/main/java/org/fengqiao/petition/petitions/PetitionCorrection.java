package org.fengqiao.petition.petitions;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;
import org.fengqiao.petition.petitions.NewPetition.NewPetitioner;

/**
 * A correction: what is given takes the place of what stands, the rest stays. The days of steps can
 * only be corrected where the step was taken.
 *
 * @param reason why; kept sealed in the history
 * @param petitioners all of them, in place of those recorded
 */
@Schema(name = "PetitionCorrection", examples = "{\"reason\":\"录入错误\",\"contentClass\":\"010300\"}")
record PetitionCorrection(
        @NotBlank @Size(max = 500) String reason,
        PetitionForm form,
        SubChannel subChannel,
        PetitionSource source,
        @Pattern(regexp = "\\d{12}") String senderDivision,
        LocalDate exchangedOn,
        LocalDate assignedDueOn,
        PetitionPurpose purpose,
        HandlingClass handlingClass,
        Route route,
        ContentClass contentClass,
        @Pattern(regexp = "\\d{12}") String place,
        @Pattern(regexp = "\\d{12}") String household,
        @Pattern(regexp = "\\d{12}") String residence,
        @Min(1) @Max(NewPetition.MAX_PERSONS) Integer persons,
        Repetition repetition,
        UUID repeatsId,
        HandlingUnit handlingUnit,
        @Size(max = 4000) String summary,
        @Size(max = 2000) String request,
        @Size(max = 500) List<@Valid @NotNull NewPetitioner> petitioners,
        LocalDate petitionedOn,
        LocalDate registeredOn,
        LocalDate receivedOn,
        LocalDate toldOn,
        LocalDate acceptedOn,
        LocalDate concludedOn,
        LocalDate replyReceivedOn,
        LocalDate ratedOn,
        LocalDate resolvedOn,
        LocalDate withdrawnOn) {

    /** Writes it; a correction without content, or of a day that is not there, is refused. */
    void applyTo(Petition it, PetitionPersons sealing, Divisions divisions) {
        requireContent();
        NewPetition.requireNoAccusation(
                purpose, handlingClass, "/petition/v1/petitions/" + it.id + "/sealing");
        describe(it, divisions);
        set(summary, text -> it.handling.summary = sealing.seal(it.id, "summary", text));
        set(request, text -> it.handling.request = sealing.seal(it.id, "request", text));
        set(petitioners, all -> sealing.replace(it, all));
        if (it.petitioners.size() > it.persons) {
            throw Refusal.of(422, "PERSONS", "人数少于列出的信访人", "Fewer persons than are named")
                    .at("/persons", "至少" + it.petitioners.size() + "人", "too few");
        }
        moveDays(it);
        if (it.acceptedOn != null) {
            PetitionRules.requireRoute(it);
        }
        if (it.handling.conclusion != null) {
            PetitionRules.requireKind(it, it.handling.conclusion.kind());
        }
    }

    private void describe(Petition it, Divisions divisions) {
        set(form, value -> it.form = value);
        set(subChannel, value -> it.subChannel = value);
        set(purpose, value -> it.purpose = value);
        set(handlingClass, value -> it.handlingClass = value);
        if (handlingClass == HandlingClass.PROPOSAL) {
            it.route = null;
        }
        set(route, value -> it.route = value);
        set(contentClass, value -> it.contentClass = value);
        set(place, value -> it.place = divisions.require(value, "/place"));
        set(household, value -> it.household = divisions.require(value, "/household"));
        set(residence, value -> it.residence = divisions.require(value, "/residence"));
        set(persons, value -> it.persons = value);
        set(repetition, value -> it.repetition = value);
        set(handlingUnit, value -> it.handlingUnit = value);
    }

    private void moveDays(Petition it) {
        Handling said = it.handling;
        set(petitionedOn, day -> it.petitionedOn = day);
        set(registeredOn, day -> it.registeredOn = inYear(it, day));
        set(receivedOn, day -> it.receivedOn = day);
        correctOrigin(it);
        move(toldOn, said.notice, "/toldOn", day -> said.notice = told(said.notice, day));
        move(acceptedOn, it.acceptedOn, "/acceptedOn", day -> it.acceptedOn = day);
        move(
                concludedOn,
                it.concludedOn,
                "/concludedOn",
                day -> {
                    it.concludedOn = day;
                    said.conclusion = concluded(said.conclusion, day);
                });
        move(
                replyReceivedOn,
                said.delivery,
                "/replyReceivedOn",
                day -> said.delivery = received(said.delivery, day));
        move(
                ratedOn,
                said.ratings.isEmpty() ? null : said.ratings,
                "/ratedOn",
                day -> {
                    LocalDate last = said.lastRatedOn();
                    said.ratings.replaceAll(then -> rated(then, last, day));
                });
        move(
                resolvedOn,
                it.resolvedOn,
                "/resolvedOn",
                day -> {
                    it.resolvedOn = day;
                    said.resolution = new Handling.Resolution(day, said.resolution.how());
                });
        move(withdrawnOn, it.withdrawnOn, "/withdrawnOn", day -> it.withdrawnOn = day);
    }

    /** How it came can be corrected as long as nobody here has sent it on. */
    private void correctOrigin(Petition it) {
        if (Stream.of(source, senderDivision, exchangedOn, assignedDueOn)
                .allMatch(Objects::isNull)) {
            return;
        }
        if (!it.handling.sendings.isEmpty()) {
            throw Refusal.of(
                            409,
                            "SENT_HERE",
                            "已在系统内转送、交办，来源不能更正",
                            "It was sent within the suite: how it came stays")
                    .citing("XF 22");
        }
        PetitionSource how = source == null ? it.source : source;
        boolean sent = how != PetitionSource.DIRECT;
        // A day of receipt that was told stays; one that was the day of the exchange goes with it.
        boolean followed = exchangedOn != null && it.receivedOn.equals(it.exchangedOn);
        new Origin(
                        how,
                        senderDivision != null || !sent ? senderDivision : it.senderDivision,
                        exchangedOn != null || !sent ? exchangedOn : it.exchangedOn,
                        receivedOn != null || followed ? receivedOn : it.receivedOn,
                        assignedDueOn != null || how != PetitionSource.ASSIGNED
                                ? assignedDueOn
                                : it.assignedDueOn)
                .writeTo(it);
    }

    private static Handling.Notice told(Handling.Notice it, LocalDate on) {
        return new Handling.Notice(on, it.onTheSpot(), it.inWriting());
    }

    /** Where only the day of receipt was known, that of sending goes along. */
    private static Handling.Delivery received(Handling.Delivery it, LocalDate on) {
        boolean one = it.on().equals(it.receivedOn());
        return new Handling.Delivery(one ? on : it.on(), on, it.method());
    }

    private static Handling.Rated rated(Handling.Rated it, LocalDate last, LocalDate on) {
        return it.on().equals(last) ? new Handling.Rated(on, it.of(), it.rating()) : it;
    }

    private static Handling.Conclusion concluded(Handling.Conclusion it, LocalDate on) {
        return new Handling.Conclusion(
                on, it.kind(), it.outcome(), it.facts(), it.opinion(), it.legalBasis());
    }

    /** The number names the year, and stays. */
    private static LocalDate inYear(Petition it, LocalDate day) {
        if (day.getYear() != it.year) {
            throw Refusal.of(422, "OTHER_YEAR", "编号的年度不能改变", "The number's year stays")
                    .at("/registeredOn", "应在" + it.year + "年", "within " + it.year);
        }
        return day;
    }

    private void requireContent() {
        if (empty()) {
            throw Refusal.of(422, "NOTHING_CORRECTED", "没有要更正的内容", "Nothing is corrected");
        }
    }

    /** Whether nothing but the reason is given. */
    boolean empty() {
        return Stream.of(
                        form,
                        subChannel,
                        source,
                        senderDivision,
                        exchangedOn,
                        assignedDueOn,
                        purpose,
                        handlingClass,
                        route,
                        contentClass,
                        place,
                        household,
                        residence,
                        persons,
                        repetition,
                        repeatsId,
                        handlingUnit,
                        summary,
                        request,
                        petitioners,
                        petitionedOn,
                        registeredOn,
                        receivedOn,
                        toldOn,
                        acceptedOn,
                        concludedOn,
                        replyReceivedOn,
                        ratedOn,
                        resolvedOn,
                        withdrawnOn)
                .allMatch(Objects::isNull);
    }

    private static <T> void set(T given, Consumer<T> change) {
        if (given != null) {
            change.accept(given);
        }
    }

    private static void move(
            LocalDate given, Object standing, String pointer, Consumer<LocalDate> change) {
        if (given != null && standing == null) {
            throw Refusal.of(422, "STEP_NOT_TAKEN", "尚无此步骤", "The step was not taken")
                    .at(pointer, "没有可更正的日期", "there is no day to correct");
        }
        set(given, change);
    }
}
