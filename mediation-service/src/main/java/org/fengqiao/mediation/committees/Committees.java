package org.fengqiao.mediation.committees;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.privacy.PersonalData;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** The committees and their mediators, as the cases need them. */
@ApplicationScoped
public class Committees {

    /** Where a committee stands: what a case takes from it. */
    public record Place(UUID id, String division, CommitteeLevel level) {}

    /** A mediator in clear, to be reached. */
    public record Contact(String name, String phone) {}

    private final EntityManager entities;
    private final PersonalData personalData;

    Committees(EntityManager entities, PersonalData personalData) {
        this.entities = entities;
        this.personalData = personalData;
    }

    /** The committee within the scope; 422 with a pointer where there is none such. */
    public Place place(UUID id, Scope scope) {
        Committee it = entities.find(Committee.class, id);
        if (it == null || it.entry.voided() || !scope.contains(it.division())) {
            throw unknown("/committeeId");
        }
        return new Place(it.id, it.division(), it.level);
    }

    /** The committee within the scope that stands on the day of what is entered there. */
    public Place place(UUID id, Scope scope, LocalDate on) {
        Place place = place(id, scope);
        requireStanding(id, on, "/committeeId");
        return place;
    }

    /** Refuses a committee that was established after the day or dissolved before it. */
    public void requireStanding(UUID id, LocalDate on, String pointer) {
        Committee it = entities.find(Committee.class, id);
        if (!it.standsOn(on)) {
            throw notStanding(it, on, pointer);
        }
    }

    /** Any committee: a case may be handed over to one outside the caller's own area. */
    public Place anyPlace(UUID id, LocalDate on) {
        Committee it = entities.find(Committee.class, id);
        if (it == null || it.entry.voided()) {
            throw unknown("/toCommitteeId");
        }
        requireStanding(id, on, "/toCommitteeId");
        return new Place(it.id, it.division(), it.level);
    }

    /** The committee of that name within the scope on that day: how ledgers refer to it. */
    public Place named(String name, Scope scope, LocalDate on) {
        List<Committee> found =
                query(
                        "from Committee where name = :name and entry.voided = false and "
                                + scope.clause("entry.division"),
                        scope,
                        name);
        List<Committee> standing = found.stream().filter(it -> it.standsOn(on)).toList();
        if (standing.isEmpty() && found.size() == 1) {
            throw notStanding(found.get(0), on, "/committeeId");
        }
        if (standing.size() != 1) {
            throw Refusal.of(
                    422,
                    standing.isEmpty() ? "COMMITTEE_UNKNOWN" : "COMMITTEE_AMBIGUOUS",
                    standing.isEmpty() ? "本辖区当日没有该名称的调委会" : "本辖区有多个同名调委会",
                    "The name does not name exactly one committee of the area");
        }
        Committee it = standing.get(0);
        return new Place(it.id, it.division(), it.level);
    }

    /** The committee's name, for exports; the persistence context remembers it. */
    public String name(UUID id) {
        return entities.find(Committee.class, id).name;
    }

    /**
     * Refuses mediators who do not belong to the committee (RT 13, 19), or were not yet or no
     * longer in office on the day.
     */
    public void requireMediators(
            UUID committeeId, Collection<UUID> ids, LocalDate on, String pointer) {
        if (ids.isEmpty()) {
            return;
        }
        List<Mediator> known =
                entities.createQuery(
                                "from Mediator where committeeId = :committee"
                                        + " and id in :ids and entry.voided = false",
                                Mediator.class)
                        .setParameter("committee", committeeId)
                        .setParameter("ids", ids)
                        .getResultList();
        if (known.size() != Set.copyOf(ids).size()) {
            throw Refusal.of(422, "MEDIATOR_UNKNOWN", "调解员不属于本调委会", "Not of this committee")
                    .citing("RT 13")
                    .at(pointer, "须为本调委会调解员", "mediators of the case's committee only");
        }
        if (!known.stream().allMatch(it -> it.isInOfficeOn(on))) {
            throw notInOffice(on, pointer);
        }
    }

    /**
     * The ids of a committee's mediators of these names: how ledgers refer to them. Of several
     * records of a name, who left and came back, the one in office on the day is meant.
     */
    public List<UUID> mediatorsNamed(UUID committeeId, Collection<String> names, LocalDate on) {
        Map<String, List<String>> indexes =
                names.stream()
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        it -> it, it -> personalData.blindIndexes("name", it)));
        List<Mediator> listed =
                entities.createQuery(
                                "from Mediator where committeeId = :committee"
                                        + " and nameIndex in :indexes and entry.voided = false",
                                Mediator.class)
                        .setParameter("committee", committeeId)
                        .setParameter(
                                "indexes", indexes.values().stream().flatMap(List::stream).toList())
                        .getResultList();
        List<UUID> found = new ArrayList<>();
        for (List<String> name : indexes.values()) {
            List<Mediator> known =
                    listed.stream().filter(it -> name.contains(it.nameIndex)).toList();
            List<UUID> inOffice =
                    known.stream().filter(it -> it.isInOfficeOn(on)).map(it -> it.id).toList();
            if (inOffice.isEmpty() && !known.isEmpty()) {
                throw notInOffice(on, "/mediatorIds");
            }
            found.addAll(inOffice);
        }
        return found;
    }

    /** Mediators in clear by their ids: only for a reading that has been audited. */
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        return entities.createQuery("from Mediator where id in :ids", Mediator.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(it -> it.id, this::contact));
    }

    private Contact contact(Mediator it) {
        return new Contact(
                personalData.decrypt(it.name, "mediator", it.id, "name"),
                personalData.decrypt(it.phone, "mediator", it.id, "phone"));
    }

    private List<Committee> query(String hql, Scope scope, String name) {
        TypedQuery<Committee> query =
                entities.createQuery(hql, Committee.class).setParameter("name", name);
        scope.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    private static Refusal unknown(String pointer) {
        return Refusal.of(422, "COMMITTEE_UNKNOWN", "本辖区没有该调委会", "No such committee here")
                .at(pointer, "无此调委会", "names no committee of your area");
    }

    private static Refusal notStanding(Committee it, LocalDate on, String pointer) {
        boolean early = it.establishedOn != null && on.isBefore(it.establishedOn);
        return Refusal.of(
                        422,
                        "COMMITTEE_NOT_STANDING",
                        early ? on + "该调委会尚未成立" : on + "该调委会已经撤销",
                        "The committee does not stand on " + on)
                .at(
                        pointer,
                        early ? "成立于" + it.establishedOn : "撤销于" + it.dissolvedOn,
                        early
                                ? "established on " + it.establishedOn
                                : "dissolved on " + it.dissolvedOn);
    }

    private static Refusal notInOffice(LocalDate on, String pointer) {
        return Refusal.of(
                        422,
                        "MEDIATOR_NOT_IN_OFFICE",
                        "调解员" + on + "不在任",
                        "A mediator is not in office on " + on)
                .at(pointer, "须为当日在任的调解员", "in office on that day only");
    }

    @Produces
    @ApplicationScoped
    RecordKind committeeKind(Register register) {
        return register.kind(Committee.class, Committee.KIND, "committee", "v1/committees");
    }

    @Produces
    @ApplicationScoped
    RecordKind mediatorKind(Register register) {
        return register.kind(Mediator.class, Mediator.KIND, "mediator", "v1/mediators");
    }
}
