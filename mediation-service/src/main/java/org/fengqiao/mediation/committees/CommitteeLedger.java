package org.fengqiao.mediation.committees;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerNote;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.ledger.RegisterLedger;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.mediation.codes.CommitteeLevel;

/** The list of committees, as the judicial office keeps it. */
@Singleton
class CommitteeLedger extends RegisterLedger<Committee> {

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key().alias("序号"),
                    LedgerColumn.text("调委会名称", "Name").required().maxLength(100),
                    LedgerColumn.text("区划代码", "Division").required().maxLength(12),
                    LedgerColumn.code("层级", "Level", CommitteeLevel.class)
                            .required()
                            .word(CommitteeLevel.VILLAGE, "村级")
                            .word(CommitteeLevel.COMMUNITY, "居委会")
                            .word(CommitteeLevel.TOWNSHIP, "镇", "乡"),
                    LedgerColumn.date("成立日期", "Established").required(),
                    LedgerColumn.date("届满日期", "Term ends"),
                    LedgerColumn.date("撤销日期", "Dissolved"),
                    LedgerColumn.integer("委员人数", "Members"),
                    LedgerColumn.integer("女委员人数", "Women"),
                    LedgerColumn.text("备注", "Remark").aside());

    private static final Map<String, String> FIELDS =
            Map.of(
                    "/name", "调委会名称",
                    "/division", "区划代码",
                    "/establishedOn", "成立日期",
                    "/termEndsOn", "届满日期",
                    "/dissolvedOn", "撤销日期",
                    "/womenReported", "女委员人数");

    private final CommitteeRules rules;

    CommitteeLedger(Register register, CommitteeRules rules) {
        super(register, Committee.class);
        this.rules = rules;
    }

    @Override
    public String kind() {
        return "committees";
    }

    @Override
    public String titleZh() {
        return "人民调解委员会名册";
    }

    @Override
    public String titleEn() {
        return "List of people's mediation committees";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected Committee fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "编号", FIELDS, () -> rules.fresh(given(row, context, null), context.command()));
    }

    @Override
    protected void describe(Committee it, LedgerRow row, ImportContext context) {
        row.doing(
                "编号",
                FIELDS,
                () -> rules.describe(it, given(row, context, it.dissolvedOn), context.today(), ""));
    }

    @Override
    protected List<LedgerNote> remarks(Committee it, ImportContext context) {
        return rules.warnings(it, context.today()).stream()
                .map(zh -> new LedgerNote(null, "COMPOSITION", zh, "See the committee's warnings"))
                .toList();
    }

    @Override
    public UUID standing(LedgerRow row, ImportContext context) {
        return rules.standing(given(row, context, null));
    }

    @Override
    protected boolean belongsTo(int year, Committee it) {
        return it.establishedOn.getYear() <= year
                && (it.dissolvedOn == null || it.dissolvedOn.getYear() >= year);
    }

    private static CommitteeResource.NewCommittee given(
            LedgerRow row, ImportContext context, LocalDate dissolvedOn) {
        return new CommitteeResource.NewCommittee(
                division(row, context),
                row.code("层级", CommitteeLevel.class),
                row.text("调委会名称"),
                row.date("成立日期"),
                row.date("届满日期"),
                row.columns().contains("撤销日期") ? row.date("撤销日期") : dissolvedOn,
                row.integer("委员人数"),
                row.integer("女委员人数"));
    }

    private static String division(LedgerRow row, ImportContext context) {
        String division = row.text("区划代码");
        if (!Scope.isDivision(division) || !context.scope().contains(division)) {
            throw row.refuse("区划代码", "DIVISION", "须为本辖区的12位区划代码", "12 digits, in your area");
        }
        return division;
    }

    @Override
    protected Map<String, Object> said(Committee it) {
        Map<String, Object> row = new HashMap<>();
        row.put("调委会名称", it.name);
        row.put("区划代码", it.division());
        row.put("层级", it.level.code());
        row.put("成立日期", it.establishedOn);
        row.put("届满日期", it.termEndsOn);
        row.put("撤销日期", it.dissolvedOn);
        row.put("委员人数", it.membersReported);
        row.put("女委员人数", it.womenReported);
        return row;
    }
}
