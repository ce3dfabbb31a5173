package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.DayOrder;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;

/**
 * A row of the ledger, the names in it looked up.
 *
 * @param described what it says of the petition as registered
 */
record PetitionRow(LedgerRow cells, NewPetition described, LocalDate today) {

    private static final int NATIONAL_NUMBER_FROM = 8;

    /** Columns by the API's field, for what the verbs of a petition refuse. */
    static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("/nationalNumber", "信访件编号"),
                    Map.entry("/form", "信访形式"),
                    Map.entry("/source", "信访来源"),
                    Map.entry("/senderDivision", "转送机关"),
                    Map.entry("/assignedDueOn", "交办期限"),
                    Map.entry("/petitionedOn", "信访日期"),
                    Map.entry("/registeredOn", "登记日期"),
                    Map.entry("/exchangedOn", "交换日期"),
                    Map.entry("/receivedOn", "收到日期"),
                    Map.entry("/purpose", "信访目的"),
                    Map.entry("/handlingClass", "办理类别"),
                    Map.entry("/route", "办理途径"),
                    Map.entry("/contentClass", "内容分类"),
                    Map.entry("/place", "问题属地"),
                    Map.entry("/household", "户籍地"),
                    Map.entry("/residence", "居住地"),
                    Map.entry("/persons", "信访人数"),
                    Map.entry("/petitioners/0/identityNumber", "身份证号"),
                    Map.entry("/toldOn", "告知日期"),
                    Map.entry("/acceptedOn", "受理日期"),
                    Map.entry("/concludedOn", "办结日期"),
                    Map.entry("/kind", "办结方式"),
                    Map.entry("/days", "延期天数"),
                    Map.entry("/replyReceivedOn", "答复收到日期"),
                    Map.entry("/ratedOn", "评价日期"),
                    Map.entry("/resolvedOn", "化解日期"),
                    Map.entry("/withdrawnOn", "撤回日期"));

    static PetitionRow of(LedgerRow cells, ImportContext context, Divisions divisions) {
        return new PetitionRow(
                cells,
                new PetitionRowReading(cells, context.division(), divisions).petition(),
                context.today());
    }

    /** The number of the national system; a short serial is the office's own. */
    static String nationalNumber(LedgerRow cells) {
        String number = cells.number("信访件编号").replaceAll("[^0-9A-Za-z.-]", "");
        return number.length() < NATIONAL_NUMBER_FROM ? null : number;
    }

    /** Does what the column says; a refusal names columns. */
    void doing(String title, Runnable act) {
        doing(title, Map.of(), act);
    }

    /**
     * The same of a step that has fields of its own.
     *
     * @param own their columns, by the API's field
     */
    void doing(String title, Map<String, String> own, Runnable act) {
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.putAll(own);
        cells.doing(title, fields, act);
    }

    /** Takes a step; after it, so that the column of the day that does not fit is named. */
    void take(Petition it, String title, Consumer<LocalDate> step) {
        take(it, title, Map.of("/receivedOn", title), () -> step.accept(day(title)));
    }

    void take(Petition it, String title, Map<String, String> own, Runnable step) {
        doing(title, own, step);
        doing(title, own, () -> DayOrder.require(PetitionDay.class, it, false, today));
    }

    /** A date of a step: missing ones stay missing, so the step's own date is required. */
    LocalDate day(String title) {
        return cells.stepDay(title, today);
    }

    /**
     * What of the changed columns the API can correct; {@code null} where it is nothing.
     *
     * @param it the petition as it stands: only steps that were taken have days to correct
     */
    PetitionCorrection correction(Petition it, List<String> changed) {
        Changed is = new Changed(changed);
        Origin origin = origin(it);
        boolean persons = is.any("信访人", "身份证号", "联系电话", "住址");
        PetitionCorrection correction =
                new PetitionCorrection(
                        "台账更正 Corrected in the ledger",
                        is.or("信访形式", described.form()),
                        is.or("信访渠道", described.subChannel()),
                        is.or("信访来源", described.source()),
                        is.or("转送机关", origin.senderDivision()),
                        is.or("交换日期", origin.exchangedOn()),
                        is.or("交办期限", described.assignedDueOn()),
                        is.or("信访目的", described.purpose()),
                        is.any("信访目的", "办理类别") ? described.handlingClass() : null,
                        it.acceptedOn == null ? null : is.or("办理途径", described.route()),
                        is.or("内容分类", described.contentClass()),
                        is.or("问题属地", described.place() == null ? it.division : described.place()),
                        is.or("户籍地", described.household()),
                        is.or("居住地", described.residence()),
                        is.or("信访人数", described.persons()),
                        is.or(
                                "初重件",
                                described.repetition() == null
                                        ? Repetition.FIRST
                                        : described.repetition()),
                        null,
                        is.or("承办单位", cells.code("承办单位", HandlingUnit.class)),
                        is.or("概况信息", described.summary()),
                        is.or("诉求", described.request()),
                        persons ? described.petitioners() : null,
                        is.or("信访日期", described.petitionedOn()),
                        is.or("登记日期", described.on()),
                        origin.receivedOn().equals(it.receivedOn) ? null : origin.receivedOn(),
                        it.handling.notice == null ? null : is.or("告知日期", cells.date("告知日期")),
                        it.acceptedOn == null ? null : is.or("受理日期", cells.date("受理日期")),
                        it.concludedOn == null ? null : is.or("办结日期", cells.date("办结日期")),
                        it.handling.delivery == null ? null : is.or("答复收到日期", cells.date("答复收到日期")),
                        it.handling.ratings.isEmpty() ? null : is.or("评价日期", cells.date("评价日期")),
                        it.resolvedOn == null ? null : is.or("化解日期", cells.date("化解日期")),
                        it.withdrawnOn == null ? null : is.or("撤回日期", cells.date("撤回日期")));
        return correction.empty() ? null : correction;
    }

    /**
     * How the petition came, as the row says it: a blank cell says what registration makes of it,
     * but only as long as nobody has sent the petition on; a column that is not there says nothing.
     */
    Origin origin(Petition it) {
        boolean sentOn = !it.handling.sendings.isEmpty();
        Origin given = described.origin();
        Origin stood =
                new Origin(it.source, it.senderDivision, it.exchangedOn, null, it.assignedDueOn)
                        .completed(it.division, it.form, it.petitionedOn, it.registeredOn);
        boolean follows = it.receivedOn.equals(stood.receivedOn());
        PetitionSource source = tells("信访来源", sentOn) ? given.source() : it.source;
        boolean direct = source == PetitionSource.DIRECT;
        return new Origin(
                        source,
                        tells("转送机关", sentOn) || direct
                                ? given.senderDivision()
                                : it.senderDivision,
                        tells("交换日期", sentOn) || direct ? given.exchangedOn() : it.exchangedOn,
                        tells("收到日期", sentOn) || follows && !sentOn
                                ? given.receivedOn()
                                : it.receivedOn,
                        given.assignedDueOn())
                .completed(it.division, described.form(), described.petitionedOn(), described.on());
    }

    private boolean tells(String title, boolean sentOn) {
        return cells.has(title) || !sentOn && cells.columns().contains(title);
    }

    private record Changed(List<String> titles) {

        boolean any(String... of) {
            return Stream.of(of).anyMatch(titles::contains);
        }

        <T> T or(String title, T given) {
            return titles.contains(title) ? given : null;
        }
    }
}
