package org.fengqiao.mediation.screenings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.committees.Committees;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes screenings. */
@ApplicationScoped
class Screenings {

    private final Committees committees;

    Screenings(Committees committees) {
        this.committees = committees;
    }

    /** A new screening of a committee within the caller's scope. */
    Screening fresh(ScreeningResource.NewScreening given, Command command) {
        Committees.Place committee = committees.place(given.committeeId(), command.scope());
        Screening it = new Screening();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(committee.division(), given.screenedOn(), command);
        it.committeeId = committee.id();
        it.level = committee.level();
        describe(it, given, command.today(), "");
        return it;
    }

    /**
     * Writes what was given.
     *
     * @param at pointer of the screening within the body
     */
    void describe(Screening it, ScreeningResource.NewScreening given, LocalDate today, String at) {
        if (!given.committeeId().equals(it.committeeId)) {
            throw Refusal.of(422, "COMMITTEE_FIXED", "调委会不能更正", "The committee is fixed")
                    .at(at + "/committeeId", "应为" + it.committeeId, "must stay");
        }
        Days.requirePast(given.screenedOn(), today, at + "/screenedOn");
        if (!given.screenedOn().equals(it.screenedOn)) {
            committees.requireStanding(it.committeeId, given.screenedOn(), at + "/committeeId");
        }
        it.screenedOn = given.screenedOn();
        it.rounds = given.rounds();
        it.disputesFound = given.disputesFound();
        it.prevented = given.prevented();
    }

    @Produces
    @ApplicationScoped
    RecordKind screeningKind(Register register) {
        return register.kind(Screening.class, Screening.KIND, "screening", "v1/screenings");
    }
}
