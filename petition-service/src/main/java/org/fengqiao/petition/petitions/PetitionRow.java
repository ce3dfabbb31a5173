package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/**
 * A row of the ledger, the names in it looked up.
 *
 * @param described what it says of the petition as registered
 */
record PetitionRow(LedgerRow cells, NewPetition described, LocalDate today) {

    private static final int NATIONAL_NUMBER_FROM = 8;

    /** Words for "not known" where a name or an address should be. */
    private static final List<String> UNCLEAR = List.of("不清", "不详", "匿名", "未知", "无", "/", "-");

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
                    Map.entry("/receivedOn", "收到日期"),
                    Map.entry("/purpose", "信访目的"),
                    Map.entry("/handlingClass", "信访目的"),
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
                new Reading(cells, context.division(), divisions).petition(),
                context.today());
    }

    /** The number of the national system; a short serial is the office's own. */
    static String nationalNumber(LedgerRow cells) {
        String number = cells.number("信访件编号").replaceAll("[^0-9A-Za-z.-]", "");
        return number.length() < NATIONAL_NUMBER_FROM ? null : number;
    }

    /** Does what the column says; a refusal names columns. */
    void doing(String title, Runnable act) {
        cells.doing(title, FIELDS, act);
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
        boolean persons = Stream.of("信访人", "身份证号", "联系电话", "住址").anyMatch(changed::contains);
        PetitionCorrection correction =
                new PetitionCorrection(
                        "台账更正 Corrected in the ledger",
                        is.or("信访形式", described.form()),
                        is.or("信访渠道", described.subChannel()),
                        is.or("信访来源", described.source()),
                        is.or("转送机关", described.senderDivision()),
                        is.or("交换日期", described.exchangedOn()),
                        is.or("交办期限", described.assignedDueOn()),
                        is.or("信访目的", described.purpose()),
                        is.or("信访目的", NewPetition.classOf(described.purpose())),
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
                        is.or("收到日期", described.receivedOn()),
                        it.handling.notice == null ? null : is.or("告知日期", cells.date("告知日期")),
                        it.acceptedOn == null ? null : is.or("受理日期", cells.date("受理日期")),
                        it.concludedOn == null ? null : is.or("办结日期", cells.date("办结日期")),
                        it.handling.delivery == null ? null : is.or("答复收到日期", cells.date("答复收到日期")),
                        it.handling.ratings.isEmpty() ? null : is.or("评价日期", cells.date("评价日期")),
                        it.resolvedOn == null ? null : is.or("化解日期", cells.date("化解日期")),
                        it.withdrawnOn == null ? null : is.or("撤回日期", cells.date("撤回日期")));
        return correction.empty() ? null : correction;
    }

    private record Changed(List<String> titles) {

        <T> T or(String title, T given) {
            return titles.contains(title) ? given : null;
        }
    }

    /** Reads the description out of the cells of a unit's row. */
    private record Reading(LedgerRow cells, String unit, Divisions divisions) {

        NewPetition petition() {
            PetitionSource source = cells.code("信访来源", PetitionSource.class);
            Integer persons = cells.integer("信访人数");
            if (persons < 1 || persons > NewPetition.MAX_PERSONS) {
                throw cells.refuse("信访人数", "PERSONS", "应为1至100000人", "1 to 100000 persons");
            }
            return new NewPetition(
                    unit,
                    nationalNumber(cells),
                    cells.text("查询码"),
                    cells.code("信访形式", PetitionForm.class),
                    cells.code("信访渠道", SubChannel.class),
                    source == null ? PetitionSource.DIRECT : source,
                    cells.date("信访日期"),
                    registeredOn(),
                    cells.date("收到日期"),
                    cells.date("交换日期"),
                    sender(),
                    cells.date("交办期限"),
                    cells.code("信访目的", PetitionPurpose.class),
                    null,
                    cells.code("办理途径", Route.class),
                    ContentClass.ofCode(cells.code("内容分类")).orElseThrow(),
                    place("问题属地"),
                    place("户籍地"),
                    place("居住地"),
                    persons,
                    cells.code("初重件", Repetition.class),
                    null,
                    null,
                    cells.text("概况信息"),
                    cells.text("诉求"),
                    petitioners());
        }

        private LocalDate registeredOn() {
            LocalDate on = cells.date("登记日期");
            if (on.getYear() != cells.year()) {
                throw cells.refuse(
                        "登记日期",
                        "OTHER_YEAR",
                        "登记日期不在台账年度" + cells.year() + "年",
                        "not in the ledger's year");
            }
            return on;
        }

        private List<NewPetition.NewPetitioner> petitioners() {
            String name = clear("信访人");
            String address = clear("住址");
            return Stream.of(name, address, cells.text("身份证号"), cells.text("联系电话"))
                            .allMatch(it -> it == null)
                    ? List.of()
                    : List.of(
                            new NewPetition.NewPetitioner(
                                    name, cells.text("身份证号"), cells.text("联系电话"), address, null));
        }

        private String clear(String title) {
            String text = cells.text(title);
            return text == null || UNCLEAR.contains(text) ? null : text;
        }

        /** A village of the unit by name, or the 12 digits of any division. */
        private String place(String title) {
            String name = cells.text(title);
            if (name == null || divisions.mayBe(name)) {
                return name;
            }
            if (name.equals(divisions.name(unit))) {
                return unit;
            }
            return divisions
                    .childNamed(unit, name)
                    .map(it -> it.code().value())
                    .orElseThrow(() -> unknown(title));
        }

        /** The organ that sent it: a division above, by its code, its name or its level's word. */
        private String sender() {
            String name = cells.text("转送机关");
            if (name == null || divisions.mayBe(name)) {
                return name;
            }
            String plain = name.replaceAll("(信访局|信访办|信访部门|信访工作部门|人民政府|委员会)$", "");
            return Stream.iterate(
                            new DivisionCode(unit).parent(),
                            above -> above.isPresent(),
                            above -> above.get().parent())
                    .map(above -> above.get().value())
                    .filter(above -> isCalled(above, plain))
                    .findFirst()
                    .orElseThrow(() -> unknown("转送机关"));
        }

        private boolean isCalled(String division, String name) {
            String level =
                    switch (new DivisionCode(division).level()) {
                        case PROVINCE -> "省";
                        case PREFECTURE -> "市";
                        case COUNTY -> "县";
                        case TOWNSHIP, VILLAGE -> "";
                    };
            return name.equals(level)
                    || name.equals(divisions.name(division))
                    || divisions
                            .find(division)
                            .map(Division::officialName)
                            .filter(name::equals)
                            .isPresent();
        }

        private Refusal unknown(String title) {
            return cells.refuse(
                    title, "PLACE_UNKNOWN", "不是本辖区的名称，也不是区划代码", "no name here and no division");
        }
    }
}
