package org.fengqiao.mediation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.Applied;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.CaseSource;
import org.fengqiao.mediation.codes.ConfirmationBar;
import org.fengqiao.mediation.codes.ConfirmationRuling;
import org.fengqiao.mediation.codes.Difficulty;
import org.fengqiao.mediation.codes.DisputeType;
import org.fengqiao.mediation.codes.PartyKind;
import org.fengqiao.mediation.codes.PartyRole;
import org.fengqiao.mediation.codes.PreventionKind;
import org.fengqiao.mediation.codes.Referrer;
import org.fengqiao.mediation.codes.RefusalGround;
import org.fengqiao.mediation.codes.Remedy;
import org.fengqiao.mediation.codes.Sex;
import org.fengqiao.mediation.committees.Committees;

/** The ledger of mediation cases, as townships keep it: a row is a case with all its steps. */
@ApplicationScoped
class CaseLedger implements LedgerKind {

    /** The ends that a ledger has a word for; a handover goes on at another committee. */
    static final Set<CaseStatus> OUTCOMES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            CaseStatus.AGREED,
                            CaseStatus.NOT_AGREED,
                            CaseStatus.ENDED_BY_PARTY,
                            CaseStatus.WITHDRAWN,
                            CaseStatus.REFUSED));

    // @formatter:off
    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.number("编号", "Number").key().alias("案号", "序号", "卷号"),
            LedgerColumn.text("调委会", "Committee").required().alias("调委会名称", "调解组织"),
            LedgerColumn.code("案件来源", "Source", CaseSource.class).required().alias("来源")
                    .word(CaseSource.OWN_INITIATIVE, "主动")
                    .word(CaseSource.ON_APPLICATION, "依申请", "申请")
                    .word(CaseSource.REFERRED, "移送", "委托"),
            LedgerColumn.code("移送单位", "Referrer", Referrer.class),
            LedgerColumn.code("纠纷类型", "Dispute type", DisputeType.class).required().alias("类型", "纠纷类别")
                    .ending("纠纷", "争议"),
            LedgerColumn.text("发生地", "Place").alias("纠纷发生地", "所在村"),
            LedgerColumn.text("简要案情", "Summary").personal().maxLength(2000).alias("案情", "纠纷简要情况"),
            LedgerColumn.date("登记日期", "Registered").required(),
            LedgerColumn.date("受理日期", "Accepted"),
            LedgerColumn.date("调解日期", "First session"),
            LedgerColumn.text("调解员", "Mediators").personal().many(),
            LedgerColumn.text("当事人甲", "Party A").personal().required().maxLength(100).alias("申请人"),
            LedgerColumn.code("甲性别", "Sex of A", Sex.class).personal(),
            LedgerColumn.text("甲身份证号", "Identity number of A").personal().maxLength(18),
            LedgerColumn.text("当事人乙", "Party B").personal().maxLength(100).alias("被申请人"),
            LedgerColumn.code("乙性别", "Sex of B", Sex.class).personal(),
            LedgerColumn.text("乙身份证号", "Identity number of B").personal().maxLength(18),
            LedgerColumn.integer("涉及人数", "Persons involved").required(),
            LedgerColumn.amount("涉案金额", "Amount in dispute"),
            LedgerColumn.code("难易程度", "Difficulty", Difficulty.class).alias("难易", "疑难程度")
                    .word(Difficulty.SIMPLE, "简单")
                    .word(Difficulty.DIFFICULT, "疑难复杂", "复杂"),
            LedgerColumn.code("调解结果", "Outcome", OUTCOMES).alias("结果")
                    .word(CaseStatus.AGREED, "成功")
                    .word(CaseStatus.NOT_AGREED, "不成功", "调解失败"),
            LedgerColumn.date("结案日期", "Closed"),
            LedgerColumn.code("不受理理由", "Ground of refusal", RefusalGround.class)
                    .note("结果为不予受理的填写", "where refused"),
            LedgerColumn.code("告知途径", "Remedies told", Remedy.class).many()
                    .word(Remedy.LITIGATION, "司法", "起诉").word(Remedy.ADMINISTRATIVE, "行政")
                    .note("调解不成的填写已告知的途径", "where no agreement was reached (RT 26)"),
            LedgerColumn.code("协议形式", "Agreement form", AgreementForm.class),
            LedgerColumn.amount("协议金额", "Agreed amount"),
            LedgerColumn.code("是否确权", "Bar to confirmation", ConfirmationBar.class)
                    .word(ConfirmationBar.NONE, "否").word(ConfirmationBar.TITLE_TO_RIGHTS, "是")
                    .note("房屋宅基地、山林土地的书面协议填写，未填按不能申请司法确认计", "types 03 and 07 in writing"),
            LedgerColumn.date("履行日期", "Performed"),
            LedgerColumn.date("司法确认申请日期", "Confirmation applied for"),
            LedgerColumn.date("司法确认裁定日期", "Confirmation ruled on"),
            LedgerColumn.code("司法确认结果", "Ruling", ConfirmationRuling.class),
            LedgerColumn.code("防止情形", "Prevented", PreventionKind.class),
            LedgerColumn.date("防止日期", "Prevented on"),
            LedgerColumn.integer("防止人数", "Persons concerned"),
            LedgerColumn.text("参与法律顾问", "Counsel").many().maxLength(64),
            LedgerColumn.text("备注", "Remark").personal().aside());
    // @formatter:on

    private final CaseService cases;
    private final MediationCases records;
    private final Committees committees;
    private final CaseRowSteps steps;
    private final CaseRowCorrection correction;
    private final CaseExport export;
    private final Divisions divisions;

    CaseLedger(
            CaseService cases,
            MediationCases records,
            Committees committees,
            CaseRowSteps steps,
            CaseRowCorrection correction,
            CaseExport export,
            Divisions divisions) {
        this.cases = cases;
        this.records = records;
        this.committees = committees;
        this.steps = steps;
        this.correction = correction;
        this.export = export;
        this.divisions = divisions;
    }

    @Override
    public String kind() {
        return "cases";
    }

    @Override
    public String titleZh() {
        return "人民调解案件台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of mediation cases";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    public Applied apply(LedgerRow cells, ImportContext context) {
        CaseRow row = row(cells, committee(cells, context), number(cells), context);
        NewCase given = row.described();
        return applied(
                cells.doing(
                        "编号",
                        CaseRow.FIELDS,
                        () ->
                                cases.enter(
                                        given,
                                        fresh -> steps.take(fresh, row),
                                        context.command())));
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow cells, ImportContext context) {
        // First of all: of a record elsewhere nothing is told, not even that a cell does not fit.
        MediationCase standing = records.get(recordId, context.scope());
        Committees.Place committee = committee(cells, context);
        if (!standing.committeeId.equals(committee.id())) {
            throw cells.refuse("调委会", "COMMITTEE_FIXED", "调委会不能更正，请用“移交”", "Use handover");
        }
        CaseRow row = row(cells, committee, null, context);
        List<String> changed = steps.differing(standing, row);
        if (changed.isEmpty() && !standing.voided) {
            return applied(standing);
        }
        MediationCase it =
                cases.step(
                        recordId,
                        context.command(),
                        locked -> {
                            correction.correct(locked, row, changed);
                            steps.take(locked, row);
                        });
        return applied(it);
    }

    private Applied applied(MediationCase it) {
        return new Applied(it.id, it.version, steps.untold(it));
    }

    /** A number that the committee has given, over the API or in another unit's ledger. */
    @Override
    public UUID standing(LedgerRow cells, ImportContext context) {
        return records.numbered(committee(cells, context).id(), cells.year(), number(cells));
    }

    @Override
    public int version(UUID recordId) {
        MediationCase it = records.findById(recordId, LockModeType.PESSIMISTIC_WRITE);
        return it == null ? 0 : it.version;
    }

    @Override
    public void export(ExportQuery query, Consumer<Exported> sink) {
        export.rows(query, sink);
    }

    private Committees.Place committee(LedgerRow cells, ImportContext context) {
        return cells.doing(
                "调委会",
                CaseRow.FIELDS,
                () -> committees.named(cells.text("调委会"), context.scope(), cells.date("登记日期")));
    }

    /**
     * @param number of a new case; one that stands keeps its own
     */
    private CaseRow row(
            LedgerRow cells, Committees.Place committee, Integer number, ImportContext context) {
        return new CaseRow(
                cells,
                committee,
                newCase(cells, committee, number),
                mediators(cells, committee),
                context.today());
    }

    private List<UUID> mediators(LedgerRow row, Committees.Place committee) {
        List<String> names = row.texts("调解员");
        if (names.isEmpty()) {
            return List.of();
        }
        LocalDate on =
                row.has("调解日期")
                        ? row.date("调解日期")
                        : row.has("受理日期") ? row.date("受理日期") : row.date("登记日期");
        List<UUID> found =
                row.doing(
                        "调解员",
                        CaseRow.FIELDS,
                        () -> committees.mediatorsNamed(committee.id(), names, on));
        if (found.size() != names.size()) {
            throw row.refuse(
                    "调解员", "MEDIATOR_UNKNOWN", "姓名与本调委会调解员名册不符", "Not on the committee's list");
        }
        return found;
    }

    private NewCase newCase(LedgerRow row, Committees.Place committee, Integer number) {
        Integer persons = row.integer("涉及人数");
        if (persons < 1 || persons > NewCase.MAX_PERSONS) {
            throw row.refuse("涉及人数", "PERSONS_INVOLVED", "应为1至100000人", "1 to 100000 persons");
        }
        LocalDate on = row.date("登记日期");
        if (on.getYear() != row.year()) {
            throw row.refuse(
                    "登记日期",
                    "OTHER_YEAR",
                    "登记日期不在台账年度" + row.year() + "年",
                    "not in the ledger's year");
        }
        return new NewCase(
                committee.id(),
                on,
                number,
                row.code("案件来源", CaseSource.class),
                row.code("移送单位", Referrer.class),
                row.code("纠纷类型", DisputeType.class),
                null,
                null,
                row.code("难易程度", Difficulty.class),
                place(row, committee),
                null,
                persons,
                row.amount("涉案金额"),
                row.text("简要案情"),
                null,
                CounselIds.of(row),
                parties(row));
    }

    private static int number(LedgerRow row) {
        String number = row.number("编号");
        String serial = number.substring(number.lastIndexOf('-') + 1);
        if (!serial.matches("0*[1-9][0-9]{0,5}")) {
            throw row.refuse("编号", "NUMBER", "应为1至999999的数字", "a number from 1 to 999999");
        }
        return Integer.parseInt(serial);
    }

    private List<NewCase.NewParty> parties(LedgerRow row) {
        List<NewCase.NewParty> parties = new ArrayList<>();
        parties.add(party(row, "甲", PartyRole.APPLICANT));
        if (row.has("当事人乙")) {
            parties.add(party(row, "乙", PartyRole.RESPONDENT));
        }
        return parties;
    }

    private static NewCase.NewParty party(LedgerRow row, String which, PartyRole role) {
        return new NewCase.NewParty(
                role,
                PartyKind.PERSON,
                row.text("当事人" + which),
                row.text(which + "身份证号"),
                null,
                null,
                row.code(which + "性别", Sex.class),
                null,
                null,
                null);
    }

    /**
     * Ledgers name a village of the committee's township, or give the 12 digits of any division.
     */
    private String place(LedgerRow row, Committees.Place committee) {
        String name = row.text("发生地");
        if (name == null || divisions.mayBe(name)) {
            return name;
        }
        return township(committee.division())
                .flatMap(it -> divisions.childNamed(it.value(), name))
                .map(it -> it.code().toString())
                .orElseThrow(() -> unknownPlace(row));
    }

    /** The township of a committee; none of twelve digits of which no division is made. */
    static Optional<DivisionCode> township(String division) {
        return DivisionCode.valid(division)
                ? Optional.of(new DivisionCode(division).in(DivisionCode.Level.TOWNSHIP))
                : Optional.empty();
    }

    private static Refusal unknownPlace(LedgerRow row) {
        return row.refuse(
                "发生地",
                "PLACE_UNKNOWN",
                "不是本乡镇（街道）的村（社区），也不是区划代码",
                "no village of the township and no division");
    }
}
