package org.fengqiao.petition.visits;

import jakarta.inject.Singleton;
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
import org.fengqiao.petition.codes.VisitLevel;
import org.fengqiao.petition.codes.VisitNotifier;
import org.fengqiao.petition.codes.VisitPlace;
import org.fengqiao.petition.petitions.AccusingRows;
import org.fengqiao.petition.petitions.LedgerCells;
import org.fengqiao.petition.petitions.PetitionReferences;

/** The ledger of visits; of acts of disorder it has no column. */
@Singleton
class VisitLedger extends RegisterLedger<Visit> {

    private static final String PETITION = "信访件编号";
    private static final String REPRESENTATIVES = "代表人数";
    private static final String NOTIFIER = "通报单位";
    private static final String PETITIONERS = "信访人";
    private static final String ACCOUNT = "主要情况";

    // @formatter:off
    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.number("编号", "Number").key().alias("序号"),
            LedgerColumn.date("信访日期", "Visited").required().alias("走访日期", "来访日期", "到访日期"),
            LedgerColumn.code("到访层级", "Level", VisitLevel.class).required().alias("层级", "走访层级")
                    .word(VisitLevel.TOWNSHIP, "乡镇", "到街道", "街道").word(VisitLevel.COUNTY, "县", "赴县")
                    .word(VisitLevel.CITY, "市", "赴市").word(VisitLevel.PROVINCE, "省", "赴省")
                    .word(VisitLevel.BEIJING, "进京访", "到京", "赴京", "北京"),
            LedgerColumn.integer("人数", "Persons").required().alias("来访人数", "走访人数", "信访人数"),
            LedgerColumn.integer(REPRESENTATIVES, "Representatives").alias("代表"),
            LedgerColumn.text(PETITION, "National number of the petition").maxLength(64).alias("信访编号"),
            LedgerColumn.code("接待场所", "Place", VisitPlace.class).required().alias("走访场所", "场所")
                    .word(VisitPlace.RECEPTION, "信访接待场所", "接待室").word(VisitPlace.OTHER, "其他", "非接待场所"),
            LedgerColumn.code(NOTIFIER, "Told by", VisitNotifier.class).alias("通报机关")
                    .word(VisitNotifier.BEIJING_OFFICE, "驻京工作组", "驻京办").word(VisitNotifier.OTHER, "其他"),
            LedgerColumn.text(PETITIONERS, "Petitioners").personal().many().maxLength(100).alias("姓名", "信访人姓名"),
            LedgerColumn.text(ACCOUNT, "Account").personal().maxLength(2000).alias("反映问题", "主要内容"),
            LedgerColumn.text("备注", "Remark").personal().aside());
    // @formatter:on

    private static final Map<String, String> FIELDS =
            Map.of(
                    "/visitedOn",
                    "信访日期",
                    "/persons",
                    "人数",
                    "/representatives",
                    REPRESENTATIVES,
                    "/petitionId",
                    PETITION);

    private final Visits visits;
    private final PetitionReferences petitions;
    private final LedgerCells cells;
    private final AccusingRows accusing;

    VisitLedger(
            Register register,
            Visits visits,
            PetitionReferences petitions,
            LedgerCells cells,
            AccusingRows accusing) {
        super(register, Visit.class);
        this.accusing = accusing;
        this.visits = visits;
        this.petitions = petitions;
        this.cells = cells;
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public boolean takeApart(LedgerRow row, UUID known, ImportContext context) {
        return accusing.movedBefore(kind(), row, context);
    }

    @Override
    public String titleZh() {
        return "走访台账";
    }

    @Override
    public String titleEn() {
        return "Ledger of visits";
    }

    @Override
    public List<LedgerColumn> columns() {
        return COLUMNS;
    }

    @Override
    protected Visit fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                "编号", FIELDS, () -> visits.fresh(given(row, null, context), context.command()));
    }

    @Override
    protected void describe(Visit it, LedgerRow row, ImportContext context) {
        LedgerCells.requireKept(row, PETITIONERS, it.petitioners.isEmpty() ? null : it);
        LedgerCells.requireKept(row, ACCOUNT, it.account);
        row.doing(
                "编号",
                FIELDS,
                () -> {
                    NewVisit given = given(row, it, context);
                    visits.describe(it, given, null, context.command(), "");
                });
    }

    @Override
    protected List<LedgerNote> remarks(Visit it, ImportContext context) {
        return it.tooManyRepresentatives()
                ? List.of(
                        new LedgerNote(
                                REPRESENTATIVES,
                                "REPRESENTATIVES",
                                VisitView.TOO_MANY_ZH,
                                VisitView.TOO_MANY_EN))
                : List.of();
    }

    @Override
    protected boolean belongsTo(int year, Visit it) {
        return it.visitedOn.getYear() == year;
    }

    /** What the row says; in columns that the file lacks, what stands. */
    private NewVisit given(LedgerRow row, Visit standing, ImportContext context) {
        if (row.integer("人数") < 1 || row.integer("人数") > NewVisit.MAX_PERSONS) {
            throw row.refuse("人数", "PERSONS", "应为1人以上", "1 or more");
        }
        Integer representatives = row.integer(REPRESENTATIVES);
        if (representatives != null && representatives < 1) {
            throw row.refuse(REPRESENTATIVES, "REPRESENTATIVES", "没有代表的留空", "Blank for none");
        }
        VisitNotifier notifier = row.code(NOTIFIER, VisitNotifier.class);
        boolean first = standing == null;
        String division = first ? context.division() : standing.division();
        UUID petition = first ? null : standing.petitionId;
        return new NewVisit(
                division,
                row.date("信访日期"),
                row.code("到访层级", VisitLevel.class),
                row.integer("人数"),
                first || has(row, REPRESENTATIVES) ? representatives : standing.representatives,
                cells.petition(row, PETITION, petition, division, context.scope()),
                row.code("接待场所", VisitPlace.class),
                first || has(row, NOTIFIER) ? notifier : standing.notifiedBy,
                row.has(PETITIONERS) ? row.texts(PETITIONERS) : null,
                row.text(ACCOUNT));
    }

    private static boolean has(LedgerRow row, String column) {
        return row.columns().contains(column);
    }

    @Override
    protected Map<String, Object> said(Visit it) {
        Map<String, Object> row = new HashMap<>();
        row.put("信访日期", it.visitedOn);
        row.put("到访层级", it.level.code());
        row.put("人数", it.persons);
        row.put(REPRESENTATIVES, it.representatives);
        row.put(PETITION, petitions.nationalNumber(it.petitionId));
        row.put("接待场所", it.place.code());
        row.put(NOTIFIER, it.notifiedBy == null ? null : it.notifiedBy.code());
        row.put(PETITIONERS, visits.names(it));
        row.put(ACCOUNT, visits.account(it));
        return row;
    }
}
