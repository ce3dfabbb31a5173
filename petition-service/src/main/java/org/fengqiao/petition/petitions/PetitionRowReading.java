package org.fengqiao.petition.petitions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/** Reads the description out of the cells of a unit's row. */
record PetitionRowReading(LedgerRow cells, String unit, Divisions divisions) {

    /** Words for "not known" where a name or an address should be. */
    private static final List<String> UNCLEAR = List.of("不清", "不详", "匿名", "未知", "无", "/", "-");

    NewPetition petition() {
        requireDays();
        PetitionSource source = cells.code("信访来源", PetitionSource.class);
        Integer persons = cells.integer("信访人数");
        if (persons < 1 || persons > NewPetition.MAX_PERSONS) {
            throw cells.refuse("信访人数", "PERSONS", "应为1至100000人", "1 to 100000 persons");
        }
        return new NewPetition(
                unit,
                PetitionRow.nationalNumber(cells),
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
                handlingClass(),
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

    /** As it is written, or as purpose, route or conclusion tell; else {@code null}. */
    private HandlingClass handlingClass() {
        HandlingClass said = cells.code("办理类别", HandlingClass.class);
        if (said == null) {
            said = NewPetition.classOf(cells.code("信访目的", PetitionPurpose.class));
        }
        if (said == null) {
            ConclusionKind kind = cells.code("办结方式", ConclusionKind.class);
            boolean request = cells.has("办理途径") || kind != null;
            said =
                    kind == ConclusionKind.PROPOSAL_REPLY
                            ? HandlingClass.PROPOSAL
                            : request ? HandlingClass.APPEAL_OR_REQUEST : null;
        }
        return said;
    }

    /** None is written as a blank or as 0; more than thirty there cannot be (XF 34). */
    private void requireDays() {
        Integer days = cells.integer("延期天数");
        int most = PetitionDeadlines.HANDLE.extensionDays();
        if (days != null && (days < 0 || days > most)) {
            throw cells.refuse("延期天数", "DAYS", "应为0至30日", "0 to 30 days").citing("XF 34");
        }
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
