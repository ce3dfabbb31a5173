package org.fengqiao.mediation.committees;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Register;
import org.fengqiao.kit.ledger.Applied;
import org.fengqiao.kit.ledger.ExportQuery;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerKind;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.mediation.codes.CommitteeLevel;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The list of committees, as the judicial office keeps it. */
@ApplicationScoped
class CommitteeLedger implements LedgerKind {

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
                    LedgerColumn.integer("委员人数", "Members"),
                    LedgerColumn.integer("女委员人数", "Women"),
                    LedgerColumn.text("备注", "Remark").aside());

    private final Register register;

    CommitteeLedger(Register register) {
        this.register = register;
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
    public Applied apply(LedgerRow row, ImportContext context) {
        Command command = context.command();
        Committee entered =
                register.enter(
                        Committee.class,
                        command,
                        () -> {
                            Committee it = new Committee();
                            it.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                            it.entry = Entry.of(division(row, context), row.date("成立日期"), command);
                            given(row, context, null).describe(it, command.today(), "");
                            return it;
                        });
        return Applied.of(entered.id, entered.version());
    }

    @Override
    public Applied correct(UUID recordId, LedgerRow row, ImportContext context) {
        Committee it =
                register.correct(
                        Committee.class,
                        recordId,
                        "台账更正 Corrected in the ledger",
                        context.command(),
                        // When it was dissolved is entered here: the list has no column for it.
                        standing ->
                                row.doing(
                                        "区划代码",
                                        Map.of(),
                                        () -> {
                                            given(row, context, standing.dissolvedOn)
                                                    .describe(standing, context.today(), "");
                                            return standing;
                                        }));
        return Applied.of(it.id, it.version());
    }

    @Override
    public int version(UUID recordId) {
        return register.version(Committee.class, recordId);
    }

    @Override
    public void export(ExportQuery query, Consumer<Map<String, Object>> sink) {
        register.each(
                Committee.class,
                query.scope(),
                it -> {
                    if (!it.entry.voided() && it.establishedOn.getYear() <= query.year()) {
                        sink.accept(row(it));
                    }
                });
    }

    private static CommitteeResource.NewCommittee given(
            LedgerRow row, ImportContext context, LocalDate dissolvedOn) {
        return new CommitteeResource.NewCommittee(
                division(row, context),
                row.code("层级", CommitteeLevel.class),
                row.text("调委会名称"),
                row.date("成立日期"),
                row.date("届满日期"),
                dissolvedOn,
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

    private static Map<String, Object> row(Committee it) {
        Map<String, Object> row = new HashMap<>();
        row.put("编号", it.division().substring(9));
        row.put("调委会名称", it.name);
        row.put("区划代码", it.division());
        row.put("层级", it.level.code());
        row.put("成立日期", it.establishedOn);
        row.put("届满日期", it.termEndsOn);
        row.put("委员人数", it.membersReported);
        row.put("女委员人数", it.womenReported);
        return row;
    }
}
