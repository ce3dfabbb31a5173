package org.fengqiao.mediation.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.ledger.Applied;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.mediation.codes.MeetingUnit;

/** The ledger of joint meetings. */
@ApplicationScoped
class MeetingLedger implements LedgerKind {

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

    private final Register register;
    private final Meetings meetings;

    MeetingLedger(Register register, Meetings meetings) {
        this.register = register;
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
    public Applied apply(LedgerRow row, ImportContext context) {
        Command command = context.command();
        Meeting it =
                register.enter(
                        Meeting.class,
                        command,
                        () ->
                                row.doing(
                                        "编号",
                                        FIELDS,
                                        () ->
                                                meetings.fresh(
                                                        given(row, context, List.of()), command)));
        return Applied.of(it.id, it.version());
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        Meeting corrected =
                register.correct(
                        Meeting.class,
                        recordId,
                        "台账更正 Corrected in the ledger",
                        context.command(),
                        it -> correct(it, row, context));
        return Applied.of(corrected.id, corrected.version());
    }

    private void correct(Meeting it, LedgerRow row, ImportContext context) {
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
                    MeetingResource.NewMeeting given = given(row, context, it.caseIds);
                    meetings.describe(it, given, context.command(), "");
                    return it;
                });
    }

    @Override
    public int version(UUID recordId) {
        return register.version(Meeting.class, recordId);
    }

    @Override
    public void export(ExportQuery query, Consumer<Map<String, Object>> sink) {
        AtomicInteger number = new AtomicInteger();
        register.each(
                Meeting.class,
                query.scope(),
                it -> {
                    if (!it.entry.voided() && it.heldOn.getYear() == query.year()) {
                        sink.accept(row(it, number.incrementAndGet()));
                    }
                });
    }

    private static MeetingResource.NewMeeting given(
            LedgerRow row, ImportContext context, List<UUID> caseIds) {
        List<MeetingUnit> units = row.codes("参会单位", MeetingUnit.class);
        if (units.size() < 2) {
            throw row.refuse("参会单位", "UNITS", "例会至少两个单位", "at least two units");
        }
        return new MeetingResource.NewMeeting(
                context.division(),
                row.date("会议日期"),
                units,
                row.integer("研究案件"),
                caseIds,
                row.text("议定事项"));
    }

    private Map<String, Object> row(Meeting it, int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("编号", String.valueOf(number));
        row.put("会议日期", it.heldOn);
        row.put("参会单位", it.units.stream().map(MeetingUnit::code).toList());
        row.put("研究案件", it.casesDiscussed);
        row.put("议定事项", meetings.decisions(it));
        return row;
    }
}
