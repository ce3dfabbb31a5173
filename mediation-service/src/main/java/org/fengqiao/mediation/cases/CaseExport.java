package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.LedgerKind.Exported;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.committees.Committees;

/** The year's cases as rows of the ledger, read page by page. */
@ApplicationScoped
class CaseExport {

    private static final int PAGE_ROWS = 500;

    private final MediationCases cases;
    private final CasePersons persons;
    private final Committees committees;
    private final Divisions divisions;
    private final EntityManager entities;

    CaseExport(
            MediationCases cases,
            CasePersons persons,
            Committees committees,
            Divisions divisions,
            EntityManager entities) {
        this.cases = cases;
        this.persons = persons;
        this.committees = committees;
        this.divisions = divisions;
        this.entities = entities;
    }

    void rows(ExportQuery query, Consumer<Exported> sink) {
        Map<UUID, String> names = new HashMap<>();
        UUID last = new UUID(0, 0);
        List<MediationCase> page = cases.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        while (!page.isEmpty()) {
            Map<UUID, Committees.Contact> mediators =
                    query.persons() ? committees.contacts(mediatorIds(page)) : Map.of();
            for (MediationCase it : page) {
                Map<String, Object> row = said(it);
                if (it.division.equals(query.unit())) {
                    row.put("编号", "〔" + it.year + "〕" + it.number + "号");
                }
                row.put("调委会", names.computeIfAbsent(it.committeeId, committees::name));
                row.put("发生地", place(it));
                if (query.persons()) {
                    row.putAll(persons(it));
                    row.put("调解员", mediators(it, mediators));
                }
                sink.accept(new Exported(it.id, it.version, row));
            }
            last = page.get(page.size() - 1).id;
            entities.clear();
            page = cases.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        }
    }

    /**
     * As the ledger reads it: a village of the committee's township by name, else blank at the
     * committee's own place, else the code.
     */
    private String place(MediationCase it) {
        return CaseLedger.township(it.division)
                .filter(township -> it.place.startsWith(township.prefix()))
                .filter(township -> !it.place.equals(township.value()))
                .flatMap(none -> divisions.find(it.place))
                .map(Division::name)
                .orElse(it.place.equals(it.division) ? null : it.place);
    }

    private static Set<UUID> mediatorIds(List<MediationCase> page) {
        return page.stream()
                .flatMap(it -> it.proceedings.mediatorIds.stream())
                .collect(Collectors.toSet());
    }

    private static List<String> mediators(
            MediationCase it, Map<UUID, Committees.Contact> contacts) {
        return it.proceedings.mediatorIds.stream().map(id -> contacts.get(id).name()).toList();
    }

    /** What a case says in the ledger's columns, but for its number, places and persons. */
    Map<String, Object> said(MediationCase it) {
        Map<String, Object> row = new HashMap<>();
        row.put("案件来源", it.source.code());
        row.put("移送单位", code(it.referrer));
        row.put("纠纷类型", it.disputeType.code());
        row.put("登记日期", it.registeredOn);
        row.put("受理日期", it.acceptedOn);
        row.put("涉及人数", it.personsInvolved);
        row.put("涉案金额", it.amountYuan);
        row.put("难易程度", it.difficulty.code());
        // A ledger has no word for a case that went on at another committee.
        if (CaseLedger.OUTCOMES.contains(it.status)) {
            row.put("调解结果", it.status.code());
            row.put("结案日期", it.endedOn);
        }
        row.put("履行日期", it.performedOn);
        row.put("参与法律顾问", it.proceedings.counselIds.stream().map(UUID::toString).toList());
        steps(row, it);
        return row;
    }

    private static void steps(Map<String, Object> row, MediationCase it) {
        Proceedings said = it.proceedings;
        if (!said.sessions.isEmpty()) {
            row.put("调解日期", said.sessions.get(0).on());
        }
        if (said.refused != null) {
            row.put("不受理理由", code(said.refused.ground()));
        }
        if (said.ended != null) {
            row.put("告知途径", said.ended.remediesTold().stream().map(Remedy::code).toList());
        }
        if (said.agreement != null) {
            row.put("协议形式", said.agreement.form().code());
            row.put("协议金额", it.agreementAmountYuan());
            row.put("是否确权", code(said.agreement.confirmationBar()));
        }
        if (said.confirmation != null) {
            row.put("司法确认申请日期", said.confirmation.appliedOn());
            row.put("司法确认裁定日期", said.confirmation.ruledOn());
            row.put("司法确认结果", code(said.confirmation.ruling()));
        }
        if (!said.preventionActs.isEmpty()) {
            Proceedings.PreventionAct act = said.preventionActs.get(0);
            row.put("防止情形", act.kind().code());
            row.put("防止日期", act.on());
            row.put("防止人数", act.persons());
        }
    }

    private static String code(Coded value) {
        return value == null ? null : value.code();
    }

    /** What a case says of its parties: for a reading that has been audited, or to compare. */
    Map<String, Object> persons(MediationCase it) {
        Map<String, Object> row = new HashMap<>();
        row.put("简要案情", persons.open(it.id, "summary", it.proceedings.summary));
        for (int i = 0; i < Math.min(2, it.parties.size()); i++) {
            Party party = persons.opened(it.id, it.parties.get(i));
            String which = i == 0 ? "甲" : "乙";
            row.put("当事人" + which, party.name());
            row.put(which + "性别", code(party.sex()));
            row.put(which + "身份证号", party.identityNumber());
        }
        return row;
    }
}
