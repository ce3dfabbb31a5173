package org.fengqiao.petition.petitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.ledger.Applied;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.petition.codes.ConclusionKind;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.OpinionOutcome;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionPurpose;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.Rating;
import org.fengqiao.petition.codes.RefusalGround;
import org.fengqiao.petition.codes.Repetition;
import org.fengqiao.petition.codes.ReviewResult;
import org.fengqiao.petition.codes.Route;
import org.fengqiao.petition.codes.SubChannel;

/**
 * The ledger of petitions, in the columns of the national system's export: a row is a petition with
 * all its steps. The national number is the key (XF 21 already makes staff enter it there).
 */
@ApplicationScoped
class PetitionLedger implements LedgerKind {

    static final String KIND = "petitions";

    // @formatter:off
    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.number("信访件编号", "National number").key().alias("信访编号", "编号", "登记编号", "序号"),
            LedgerColumn.text("查询码", "Query code").personal().maxLength(40),
            LedgerColumn.code("信访形式", "Form", PetitionForm.class).required().alias("形式")
                    .word(PetitionForm.LETTER, "信", "群众来信").word(PetitionForm.VISIT, "访", "走访", "群众来访")
                    .word(PetitionForm.ONLINE, "网上信访", "网上投诉").word(PetitionForm.PHONE, "电话"),
            LedgerColumn.code("信访渠道", "Channel", SubChannel.class).alias("渠道", "来信渠道"),
            LedgerColumn.code("信访来源", "Source", PetitionSource.class).alias("来源", "件来源")
                    .word(PetitionSource.DIRECT, "直接", "本级", "自收").word(PetitionSource.TRANSFERRED, "上级转送")
                    .word(PetitionSource.ASSIGNED, "上级交办").note("不填为直接提出", "blank: direct"),
            LedgerColumn.text("转送机关", "Sender").alias("交办机关", "转送交办机关")
                    .note("不填为上一级", "blank: the level above"),
            LedgerColumn.date("交办期限", "Limit of the assignment"),
            LedgerColumn.date("信访日期", "Petitioned").required(),
            LedgerColumn.date("登记日期", "Registered").required().alias("登记时间"),
            LedgerColumn.date("交换日期", "Exchanged"),
            LedgerColumn.date("收到日期", "Received").note("不填按交换日期，直接提出的按登记日期", "blank: exchanged, else registered"),
            LedgerColumn.code("信访目的", "Purpose", PetitionPurpose.class).required().alias("目的")
                    .word(PetitionPurpose.ACCUSATION, "检举控告", "举报", "揭发", "控告")
                    .word(PetitionPurpose.PROPOSAL, "建议意见", "建议"),
            LedgerColumn.code("办理类别", "Handling class", HandlingClass.class).alias("事项类别")
                    .word(HandlingClass.PROPOSAL, "意见建议").word(HandlingClass.APPEAL_OR_REQUEST, "求决")
                    .note("不填按信访目的、办理途径、办结方式", "blank: as purpose, route or conclusion say"),
            LedgerColumn.text("信访人", "Petitioner").personal().maxLength(100).alias("姓名", "信访人姓名"),
            LedgerColumn.text("身份证号", "Identity number").personal().maxLength(18).alias("证件号码"),
            LedgerColumn.text("联系电话", "Phone").personal().maxLength(40).alias("电话", "手机号码"),
            LedgerColumn.text("住址", "Address").personal().maxLength(300).alias("地址", "通讯地址"),
            LedgerColumn.integer("信访人数", "Persons").required().alias("人数"),
            LedgerColumn.code("内容分类", "Content class", ContentClass.all()).required().alias("信访内容分类", "问题分类"),
            LedgerColumn.text("问题属地", "Place of the problem").alias("属地", "问题发生地"),
            LedgerColumn.text("户籍地", "Household").alias("户籍所在地"),
            LedgerColumn.text("居住地", "Residence").alias("现居住地"),
            LedgerColumn.text("概况信息", "Summary").personal().maxLength(4000).alias("主要内容", "反映问题", "信访概况"),
            LedgerColumn.text("诉求", "Request").personal().maxLength(2000),
            LedgerColumn.code("初重件", "First or repeat", Repetition.class).alias("初重信", "初重访")
                    .word(Repetition.FIRST, "初次", "初信", "初访").word(Repetition.REPEAT, "重复", "重信", "重访"),
            LedgerColumn.code("承办单位", "Handling unit", HandlingUnit.class).alias("责任单位", "办理单位")
                    .word(HandlingUnit.LAND_OFFICE, "国土所", "自然资源和规划所").word(HandlingUnit.VILLAGE, "村委会", "居委会"),
            LedgerColumn.date("告知日期", "Told").alias("受理告知日期"),
            LedgerColumn.date("受理日期", "Accepted").alias("受理时间"),
            LedgerColumn.code("办理途径", "Route", Route.class)
                    .word(Route.HANDLING_OPINION, "信访程序", "处理意见书", "信访处理意见", "信访处理意见书")
                    .word(Route.ADMINISTRATIVE_PROCEDURE, "行政复议")
                    .word(Route.LITIGATION, "诉讼").note("受理的申诉求决填写（XF 31）", "accepted requests (XF 31)"),
            LedgerColumn.date("不予受理日期", "Refused"),
            LedgerColumn.code("不予受理理由", "Ground of refusal", RefusalGround.class),
            LedgerColumn.integer("延期天数", "Days of extension"),
            LedgerColumn.date("延期批准日期", "Extension approved"),
            LedgerColumn.date("延期告知日期", "Extension told"),
            LedgerColumn.date("办结日期", "Concluded").alias("办结时间", "答复日期"),
            LedgerColumn.code("办结方式", "Kind of conclusion", ConclusionKind.class)
                    .word(ConclusionKind.HANDLING_OPINION, "处理意见书", "出具处理意见书")
                    .word(ConclusionKind.MEDIATION_OR_SETTLEMENT_AGREEMENT, "调解", "和解"),
            LedgerColumn.code("处理意见", "Outcome of the opinion", OpinionOutcome.class).alias("意见"),
            LedgerColumn.date("答复收到日期", "Reply received").alias("送达日期", "签收日期"),
            LedgerColumn.code("信访部门评价", "Rating of the department", Rating.class),
            LedgerColumn.code("责任单位评价", "Rating of the unit", Rating.class).alias("满意度", "满意度评价"),
            LedgerColumn.date("评价日期", "Rated"),
            LedgerColumn.date("化解日期", "Resolved"),
            LedgerColumn.date("撤回日期", "Withdrawn"),
            LedgerColumn.date("申请复查日期", "Reexamination requested").alias("复查申请日期"),
            LedgerColumn.date("复查意见日期", "Reexamined").alias("复查日期"),
            LedgerColumn.code("复查结果", "Result of the reexamination", ReviewResult.class),
            LedgerColumn.date("复查答复收到日期", "Reply of the reexamination received"),
            LedgerColumn.date("申请复核日期", "Final review requested").alias("复核申请日期"),
            LedgerColumn.date("复核意见日期", "Finally reviewed").alias("复核日期"),
            LedgerColumn.code("复核结果", "Result of the final review", ReviewResult.class),
            LedgerColumn.date("复核答复收到日期", "Reply of the final review received"),
            LedgerColumn.text("登记机构", "Registered by").aside(),
            LedgerColumn.text("办理方式", "Manner").aside(),
            LedgerColumn.text("办理状态", "State").aside().alias("状态"),
            LedgerColumn.text("备注", "Remark").personal().aside());
    // @formatter:on

    private final PetitionService petitions;
    private final Petitions records;
    private final PetitionRowSteps steps;
    private final PetitionExport export;
    private final PetitionPersons persons;
    private final Divisions divisions;
    private final AccusingRows accusing;

    PetitionLedger(
            PetitionService petitions,
            Petitions records,
            PetitionRowSteps steps,
            PetitionExport export,
            PetitionPersons persons,
            Divisions divisions,
            AccusingRows accusing) {
        this.petitions = petitions;
        this.records = records;
        this.steps = steps;
        this.export = export;
        this.persons = persons;
        this.divisions = divisions;
        this.accusing = accusing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleZh() {
        return "信访件台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of petitions";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    public boolean takeApart(LedgerRow cells, UUID known, ImportContext context) {
        return accusing.take(cells, known, context);
    }

    @Override
    public Applied apply(LedgerRow cells, ImportContext context) {
        PetitionRow row = PetitionRow.of(cells, context, divisions);
        Petition it =
                cells.doing(
                        "信访件编号",
                        PetitionRow.FIELDS,
                        () ->
                                petitions.enter(
                                        row.described(),
                                        fresh -> steps.take(fresh, row),
                                        context.command()));
        return applied(it);
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow cells, ImportContext context) {
        // First of all: of a record elsewhere nothing is told, not even that a cell does not fit.
        Petition standing = records.get(recordId, context.scope());
        PetitionRow row = PetitionRow.of(cells, context, divisions);
        List<String> changed = steps.differing(standing, row);
        if (changed.isEmpty() && !standing.voided) {
            return applied(standing);
        }
        Petition it =
                petitions.change(
                        recordId,
                        context.command(),
                        locked -> {
                            PetitionStep next = PetitionStep.CORRECT;
                            next.taker().require(locked, next, context.division());
                            correct(locked, row, changed);
                            steps.take(locked, row);
                        });
        return applied(it);
    }

    /** Only what has changed is corrected: the rest may have been entered here, and in full. */
    private void correct(Petition it, PetitionRow row, List<String> changed) {
        PetitionCorrection correction = row.correction(it, changed);
        if (correction == null) {
            return;
        }
        row.doing(
                changed.get(0),
                () ->
                        it.correct(
                                correction.reason(),
                                () -> correction.applyTo(it, persons, divisions)));
    }

    private Applied applied(Petition it) {
        return new Applied(it.id, it.version, PetitionRowSteps.untold(it));
    }

    /** A petition of that national number which was entered over the API. */
    @Override
    public UUID standing(LedgerRow cells, ImportContext context) {
        String national = PetitionRow.nationalNumber(cells);
        return national == null ? null : records.numbered(context.division(), national);
    }

    @Override
    public int version(UUID recordId) {
        Petition it = records.findById(recordId, LockModeType.PESSIMISTIC_WRITE);
        return it == null ? 0 : it.version;
    }

    @Override
    public void export(ExportQuery query, Consumer<Exported> sink) {
        export.rows(query, sink);
    }
}
