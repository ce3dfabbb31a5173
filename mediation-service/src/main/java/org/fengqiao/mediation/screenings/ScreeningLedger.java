package org.fengqiao.mediation.screenings;

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
import org.fengqiao.mediation.committees.Committees;

/** The ledger of screening rounds. */
@ApplicationScoped
class ScreeningLedger implements LedgerKind {

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

    private final Register register;
    private final Screenings screenings;
    private final Committees committees;

    ScreeningLedger(Register register, Screenings screenings, Committees committees) {
        this.register = register;
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
    public Applied apply(LedgerRow row, ImportContext context) {
        Command command = context.command();
        Screening it =
                register.enter(
                        Screening.class,
                        command,
                        () ->
                                row.doing(
                                        "调委会",
                                        FIELDS,
                                        () -> screenings.fresh(given(row, context), command)));
        return Applied.of(it.id, it.version());
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        Screening corrected =
                register.correct(
                        Screening.class,
                        recordId,
                        "台账更正 Corrected in the ledger",
                        context.command(),
                        it ->
                                row.doing(
                                        "调委会",
                                        FIELDS,
                                        () -> {
                                            ScreeningResource.NewScreening given =
                                                    given(row, context);
                                            screenings.describe(it, given, context.today(), "");
                                            return it;
                                        }));
        return Applied.of(corrected.id, corrected.version());
    }

    @Override
    public int version(UUID recordId) {
        return register.version(Screening.class, recordId);
    }

    @Override
    public void export(ExportQuery query, Consumer<Map<String, Object>> sink) {
        AtomicInteger number = new AtomicInteger();
        register.each(
                Screening.class,
                query.scope(),
                it -> {
                    if (!it.entry.voided() && it.screenedOn.getYear() == query.year()) {
                        sink.accept(row(it, number.incrementAndGet()));
                    }
                });
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

    private Map<String, Object> row(Screening it, int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("编号", String.valueOf(number));
        row.put("调委会", committees.name(it.committeeId));
        row.put("排查日期", it.screenedOn);
        row.put("排查次数", it.rounds);
        row.put("发现纠纷", it.disputesFound);
        row.put("预防纠纷", it.prevented);
        return row;
    }
}
