package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.ExportQuery;

/** The year's cases as rows of the ledger, read page by page. */
@ApplicationScoped
class CaseExport {

    private static final int PAGE_ROWS = 500;

    private final MediationCases cases;
    private final CasePersons persons;
    private final Divisions divisions;
    private final EntityManager entities;

    CaseExport(
            MediationCases cases,
            CasePersons persons,
            Divisions divisions,
            EntityManager entities) {
        this.cases = cases;
        this.persons = persons;
        this.divisions = divisions;
        this.entities = entities;
    }

    void rows(ExportQuery query, Consumer<Map<String, Object>> sink) {
        Map<UUID, String> committees = new HashMap<>();
        UUID last = new UUID(0, 0);
        List<MediationCase> page = cases.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        while (!page.isEmpty()) {
            for (MediationCase it : page) {
                String committee = committees.computeIfAbsent(it.committeeId, this::committee);
                sink.accept(row(it, committee, query.persons()));
            }
            last = page.get(page.size() - 1).id;
            entities.clear();
            page = cases.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        }
    }

    private String committee(UUID id) {
        return entities.createQuery("select name from Committee where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private Map<String, Object> row(MediationCase it, String committee, boolean withPersons) {
        Map<String, Object> row = new HashMap<>();
        row.put("编号", "〔" + it.year + "〕" + it.number + "号");
        row.put("调委会", committee);
        row.put("案件来源", it.source.code());
        row.put("移送单位", it.referrer == null ? null : it.referrer.code());
        row.put("纠纷类型", it.disputeType.code());
        row.put("发生地", divisions.name(it.place));
        row.put("登记日期", it.registeredOn);
        row.put("受理日期", it.acceptedOn);
        row.put("涉及人数", it.personsInvolved);
        row.put("涉案金额", it.amountYuan);
        row.put("难易程度", it.difficulty.code());
        row.put("结案日期", it.endedOn);
        row.put("调解结果", outcome(it));
        row.put("履行日期", it.performedOn);
        row.put("参与法律顾问", it.proceedings.counselIds.stream().map(UUID::toString).toList());
        proceedings(row, it);
        if (withPersons) {
            persons(row, it);
        }
        return row;
    }

    private static String outcome(MediationCase it) {
        boolean listed =
                CaseLedger.OUTCOMES.stream().anyMatch(code -> code.code().equals(it.status.name()));
        return listed ? it.status.name() : null;
    }

    private static void proceedings(Map<String, Object> row, MediationCase it) {
        Proceedings said = it.proceedings;
        if (!said.sessions.isEmpty()) {
            row.put("调解日期", said.sessions.get(0).on());
        }
        if (said.agreement != null) {
            row.put("协议形式", said.agreement.form().code());
            row.put("协议金额", it.agreementAmountYuan());
        }
        if (said.confirmation != null) {
            row.put("司法确认申请日期", said.confirmation.appliedOn());
            row.put("司法确认裁定日期", said.confirmation.ruledOn());
            if (said.confirmation.ruling() != null) {
                row.put("司法确认结果", said.confirmation.ruling().code());
            }
        }
        if (!said.preventionActs.isEmpty()) {
            Proceedings.PreventionAct act = said.preventionActs.get(0);
            row.put("防止情形", act.kind().code());
            row.put("防止日期", act.on());
            row.put("防止人数", act.persons());
        }
    }

    private void persons(Map<String, Object> row, MediationCase it) {
        row.put("简要案情", persons.open(it.id, "summary", it.proceedings.summary));
        for (int i = 0; i < Math.min(2, it.parties.size()); i++) {
            Party party = persons.opened(it.id, it.parties.get(i));
            String which = i == 0 ? "甲" : "乙";
            row.put("当事人" + which, party.name());
            row.put(which + "性别", party.sex() == null ? null : party.sex().code());
            row.put(which + "身份证号", party.identityNumber());
        }
    }
}
