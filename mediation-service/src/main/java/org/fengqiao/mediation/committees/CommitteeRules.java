package org.fengqiao.mediation.committees;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Locks;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.fengqiao.mediation.codes.CommitteeRole;
import org.fengqiao.mediation.codes.Sex;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes committees: what must hold of one, and what the law asks of it and is only warned of. */
@ApplicationScoped
class CommitteeRules {

    private final EntityManager entities;
    private final Divisions divisions;
    private final List<String> multiEthnic;

    CommitteeRules(
            EntityManager entities,
            Divisions divisions,
            @ConfigProperty(name = "fengqiao.mediation.multi-ethnic-divisions")
                    Optional<List<String>> multiEthnic) {
        this.entities = entities;
        this.divisions = divisions;
        this.multiEthnic = multiEthnic.orElse(List.of());
    }

    /** A new committee; 409 where the division has one of the name. */
    Committee fresh(CommitteeResource.NewCommittee given, Command command) {
        if (!command.scope().contains(given.division())) {
            // Before the name: of a division elsewhere nothing is told.
            throw Refusal.notFound();
        }
        Committee it = new Committee();
        it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        it.entry = Entry.of(given.division(), given.establishedOn(), command);
        describe(it, given, command.today(), "");
        return it;
    }

    /**
     * Writes what was given.
     *
     * @param at pointer of the committee within the body
     */
    void describe(Committee it, CommitteeResource.NewCommittee given, LocalDate today, String at) {
        requireSound(given, today, at);
        it.entry.requireDivision(given.division(), at + "/division");
        requireNew(it.id, given, at);
        it.level = given.level();
        it.name = given.name();
        it.establishedOn = given.establishedOn();
        it.termEndsOn = given.termEndsOn();
        it.dissolvedOn = given.dissolvedOn();
        it.membersReported = given.membersReported();
        it.womenReported = given.womenReported();
    }

    /**
     * Refuses to void a committee that records rest on: it was no mistake, and is dissolved with a
     * day.
     */
    void requireUnused(UUID id) {
        String sql =
                """
                select exists (select from mediation_case where committee_id = :id and not voided)
                    or exists (select from screening where committee_id = :id and not voided)
                    or exists (select from mediator where committee_id = :id and not voided)
                """;
        boolean used =
                (Boolean) entities.createNativeQuery(sql).setParameter("id", id).getSingleResult();
        if (used) {
            throw Refusal.of(
                    409,
                    "COMMITTEE_IN_USE",
                    "该调委会名下有案件、排查或调解员，不能作废：已撤销的请填撤销日期，登记错的请先更正或作废名下记录",
                    "Cases, screenings or mediators rest on it: give the day it was dissolved, or correct"
                            + " or void those records first");
        }
    }

    /**
     * The committee of the division whose name and time meet with these, or {@code null}: the one
     * that a row of another year's list is about.
     */
    UUID standing(CommitteeResource.NewCommittee given) {
        return namesakes(given).findFirst().orElse(null);
    }

    /** Refuses a second committee of the name: ledgers could no longer tell which one they mean. */
    private void requireNew(UUID id, CommitteeResource.NewCommittee given, String at) {
        Locks.hold(entities, "committee|" + given.division() + "|" + given.name());
        if (namesakes(given).anyMatch(it -> !it.equals(id))) {
            throw Refusal.of(
                            409,
                            "COMMITTEE_EXISTS",
                            "该区划已有同名调委会，重复的请作废",
                            "The division has a committee of this name: void the double one")
                    .at(at + "/name", "已登记", "entered already");
        }
    }

    private Stream<UUID> namesakes(CommitteeResource.NewCommittee given) {
        String hql =
                """
                select id
                from Committee
                where entry.division = :division
                  and name = :name
                  and entry.voided = false
                  and establishedOn <= :until
                  and (dissolvedOn is null or dissolvedOn >= :from)
                order by id
                """;
        LocalDate until =
                given.dissolvedOn() == null ? LocalDate.of(9999, 12, 31) : given.dissolvedOn();
        return entities.createQuery(hql, UUID.class)
                .setParameter("division", given.division())
                .setParameter("name", given.name())
                .setParameter("until", until)
                .setParameter("from", given.establishedOn())
                .getResultStream();
    }

