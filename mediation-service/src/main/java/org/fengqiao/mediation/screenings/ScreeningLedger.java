package org.fengqiao.mediation.screenings;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.ledger.RegisterLedger;
import org.fengqiao.mediation.committees.Committees;

/** The ledger of screening rounds. */
@Singleton
class ScreeningLedger extends RegisterLedger<Screening> {

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key().alias("序号"),
                    LedgerColumn.text("调委会", "Committee").required().alias("调委会名称"),
                    LedgerColumn.date("排查日期", "Screened").required(),
                    LedgerColumn.integer("排查次数", "Rounds").required(),
                    LedgerColumn.integer("发现纠纷", "Disputes found").required(),
                    LedgerColumn.integer("预防纠纷", "Disputes prevented").required(),
                    LedgerColumn.text("备注", "Remark").aside());

    private static final Map<String, String> FIELDS = Map.of("/screenedOn", "排查日期");

    private final Screenings screenings;
    private final Committees committees;

    ScreeningLedger(Register register, Screenings screenings, Committees committees) {
        super(register, Screening.class);
        this.screenings = screenings;
        this.committees = committees;
    }

    @Override
    public String kind() {
        return "screenings";
    }

    @Override
    public String titleZh() {
        return "矛盾纠纷排查台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of screenings";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected Screening fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "调委会", FIELDS, () -> screenings.fresh(given(row, context), context.command()));
    }

    @Override
    protected void describe(Screening it, LedgerRow row, ImportContext context) {
        row.doing(
                "调委会",
                FIELDS,
                () -> screenings.describe(it, given(row, context), context.today(), ""));
    }

    @Override
    protected boolean belongsTo(int year, Screening it) {
        return it.screenedOn.getYear() == year;
    }

    private ScreeningResource.NewScreening given(LedgerRow row, ImportContext context) {
        if (row.integer("排查次数") < 1) {
            throw row.refuse("排查次数", "ROUNDS", "应不少于1次", "at least 1");
        }
        if (row.integer("发现纠纷") < 0 || row.integer("预防纠纷") < 0) {
            throw row.refuse("发现纠纷", "NEGATIVE", "不能为负数", "must not be negative");
        }
        return new ScreeningResource.NewScreening(
                committees.named(row.text("调委会"), context.scope(), row.date("排查日期")).id(),
                row.date("排查日期"),
                row.integer("排查次数"),
                row.integer("发现纠纷"),
                row.integer("预防纠纷"));
    }

    @Override
    protected Map<String, Object> said(Screening it) {
        Map<String, Object> row = new HashMap<>();
        row.put("调委会", committees.name(it.committeeId));
        row.put("排查日期", it.screenedOn);
        row.put("排查次数", it.rounds);
        row.put("发现纠纷", it.disputesFound);
        row.put("预防纠纷", it.prevented);
        return row;
    }
}
