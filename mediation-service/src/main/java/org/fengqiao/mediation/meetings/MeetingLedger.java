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
import org.fengqiao.kit.ledger.Code;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.mediation.codes.MeetingUnit;

/** The ledger of joint meetings. */
@ApplicationScoped
class MeetingLedger implements LedgerKind {

    private static final List<Code> UNITS =
            List.of(
                    Code.of("SOCIAL_GOVERNANCE_CENTER", "综治办", "Governance centre", "综治中心"),
                    Code.of("POLICE_STATION", "派出所", "Police station"),
                    Code.of("PEOPLES_TRIBUNAL", "法庭", "People's tribunal", "人民法庭"),
                    Code.of("JUSTICE_OFFICE", "司法所", "Judicial office"),
                    Code.of("PETITION_OFFICE", "信访办", "Petition office"),
                    Code.of("CIVIL_AFFAIRS", "民政所", "Civil affairs office"),
                    Code.of("LAND_OFFICE", "自然资源所", "Land office", "国土所"),
                    Code.of("VILLAGE", "村（居）委会", "Village committee", "村委会"),
                    Code.of("OTHER", "其他单位", "Other unit", "其他"));

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key().alias("序号"),
                    LedgerColumn.date("会议日期", "Held").required(),
                    LedgerColumn.code("参会单位", "Units", UNITS).required().many(),
                    LedgerColumn.integer("研究案件", "Cases discussed").required(),
                    LedgerColumn.text("议定事项", "Decisions").personal().maxLength(2000),
                    LedgerColumn.text("备注", "Remark"));

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
                        Meeting.class, command, () -> meetings.fresh(given(row, context), command));
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
                        it -> meetings.describe(it, given(row, context), context.command(), ""));
        return Applied.of(corrected.id, corrected.version());
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

    private static MeetingResource.NewMeeting given(LedgerRow row, ImportContext context) {
        List<MeetingUnit> units =
                row.codes("参会单位").stream().distinct().map(MeetingUnit::valueOf).toList();
        if (units.size() < 2) {
            throw row.refuse("参会单位", "UNITS", "例会至少两个单位", "at least two units");
        }
        return new MeetingResource.NewMeeting(
                context.division(),
                row.date("会议日期"),
                units,
                row.integer("研究案件"),
                null,
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
