package org.fengqiao.mediation.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes meetings, and seals and opens their decisions. */
@ApplicationScoped
class Meetings {

    private static final String TABLE = "meeting";

    private final EntityManager entities;
    private final PersonalData personalData;

    Meetings(EntityManager entities, PersonalData personalData) {
        this.entities = entities;
        this.personalData = personalData;
    }

    /** A new meeting. */
    Meeting fresh(MeetingResource.NewMeeting given, Command command) {
        Meeting it = new Meeting();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.heldOn(), command);
        describe(it, given, command, "");
        return it;
    }

    /**
     * Writes what was given. Decisions that are left out stay as they were: who corrects a meeting
     * need not have seen them.
     *
     * @param at pointer of the meeting within the body
     */
    void describe(Meeting it, MeetingResource.NewMeeting given, Command command, String at) {
        it.entry.requireDivision(given.division(), at + "/division");
        Days.requirePast(given.heldOn(), command.today(), at + "/heldOn");
        List<UUID> caseIds = given.caseIds() == null ? List.of() : given.caseIds();
        requireCases(caseIds, command.scope(), at + "/caseIds/");
        it.heldOn = given.heldOn();
        it.units = given.units();
        it.casesDiscussed = given.casesDiscussed();
        it.caseIds = caseIds;
        if (given.decisions() != null) {
            it.decisions = personalData.encrypt(given.decisions(), TABLE, it.id, "decisions");
        }
    }

    /** The decisions in clear: only for an answer that has been audited. */
    String decisions(Meeting it) {
        return personalData.decrypt(it.decisions, TABLE, it.id, "decisions");
    }

    private void requireCases(List<UUID> ids, Scope scope, String at) {
        if (ids.isEmpty()) {
            return;
        }
        List<?> known = known(ids, scope);
        if (known.size() == ids.size()) {
            return;
        }
        Refusal refusal = Refusal.of(422, "CASE_UNKNOWN", "本辖区没有该案件", "No such case in your area");
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                refusal = refusal.at(at + i, "无此案件", "names no case of your area");
            }
        }
        throw refusal;
    }

    private List<?> known(List<UUID> ids, Scope scope) {
        String sql =
                """
                select id
                from mediation_case
                where id in (:ids)
                  and not voided
                  and %s
                """
                        .formatted(scope.clause("division"));
        Query query = entities.createNativeQuery(sql, UUID.class).setParameter("ids", ids);
        scope.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    @Produces
    @ApplicationScoped
    RecordKind meetingKind(Register register) {
        return register.kind(Meeting.class, Meeting.KIND, "meeting", "v1/meetings");
    }
}
