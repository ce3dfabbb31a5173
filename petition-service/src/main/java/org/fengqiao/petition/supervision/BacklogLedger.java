package org.fengqiao.petition.supervision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.ledger.RegisterLedger;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.petitions.AccusingRows;
import org.fengqiao.petition.petitions.LedgerCells;
import org.fengqiao.petition.petitions.PetitionReferences;
import org.fengqiao.petition.supervision.BacklogCaseResource.NewBacklogCase;

/** The ledger of the backlog. */
@Singleton
class BacklogLedger extends RegisterLedger<BacklogCase> {

    private static final String PETITION = "信访件编号";
    private static final String CONTENT_CLASS = "内容分类";
    private static final String DESCRIPTION = "基本情况";
    private static final String LEADER = "包案领导";
    private static final String RESOLVED = "化解日期";
    private static final String RESOLUTION = "化解情况";

    // @formatter:off
    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.number("编号", "Number").key().alias("序号"),
            LedgerColumn.date("列入日期", "Listed").required().alias("列入积案日期", "立案日期"),
            LedgerColumn.text(PETITION, "National number of the petition").maxLength(64).alias("信访编号"),
            LedgerColumn.code(CONTENT_CLASS, "Content class", ContentClass.all()).alias("信访内容分类", "问题分类")
                    .note("有信访件编号的可不填", "may be blank with a petition's number"),
            LedgerColumn.text(DESCRIPTION, "Description").personal().maxLength(2000).alias("主要内容", "反映问题"),
            LedgerColumn.text(LEADER, "Leader in charge").personal().required().maxLength(100),
            LedgerColumn.text("包案领导职务", "Leader's post").required().maxLength(100).alias("领导职务", "职务"),
            LedgerColumn.date(RESOLVED, "Resolved"),
            LedgerColumn.text(RESOLUTION, "Resolution").personal().maxLength(2000).alias("化解措施"),
            LedgerColumn.text("备注", "Remark").personal().aside());
    // @formatter:on

    private static final Map<String, String> FIELDS =
            Map.of(
                    "/listedOn", "列入日期",
                    "/petitionId", PETITION,
                    "/contentClass", CONTENT_CLASS,
                    "/description", DESCRIPTION,
                    "/leader", LEADER,
                    "/resolvedOn", RESOLVED);

    private final BacklogCases backlog;
    private final PetitionReferences petitions;
    private final LedgerCells cells;
    private final AccusingRows accusing;

    BacklogLedger(
            Register register,
            BacklogCases backlog,
            PetitionReferences petitions,
            LedgerCells cells,
            AccusingRows accusing) {
        super(register, BacklogCase.class);
        this.accusing = accusing;
        this.backlog = backlog;
        this.petitions = petitions;
        this.cells = cells;
    }

    @Override
    public String kind() {
        return "backlog";
    }

    @Override
    public boolean takeApart(LedgerRow row, UUID known, ImportContext context) {
        return accusing.movedBefore(kind(), row, context);
    }

    @Override
    public String titleZh() {
        return "信访积案台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of the backlog";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected BacklogCase fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "编号",
                FIELDS,
                () -> {
                    BacklogCase it = backlog.fresh(given(row, null, context), context.command());
                    resolve(it, row, context);
                    return it;
                });
    }

    @Override
    protected void describe(BacklogCase it, LedgerRow row, ImportContext context) {
        LedgerCells.requireKept(row, DESCRIPTION, it.description);
        LedgerCells.requireKept(row, RESOLVED, it.resolvedOn);
        LedgerCells.requireKept(row, RESOLUTION, it.resolution);
        row.doing(
                "编号",
                FIELDS,
                () -> {
                    backlog.describe(it, given(row, it, context), context.command(), "");
                    resolve(it, row, context);
                });
    }

    private void resolve(BacklogCase it, LedgerRow row, ImportContext context) {
        if (row.has(RESOLVED)) {
            backlog.settle(it, row.date(RESOLVED), context.command(), "/resolvedOn");
        }
        if (row.has(RESOLUTION)) {
            if (it.resolvedOn == null) {
                throw row.refuse(RESOLVED, "RESOLVED_ON", "已化解的须填化解日期", "Give the day as well");
            }
            it.resolution = backlog.seal(it, "resolution", row.text(RESOLUTION));
        }
    }

    @Override
    protected boolean belongsTo(int year, BacklogCase it) {
        return it.listedOn.getYear() <= year
                && (it.resolvedOn == null || it.resolvedOn.getYear() >= year);
    }

    private NewBacklogCase given(LedgerRow row, BacklogCase standing, ImportContext context) {
        String division = standing == null ? context.division() : standing.division();
        UUID petition = standing == null ? null : standing.petitionId;
        String contentClass = row.code(CONTENT_CLASS);
        return new NewBacklogCase(
                division,
                cells.petition(row, PETITION, petition, division, context.scope()),
                contentClass == null ? null : ContentClass.ofCode(contentClass).orElseThrow(),
                row.text(DESCRIPTION),
                row.text(LEADER),
                row.text("包案领导职务"),
                row.date("列入日期"));
    }

    @Override
    protected Map<String, Object> said(BacklogCase it) {
        BacklogCaseResource.Texts texts = backlog.texts(it);
        Map<String, Object> row = new HashMap<>();
        row.put("列入日期", it.listedOn);
        row.put(PETITION, petitions.nationalNumber(it.petitionId));
        row.put(CONTENT_CLASS, it.contentClass);
        row.put(DESCRIPTION, texts.description());
        row.put(LEADER, texts.leader());
        row.put("包案领导职务", it.leaderPost);
        row.put(RESOLVED, it.resolvedOn);
        row.put(RESOLUTION, texts.resolution());
        return row;
    }
}
