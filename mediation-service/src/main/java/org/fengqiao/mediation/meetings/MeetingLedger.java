package org.fengqiao.mediation.meetings;

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
import org.fengqiao.mediation.codes.MeetingUnit;

/** The ledger of joint meetings. */
@Singleton
class MeetingLedger extends RegisterLedger<Meeting> {

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key().alias("序号"),
                    LedgerColumn.date("会议日期", "Held").required(),
                    LedgerColumn.code("参会单位", "Units", MeetingUnit.class)
                            .required()
                            .many()
                            .word(MeetingUnit.SOCIAL_GOVERNANCE_CENTER, "综治中心")
                            .word(MeetingUnit.PEOPLES_TRIBUNAL, "人民法庭")
                            .word(MeetingUnit.LAND_OFFICE, "国土所")
                            .word(MeetingUnit.VILLAGE, "村委会")
                            .word(MeetingUnit.OTHER, "其他"),
                    LedgerColumn.integer("研究案件", "Cases discussed").required(),
                    LedgerColumn.text("议定事项", "Decisions").personal().maxLength(2000),
                    LedgerColumn.text("备注", "Remark").aside());

    private static final Map<String, String> FIELDS = Map.of("/heldOn", "会议日期");

    private final Meetings meetings;

    MeetingLedger(Register register, Meetings meetings) {
        super(register, Meeting.class);
        this.meetings = meetings;
    }

    @Override
    public String kind() {
        return "meetings";
    }

    @Override
    public String titleZh() {
        return "职能部门例会台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of joint meetings";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected Meeting fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "编号",
                FIELDS,
                () -> meetings.fresh(given(row, context.division(), List.of()), context.command()));
    }

    @Override
    protected void describe(Meeting it, LedgerRow row, ImportContext context) {
        if (it.decisions != null && row.columns().contains("议定事项") && !row.has("议定事项")) {
            throw row.refuse(
                    "议定事项",
                    "CELL_WITHOUT_EFFECT",
                    "已有内容，留空不能删除",
                    "A blank cell does not delete it");
        }
        row.doing(
                "编号",
                FIELDS,
                () -> {
                    // Which cases were discussed is entered here: the ledger has no column for it.
                    MeetingResource.NewMeeting given = given(row, it.division(), it.caseIds);
                    meetings.describe(it, given, context.command(), "");
                });
    }

    @Override
    protected boolean belongsTo(int year, Meeting it) {
        return it.heldOn.getYear() == year;
    }

    private static MeetingResource.NewMeeting given(
            LedgerRow row, String division, List<UUID> caseIds) {
        List<MeetingUnit> units = row.codes("参会单位", MeetingUnit.class);
        if (units.size() < 2) {
            throw row.refuse("参会单位", "UNITS", "例会至少两个单位", "at least two units");
        }
        return new MeetingResource.NewMeeting(
                division, row.date("会议日期"), units, row.integer("研究案件"), caseIds, row.text("议定事项"));
    }

    @Override
    protected Map<String, Object> said(Meeting it) {
        Map<String, Object> row = new HashMap<>();
        row.put("会议日期", it.heldOn);
        row.put("参会单位", it.units.stream().map(MeetingUnit::code).toList());
        row.put("研究案件", it.casesDiscussed);
        row.put("议定事项", meetings.decisions(it));
        return row;
    }
}
