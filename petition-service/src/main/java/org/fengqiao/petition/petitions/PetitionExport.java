package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.LedgerKind.Exported;
import org.fengqiao.kit.web.Coded;
import org.fengqiao.petition.codes.RatedBody;

/** Petitions as rows of the ledger. */
@ApplicationScoped
class PetitionExport {

    private static final int PAGE_ROWS = 500;

    private final Petitions petitions;
    private final PetitionPersons persons;
    private final Divisions divisions;
    private final EntityManager entities;

    PetitionExport(
            Petitions petitions,
            PetitionPersons persons,
            Divisions divisions,
            EntityManager entities) {
        this.petitions = petitions;
        this.persons = persons;
        this.divisions = divisions;
        this.entities = entities;
    }

    void rows(ExportQuery query, Consumer<Exported> sink) {
        UUID last = new UUID(0, 0);
        List<Petition> page = petitions.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        while (!page.isEmpty()) {
            for (Petition it : page) {
                Map<String, Object> row = said(it);
                row.put("信访件编号", it.nationalNumber);
                row.put("转送机关", it.senderDivision);
                row.put("问题属地", place(it, it.place));
                row.put("户籍地", place(it, it.household));
                row.put("居住地", place(it, it.residence));
                if (query.persons()) {
                    row.putAll(persons(it));
                }
                sink.accept(new Exported(it.id, it.version, row));
            }
            last = page.get(page.size() - 1).id;
            entities.clear();
            page = petitions.ofYear(query.scope(), query.year(), last, PAGE_ROWS);
        }
    }

    /** As the ledger reads it: a village of the organ by name, the code of any other division. */
    private String place(Petition it, String division) {
        if (division == null || division.equals(it.registeredDivision)) {
            return division == null || division.equals(it.place) ? null : division;
        }
        return divisions
                .find(division)
                .filter(one -> divisions.children(it.registeredDivision).contains(one))
                .map(Division::name)
                .orElse(division);
    }

    /** What a petition says in the ledger's columns, but for its number, places and persons. */
    Map<String, Object> said(Petition it) {
        Map<String, Object> row = new HashMap<>();
        row.put("信访形式", it.form.code());
        row.put("信访渠道", code(it.subChannel));
        row.put("信访来源", it.source.code());
        row.put("交办期限", it.assignedDueOn);
        row.put("信访日期", it.petitionedOn);
        row.put("登记日期", it.registeredOn);
        row.put("交换日期", it.exchangedOn);
        row.put("收到日期", received(it));
        row.put("信访目的", it.purpose.code());
        row.put("办理类别", code(it.handlingClass));
        row.put("信访人数", it.persons);
        row.put("内容分类", it.contentClass.code());
        row.put("初重件", it.repetition.code());
        row.put("承办单位", code(it.handlingUnit));
        row.put("受理日期", it.acceptedOn);
        row.put("办理途径", code(it.route));
        row.put("办结日期", it.concludedOn);
        row.put("化解日期", it.resolvedOn);
        row.put("撤回日期", it.withdrawnOn);
        steps(row, it.handling);
        return row;
    }

    /** Only where it says more than the day that is taken for it. */
    private static Object received(Petition it) {
        Origin known =
                new Origin(it.source, it.senderDivision, it.exchangedOn, null, it.assignedDueOn)
                        .completed(it.division, it.form, it.petitionedOn, it.registeredOn);
        return it.receivedOn.equals(known.receivedOn()) ? null : it.receivedOn;
    }

    private static void steps(Map<String, Object> row, Handling said) {
        if (said.notice != null) {
            row.put("告知日期", said.notice.on());
        }
        if (said.refused != null) {
            row.put("不予受理日期", said.refused.on());
            row.put("不予受理理由", code(said.refused.ground()));
        }
        if (!said.extensions.isEmpty()) {
            row.put("延期天数", said.extensionDays());
            row.put("延期批准日期", said.extensions.get(0).on());
            row.put("延期告知日期", said.extensions.get(0).toldOn());
        }
        if (said.conclusion != null) {
            row.put("办结方式", said.conclusion.kind().code());
            row.put("处理意见", code(said.conclusion.outcome()));
        }
        if (said.delivery != null) {
            row.put("答复收到日期", said.delivery.receivedOn());
        }
        review(row, "复查", said.reexamination);
        review(row, "复核", said.finalReview);
        Handling.Rated department = said.rated(RatedBody.PETITION_DEPARTMENT);
        Handling.Rated unit = said.rated(RatedBody.HANDLING_UNIT);
        row.put("信访部门评价", department == null ? null : department.rating().code());
        row.put("责任单位评价", unit == null ? null : unit.rating().code());
        row.put("评价日期", unit != null ? unit.on() : department == null ? null : department.on());
    }

    /**
     * @param name of the review: 复查 or 复核
     */
    private static void review(Map<String, Object> row, String name, Handling.Review it) {
        if (it != null) {
            row.put("申请" + name + "日期", it.requestedOn());
            row.put(name + "意见日期", it.on());
            row.put(name + "结果", code(it.result()));
            row.put(name + "答复收到日期", it.delivery() == null ? null : it.delivery().receivedOn());
        }
    }

    private static String code(Coded value) {
        return value == null ? null : value.code();
    }

    /** What a petition says of persons: for a reading that has been audited, or to compare. */
    Map<String, Object> persons(Petition it) {
        Map<String, Object> row = new HashMap<>();
        row.put("查询码", persons.open(it.id, "queryCode", it.handling.queryCode));
        row.put("概况信息", persons.open(it.id, "summary", it.handling.summary));
        row.put("诉求", persons.open(it.id, "request", it.handling.request));
        if (!it.petitioners.isEmpty()) {
            Petitioner first = persons.opened(it.id, it.petitioners.get(0));
            row.put("信访人", first.name());
            row.put("身份证号", first.identityNumber());
            row.put("联系电话", first.phone());
            row.put("住址", first.address());
        }
        return row;
    }
}