    private static void requireSound(
            CommitteeResource.NewCommittee given, LocalDate today, String at) {
        Days.requirePast(given.establishedOn(), today, at + "/establishedOn");
        requireNotBefore(given.establishedOn(), given.termEndsOn(), at + "/termEndsOn");
        requireNotBefore(given.establishedOn(), given.dissolvedOn(), at + "/dissolvedOn");
        Integer members = given.membersReported();
        if (members != null && given.womenReported() != null && given.womenReported() > members) {
            throw Refusal.of(422, "WOMEN_ABOVE_MEMBERS", "女委员多于委员", "More women than members")
                    .at(at + "/womenReported", "不能多于" + members, "part of the members");
        }
    }

    private static void requireNotBefore(LocalDate establishedOn, LocalDate day, String pointer) {
        if (day != null && day.isBefore(establishedOn)) {
            throw Refusal.of(422, "DATE_ORDER", "日期早于成立日期", "Before it was established")
                    .at(pointer, "不能早于" + establishedOn, "not before establishedOn");
        }
    }

    /**
     * What the law asks of a committee's composition and is not met: warnings, not refusals. Who is
     * chair, and of which nationality, is known only of members that are listed.
     */
    List<String> warnings(Committee committee, LocalDate today) {
        List<Mediator> members =
                entities.createQuery(
                                "from Mediator where committeeId = :committee and leftOn is null"
                                        + " and entry.voided = false and role <> :appointed",
                                Mediator.class)
                        .setParameter("committee", committee.id)
                        .setParameter("appointed", CommitteeRole.APPOINTED)
                        .getResultList();
        List<String> found = new ArrayList<>(warningsOfPlace(committee));
        int count = members.isEmpty() ? orZero(committee.membersReported) : members.size();
        if (count < 3 || count > 9) {
            found.add("委员应为三至九人，现为" + count + "人（RT 8）");
        }
        boolean listed = !members.isEmpty();
        if (listed && members.stream().filter(it -> it.role == CommitteeRole.CHAIR).count() != 1) {
            found.add("应设主任一人（RT 8）");
        }
        boolean woman =
                listed
                        ? members.stream().anyMatch(it -> it.sex == Sex.FEMALE)
                        : orZero(committee.womenReported) > 0;
        if (!woman) {
            found.add("应有妇女成员（RT 8）");
        }
        if (listed && isMultiEthnic(committee) && members.stream().noneMatch(this::isMinority)) {
            found.add("本地区多民族居住，应有人数较少民族的成员（RT 8）");
        }
        if (committee.termEndsOn != null && committee.termEndsOn.isBefore(today)) {
            found.add("任期已于" + committee.termEndsOn + "届满（" + basisOfTerm(committee.level) + "）");
        }
        return found;
    }

    private List<String> warningsOfPlace(Committee it) {
        if (!divisions.mayBe(it.division())) {
            return List.of("区划名录中没有代码" + it.division());
        }
        DivisionCode.Level stands = new DivisionCode(it.division()).level();
        return switch (it.level) {
            case VILLAGE, COMMUNITY ->
                    stands == DivisionCode.Level.VILLAGE ? List.of() : List.of("村（居）调委会的区划应为村（社区）");
            case TOWNSHIP, STREET ->
                    stands == DivisionCode.Level.TOWNSHIP
                            ? List.of()
                            : List.of("乡镇（街道）调委会的区划应为乡镇（街道）");
            case ENTERPRISE, SPECIALIZED -> List.of();
        };
    }

    private boolean isMultiEthnic(Committee committee) {
        return multiEthnic.stream().anyMatch(committee.division()::startsWith);
    }

    private boolean isMinority(Mediator it) {
        return it.nationality != null && !it.nationality.matches("汉族?");
    }

    /** Committees of townships, streets and trades follow the law's term by analogy. */
    private static String basisOfTerm(CommitteeLevel level) {
        return switch (level) {
            case VILLAGE, COMMUNITY, ENTERPRISE -> "RT 9";
            case TOWNSHIP, STREET, SPECIALIZED -> "RT 34、RT 9";
        };
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
