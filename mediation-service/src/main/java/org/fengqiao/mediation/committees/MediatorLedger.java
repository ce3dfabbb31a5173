package org.fengqiao.mediation.committees;

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
import org.fengqiao.mediation.codes.CommitteeRole;
import org.fengqiao.mediation.codes.Sex;

/** The list of mediators, as the judicial office keeps it. */
@Singleton
class MediatorLedger extends RegisterLedger<Mediator> {

    private static final List<LedgerColumn> COLUMNS =
            List.of(
                    LedgerColumn.number("编号", "Number").key().alias("序号"),
                    LedgerColumn.text("调委会", "Committee").required().alias("调委会名称"),
                    LedgerColumn.text("姓名", "Name").required().personal().maxLength(50),
                    LedgerColumn.code("性别", "Sex", Sex.class).required(),
                    LedgerColumn.code("职务", "Role", CommitteeRole.class)
                            .required()
                            .word(CommitteeRole.MEMBER, "成员")
                            .word(CommitteeRole.APPOINTED, "聘任", "调解员"),
                    LedgerColumn.yesNo("专职", "Full-time").required(),
                    LedgerColumn.date("任职日期", "Appointed").required(),
                    LedgerColumn.date("离任日期", "Left"),
                    LedgerColumn.text("备注", "Remark").aside());

    private static final Map<String, String> FIELDS =
            Map.of("/name", "姓名", "/appointedOn", "任职日期", "/leftOn", "离任日期");

    private final Mediators mediators;
    private final Committees committees;

    MediatorLedger(Register register, Mediators mediators, Committees committees) {
        super(register, Mediator.class);
        this.mediators = mediators;
        this.committees = committees;
    }

    @Override
    public String kind() {
        return "mediators";
    }

    @Override
    public String titleZh() {
        return "人民调解员名册";
    }

    @Override
    public String titleEn() {
        return "List of people's mediators";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected Mediator fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "调委会", FIELDS, () -> mediators.fresh(given(row, context, null), context.command()));
    }

    /** The nationality is entered here: the list has no column for it. */
    @Override
    protected void describe(Mediator it, LedgerRow row, ImportContext context) {
        row.doing(
                "调委会",
                FIELDS,
                () -> {
                    MediatorResource.NewMediator given = given(row, context, it.nationality);
                    mediators.describe(it, given, context.today(), "");
                });
    }

    @Override
    public UUID standing(LedgerRow row, ImportContext context) {
        return row.doing("调委会", FIELDS, () -> mediators.standing(given(row, context, null)));
    }

    @Override
    protected boolean belongsTo(int year, Mediator it) {
        return it.appointedOn.getYear() <= year
                && (it.leftOn == null || it.leftOn.getYear() >= year);
    }

    private MediatorResource.NewMediator given(
            LedgerRow row, ImportContext context, String nationality) {
        return new MediatorResource.NewMediator(
                committees.named(row.text("调委会"), context.scope(), row.date("任职日期")).id(),
                row.text("姓名"),
                null,
                row.code("性别", Sex.class),
                nationality,
                row.code("职务", CommitteeRole.class),
                row.yesNo("专职"),
                row.date("任职日期"),
                row.date("离任日期"));
    }

    @Override
    protected Map<String, Object> said(Mediator it) {
        Map<String, Object> row = new HashMap<>();
        row.put("调委会", committees.name(it.committeeId));
        row.put("姓名", mediators.name(it));
        row.put("性别", it.sex.code());
        row.put("职务", it.role.code());
        row.put("专职", it.fullTime);
        row.put("任职日期", it.appointedOn);
        row.put("离任日期", it.leftOn);
        return row;
    }
}
