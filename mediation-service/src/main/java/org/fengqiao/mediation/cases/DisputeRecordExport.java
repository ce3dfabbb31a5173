package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.mediation.codes.DisputeScale;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PartyKind;
import org.fengqiao.mediation.codes.SettlementBasis;
import org.fengqiao.mediation.codes.Sex;
import org.fengqiao.mediation.committees.Committees;

/**
 * Cases as dispute records of GB/T 31000-2015, so that nobody enters them again in the platform of
 * comprehensive governance; read page by page.
 */
@ApplicationScoped
class DisputeRecordExport {

    // @formatter:off
    /** The standard's fields in its order. Those nothing is recorded for stay empty, in their place. */
    static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.text("事件名称", "Name"),
            LedgerColumn.date("发生日期", "Date"),
            LedgerColumn.text("地点", "Place"),
            LedgerColumn.code("规模", "Scale", Arrays.asList(DisputeScale.values())),
            LedgerColumn.code("类型", "Type", Arrays.asList(DisputeType.values())),
            LedgerColumn.integer("涉及人数", "Persons involved"),
            LedgerColumn.text("简述", "Summary").personal(),
            LedgerColumn.text("涉及单位", "Organisations involved").personal().many(),
            LedgerColumn.text("主要当事人证件类型", "Main party: type of certificate").personal(),
            LedgerColumn.text("主要当事人证件号码", "Main party: number of certificate").personal(),
            LedgerColumn.text("主要当事人姓名", "Main party: name").personal(),
            LedgerColumn.code("主要当事人性别", "Main party: sex", Arrays.asList(Sex.values())).personal(),
            LedgerColumn.text("主要当事人民族", "Main party: nationality").personal(),
            LedgerColumn.text("主要当事人学历", "Main party: education").personal(),
            LedgerColumn.text("主要当事人人员类别", "Main party: category").personal(),
            LedgerColumn.text("主要当事人住址", "Main party: address").personal(),
            LedgerColumn.date("化解时限", "To be resolved by"),
            LedgerColumn.code("化解方式", "Way of resolution", Arrays.asList(SettlementBasis.values())),
            LedgerColumn.text("化解组织", "Resolving body"),
            LedgerColumn.text("责任人", "Person responsible").personal(),
            LedgerColumn.text("联系方式", "Contact").personal(),
            LedgerColumn.integer("是否成功", "Success"),
            LedgerColumn.text("化解情况", "Resolution"),
            LedgerColumn.date("考评日期", "Assessed on"),
            LedgerColumn.text("考评意见", "Assessment"),
            LedgerColumn.text("经度", "Longitude"),
            LedgerColumn.text("纬度", "Latitude"));
    // @formatter:on

    private static final int PAGE_ROWS = 500;
    // Resident identity card (GA/T 517).
    private static final String IDENTITY_CARD = "111";

    private final MediationCases cases;
    private final CasePersons persons;
    private final Committees committees;
    private final Divisions divisions;
    private final EntityManager entities;
    private final int groupPersons;
    private final int majorGroupPersons;

    DisputeRecordExport(
            MediationCases cases,
            CasePersons persons,
            Committees committees,
            Divisions divisions,
            EntityManager entities,
            @ConfigProperty(name = "fengqiao.mediation.group-persons", defaultValue = "5")
                    int groupPersons,
            @ConfigProperty(name = "fengqiao.mediation.major-group-persons", defaultValue = "30")
                    int majorGroupPersons) {
        this.cases = cases;
        this.persons = persons;
        this.committees = committees;
        this.divisions = divisions;
        this.entities = entities;
        this.groupPersons = groupPersons;
        this.majorGroupPersons = majorGroupPersons;
    }

    /**
     * Gives the disputes of an area that were registered in a period, by division.
     *
     * @param withPersons fills the personal columns: only for a reading that has been audited
     */
    void rows(Scope area, Period period, boolean withPersons, Consumer<Map<String, Object>> sink) {
        Map<UUID, String> names = new HashMap<>();
        MediationCase last = null;
        List<MediationCase> page;
        do {
            page = cases.registered(area, period, last, PAGE_ROWS);
            Map<UUID, Committees.Contact> mediators =
                    withPersons ? committees.contacts(responsible(page)) : Map.of();
            for (MediationCase it : page) {
                Map<String, Object> row = row(it);
                row.put("化解组织", names.computeIfAbsent(it.committeeId, committees::name));
                if (withPersons) {
                    persons(row, it, mediators);
                }
                sink.accept(row);
                last = it;
            }
            entities.clear();
        } while (page.size() == PAGE_ROWS);
    }

    private Map<String, Object> row(MediationCase it) {
        Map<String, Object> row = new HashMap<>();
        row.put("事件名称", name(it));
        row.put("发生日期", it.registeredOn);
        row.put("地点", divisions.fullName(it.place));
        row.put("规模", scale(it.personsInvolved));
        row.put("类型", it.disputeType.code());
        row.put("涉及人数", it.personsInvolved);
        row.put("化解时限", it.mediationDueOn);
        row.put("化解方式", it.basis);
        // Refused, withdrawn and ended by a party are beside the rate (definitions D1): no answer.
        switch (it.status) {
            case AGREED -> row.put("是否成功", 1);
            case NOT_AGREED -> row.put("是否成功", 0);
            case REGISTERED, ACCEPTED, IN_MEDIATION -> row.put("是否成功", null);
            case REFUSED, WITHDRAWN, HANDED_OVER, ENDED_BY_PARTY -> row.put("是否成功", null);
        }
        row.put("化解情况", resolution(it));
        return row;
    }

    /** Place, type and number: a name that names nobody. */
    private String name(MediationCase it) {
        String type = it.disputeType.zh();
        return divisions.name(it.place)
                + type
                + (type.endsWith("争议") ? "" : "纠纷")
                + CaseView.caseNumber(it);
    }

    private DisputeScale scale(int involved) {
        if (involved >= majorGroupPersons) {
            return DisputeScale.MAJOR_GROUP;
        }
        return involved >= groupPersons ? DisputeScale.GROUP : DisputeScale.INDIVIDUAL;
    }

    private static String resolution(MediationCase it) {
        StringBuilder words = new StringBuilder(it.status.zh());
        if (it.proceedings.agreement != null) {
            words.append("，").append(it.proceedings.agreement.form().zh()).append("协议");
        }
        if (it.endedOn != null) {
            words.append("，").append(it.endedOn);
        }
        if (it.performedOn != null) {
            words.append("，已履行，").append(it.performedOn);
        }
        return words.toString();
    }

    private void persons(
            Map<String, Object> row, MediationCase it, Map<UUID, Committees.Contact> mediators) {
        row.put("简述", persons.open(it.id, "summary", it.proceedings.summary));
        List<Party> parties = it.parties.stream().map(p -> persons.opened(it.id, p)).toList();
        row.put(
                "涉及单位",
                parties.stream()
                        .filter(p -> p.kind() == PartyKind.ORGANISATION)
                        .map(Party::name)
                        .collect(Collectors.toList()));
        parties.stream()
                .filter(p -> p.kind() == PartyKind.PERSON)
                .findFirst()
                .ifPresent(p -> mainParty(row, p));
        if (!it.proceedings.mediatorIds.isEmpty()) {
            Committees.Contact mediator = mediators.get(it.proceedings.mediatorIds.get(0));
            row.put("责任人", mediator.name());
            row.put("联系方式", mediator.phone());
        }
    }

    private static void mainParty(Map<String, Object> row, Party party) {
        row.put("主要当事人证件类型", party.identityNumber() == null ? null : IDENTITY_CARD);
        row.put("主要当事人证件号码", party.identityNumber());
        row.put("主要当事人姓名", party.name());
        row.put("主要当事人性别", party.sex());
        row.put("主要当事人民族", party.nationality());
        row.put("主要当事人住址", party.address());
    }

    /** The mediator first assigned answers for a case. */
    private static List<UUID> responsible(List<MediationCase> page) {
        return page.stream()
                .flatMap(it -> it.proceedings.mediatorIds.stream().limit(1))
                .distinct()
                .toList();
    }
}
