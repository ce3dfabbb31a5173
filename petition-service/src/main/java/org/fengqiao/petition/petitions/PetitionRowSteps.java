package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fengqiao.kit.journal.DayOrder;
import org.fengqiao.kit.ledger.LedgerNote;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.DeliveryMethod;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.RatedBody;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.Repetition;

/**
 * The lawful steps that a ledger's row tells of, on the ledger's own dates; taken in memory. What
 * the row does not tell stays untold: nothing is assumed.
 */
@ApplicationScoped
class PetitionRowSteps {

    private final PetitionDeadlines deadlines;
    private final PetitionRowReviews reviews;
    private final PetitionExport export;

    PetitionRowSteps(
            PetitionDeadlines deadlines, PetitionRowReviews reviews, PetitionExport export) {
        this.deadlines = deadlines;
        this.reviews = reviews;
        this.export = export;
    }

    /**
     * Takes the steps the row has and the petition has not taken yet.
     *
     * @throws Refusal where a step is forbidden, or where a cell of the row has found no place in
     *     the petition: no row is taken by halves
     */
    void take(Petition it, PetitionRow row) {
        LedgerRow cells = row.cells();
        boolean corrected = it.step == PetitionStep.CORRECT;
        // What was registered or corrected first: after it, only a step's own day can be wrong.
        row.doing(
                "登记日期",
                Map.of("/receivedOn", receipt(cells)),
                () -> DayOrder.require(PetitionDay.class, it, corrected, row.today()));
        if (it.handling.notice == null && cells.has("告知日期")) {
            row.take(it, "告知日期", on -> it.tell(new Handling.Notice(on, false, true)));
        }
        if (it.handling.refused == null && cells.has("不予受理日期")) {
            row.take(it, "不予受理日期", on -> it.refuse(refused(row, on)));
        }
        if (it.acceptedOn == null && cells.has("受理日期")) {
            HandlingClass said = it.handlingClass == null ? row.described().handlingClass() : null;
            row.take(it, "受理日期", on -> it.accept(on, said, row.described().route()));
        }
        if (it.handlingUnit == null && cells.has("承办单位")) {
            it.handlingUnit = cells.code("承办单位", HandlingUnit.class);
        }
        if (it.handling.extensions.isEmpty() && days(row) > 0) {
            extend(it, row);
        }
        if (it.concludedOn == null && cells.has("办结日期")) {
            row.take(it, "办结日期", on -> it.conclude(conclusion(row, on)));
        }
        afterwards(it, row);
        reviews.take(it, row);
        requireNothingLeft(it, row);
    }

    /** The column that the day of receipt was taken from. */
    private static String receipt(LedgerRow cells) {
        return cells.has("收到日期") ? "收到日期" : cells.has("交换日期") ? "交换日期" : "登记日期";
    }

    /** Of two days of its own: approved and told. */
    private void extend(Petition it, PetitionRow row) {
        LedgerRow cells = row.cells();
        row.take(
                it,
                "延期天数",
                Map.of("/on", "延期批准日期", "/toldOn", "延期告知日期"),
                () -> {
                    Handling.Extension extension =
                            new Handling.Extension(
                                    row.day("延期批准日期"),
                                    cells.integer("延期天数"),
                                    null,
                                    row.day("延期告知日期"),
                                    null);
                    deadlines.requireExtendable(it, extension);
                    it.extend(extension, null);
                });
    }

    private static Handling.Refused refused(PetitionRow row, LocalDate on) {
        return new Handling.Refused(on, row.cells().code("不予受理理由", RefusalGround.class), null);
    }

    private static Handling.Conclusion conclusion(PetitionRow row, LocalDate on) {
        LedgerRow cells = row.cells();
        ConclusionKind kind = cells.code("办结方式", ConclusionKind.class);
        if (kind == null) {
            throw cells.refuse("办结方式", "REQUIRED", "办结的须填办结方式", "required when concluded");
        }
        OpinionOutcome outcome = cells.code("处理意见", OpinionOutcome.class);
        return new Handling.Conclusion(on, kind, outcome, null, null, null);
    }

    private static void afterwards(Petition it, PetitionRow row) {
        LedgerRow cells = row.cells();
        if (it.handling.delivery == null && cells.has("答复收到日期")) {
            row.take(it, "答复收到日期", on -> it.deliver(received(on)));
        }
        rate(it, row, "信访部门评价", RatedBody.PETITION_DEPARTMENT);
        rate(it, row, "责任单位评价", RatedBody.HANDLING_UNIT);
        if (it.resolvedOn == null && cells.has("化解日期")) {
            row.take(it, "化解日期", on -> it.resolve(new Handling.Resolution(on, null)));
        }
        if (it.withdrawnOn == null && cells.has("撤回日期")) {
            row.take(it, "撤回日期", on -> it.withdraw(on, "台账：撤回"));
        }
    }

    /** A ledger knows the day it arrived, and not how. */
    static Handling.Delivery received(LocalDate on) {
        return new Handling.Delivery(on, on, DeliveryMethod.OTHER);
    }

    private static void rate(Petition it, PetitionRow row, String title, RatedBody body) {
        Rating rating = row.cells().code(title, Rating.class);
        Handling.Rated standing = it.handling.rated(body);
        // The last rating holds: another day or another word is another rating.
        boolean known =
                standing != null
                        && standing.rating() == rating
                        && standing.on().equals(row.cells().date("评价日期"));
        if (rating != null && !known) {
            row.take(it, "评价日期", on -> it.rate(new Handling.Rated(on, body, rating)));
        }
    }

    /** None is written as a blank or as 0. */
    private static int days(PetitionRow row) {
        Integer days = row.cells().integer("延期天数");
        return days == null ? 0 : days;
    }

    /** The columns of the file in which the petition does not say what the row says. */
    List<String> differing(Petition it, PetitionRow row) {
        Map<String, Object> said = export.said(it);
        said.putAll(export.persons(it));
        return row.cells().columns().stream().filter(t -> !agrees(t, it, row, said)).toList();
    }

    /** A blank cell says what registration makes of nothing. */
    private static boolean agrees(
            String title, Petition it, PetitionRow row, Map<String, Object> said) {
        NewPetition given = row.described();
        boolean blank = !row.cells().has(title);
        return switch (title) {
            case "信访件编号", "备注", "办理方式", "办理状态", "登记机构" -> true;
            case "信访来源" -> blank ? it.source == PetitionSource.DIRECT : it.source == given.source();
            case "初重件" ->
                    blank ? it.repetition == Repetition.FIRST : it.repetition == given.repetition();
            case "转送机关" -> Objects.equals(row.origin(it).senderDivision(), it.senderDivision);
            case "交换日期" -> Objects.equals(row.origin(it).exchangedOn(), it.exchangedOn);
            case "收到日期" -> row.origin(it).receivedOn().equals(it.receivedOn);
            case "办理类别" -> it.handlingClass == given.handlingClass();
            case "延期天数" -> days(row) == it.handling.extensionDays();
            case "问题属地" -> it.place.equals(blank ? it.registeredDivision : given.place());
            case "户籍地" -> Objects.equals(it.household, given.household());
            case "居住地" -> Objects.equals(it.residence, given.residence());
            case "信访人", "住址" -> {
                List<NewPetition.NewPetitioner> all = given.petitioners();
                NewPetition.NewPetitioner first = all.isEmpty() ? null : all.get(0);
                Object value =
                        first == null ? null : title.equals("信访人") ? first.name() : first.address();
                yield Objects.equals(value, said.get(title));
            }
            case "办理途径" -> it.acceptedOn == null && blank || it.route == given.route();
            default -> row.cells().says(title, said.get(title));
        };
    }

    private void requireNothingLeft(Petition it, PetitionRow row) {
        List<String> left = differing(it, row);
        if (left.isEmpty()) {
            return;
        }
        Refusal refusal =
                Refusal.of(422, "CELL_WITHOUT_EFFECT", "本行有内容不能生效", "A cell cannot take effect");
        for (String title : left) {
            refusal =
                    row.cells().has(title)
                            ? refusal.at(
                                    title,
                                    "与信访件现状不符，不能生效",
                                    "Does not fit the petition as it stands")
                            : refusal.at(
                                    title,
                                    "信访件中已有内容，留空不能删除",
                                    "It has a value here, a blank cell does not delete it");
        }
        throw refusal;
    }

    /** What the law asks to be on record and the petition, taken from a ledger, does not say. */
    static List<LedgerNote> untold(Petition it) {
        Handling said = it.handling;
        List<LedgerNote> notes = new ArrayList<>();
        if (it.acceptedOn != null && it.tellDueOn != null && said.toldOn() == null) {
            notes.add(
                    new LedgerNote(
                            "告知日期",
                            "NOTICE_UNTOLD",
                            "未填书面告知日期（XF 23），按未告知计",
                            "The day of the written notice (XF 23) is not given: counts as not told"));
        }
        if (said.refused != null && said.refused.ground() == null) {
            notes.add(
                    new LedgerNote(
                            "不予受理理由",
                            "GROUND_UNTOLD",
                            "未填不予受理的理由",
                            "The ground of refusal is not given"));
        }
        boolean opinion =
                said.conclusion != null
                        && said.conclusion.kind() == ConclusionKind.HANDLING_OPINION;
        if (opinion && said.conclusion.outcome() == null) {
            notes.add(
                    new LedgerNote(
                            "处理意见",
                            "OUTCOME_UNTOLD",
                            "未填处理意见（支持、解释说明、不予支持，XF 32）",
                            "The outcome of the opinion (XF 32) is not given"));
        }
        return notes;
    }
}
