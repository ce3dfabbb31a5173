package org.fengqiao.legal.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.ledger.RegisterLedger;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.legal.registers.Sealed.Mask;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * A register: its ledger, its kind of record, and the rules of what may stand in it. A bean of it
 * is a {@code @Singleton}.
 *
 * @param <S> what a record says
 * @param <R> the record
 */
public abstract class LegalRegister<S extends Said, R extends LegalRecord<S>>
        extends RegisterLedger<R> implements RecordKind {

    private final RegisterDoor door;
    private final Class<R> type;
    private final Supplier<R> blank;
    private final Parts<S> parts;
    private final LedgerRows<S> rows;
    private final Names names;

    /**
     * @param blank a new record: its constructor
     * @param said what a record says
     */
    protected LegalRegister(RegisterDoor door, Supplier<R> blank, Class<S> said, Names names) {
        super(door.books().register(), typeOf(blank));
        this.door = door;
        this.type = typeOf(blank);
        this.blank = blank;
        this.parts = Parts.of(said);
        this.rows = new LedgerRows<>(door, parts);
        this.names = names;
    }

    @SuppressWarnings("unchecked") // The class of an R.
    private static <R> Class<R> typeOf(Supplier<R> blank) {
        return (Class<R>) blank.get().getClass();
    }

    /** Refuses what may not stand in the register, beside what its annotations say. */
    protected void check(S given, R standing, Looking looking) {}

    /** With what is derived of it; {@code standing} has its id and division, and what stood. */
    protected S derived(S given, R standing, Looking looking) {
        return given;
    }

    RegisterDoor door() {
        return door;
    }

    /**
     * What a record says, with other values of some components.
     *
     * @param changes names of components, each followed by its value, in clear
     */
    public S with(S said, Object... changes) {
        return parts.with(said, changes);
    }

    /** Does what follows of a record that was described or voided: its deadlines, say. */
    protected void written(R it) {}

    /** The day a record is of: lists are narrowed by it, and the register's year goes by it. */
    private LocalDate day(S said) {
        return (LocalDate) parts.named(names.dayIn()).of(said);
    }

    Parts<S> parts() {
        return parts;
    }

    Class<R> type() {
        return type;
    }

    /** The component with the day a record is of. */
    String dayIn() {
        return names.dayIn();
    }

    /** Whether what began on one day and ended on another, or not yet, is of a year. */
    protected static boolean standsIn(int year, LocalDate first, LocalDate last) {
        return new Term(first, last).touches(year);
    }

    /** The record, whoever's it is: to look at what others name; null where there is none. */
    protected R find(UUID id) {
        return door.books().register().find(type, id);
    }

    /** The name of the person that the record is of, in clear; null where it names none. */
    String nameOf(UUID id) {
        S open = open(find(id));
        return parts.all().stream()
                .filter(it -> it.isSealed() && it.annotation(Sealed.class).mask() == Mask.NAME)
                .map(it -> (String) it.of(open))
                .findFirst()
                .orElse(null);
    }

    /** What its resource answers. */
    RegisterAnswers<S, R> answers() {
        return new RegisterAnswers<>(this, door.books().desks());
    }

    /**
     * The row of the register's table by which a record goes this step; refuses one that has none
     * from here, see {@link StepRow#goneBy}. Of registers with a life cycle.
     */
    protected Step<?> row(Step<?> step, S open) {
        return step;
    }

    /** Does what follows of a record that was just voided. */
    protected void voided(R it, Command command) {
        written(it);
    }

    /** The record, its texts in clear or masked. */
    Registered<S> shown(R it, boolean persons) {
        S open = open(it);
        return Registered.of(it, persons, persons ? open : Sealing.masked(open));
    }

    /** What it says in clear: only for an answer that has been audited, and for masks. */
    protected S open(R it) {
        return door.sealing().open(it.said(), table(), it.id);
    }

    /** A new record that says this, once it was looked at. */
    R fresh(S given, Looking looking) {
        R it = blank.get();
        it.id = idOf(given);
        it.entry = Entry.of(given.division(), day(given), looking.command());
        describe(it, given, looking);
        return it;
    }

    /** Of a new record. */
    protected UUID idOf(S given) {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Writes what was given, once it was looked at. */
    protected void describe(R it, S given, Looking looking) {
        door.places().require(given.division(), looking.scope(), looking.place(Part.DIVISION));
        it.entry.requireDivision(given.division(), looking.place(Part.DIVISION));
        S standing = it.said() == null ? null : open(it);
        requireWhole(standing, looking);
        S whole = looking.own() ? given : whole(given, standing);
        door.rules().require(whole, standing, looking);
        check(whole, it, looking);
        S derived = derived(whole, it, looking);
        it.personIndex = door.sealing().index(derived);
        it.say(door.sealing().seal(derived, table(), it.id));
        written(it);
        described(it, looking.command());
    }

    /** Does what follows of a record that was described: its parts, say. */
    protected void described(R it, Command command) {}

    /** Refuses to change a part of another record by itself: it would no longer agree with that. */
    static void requireWhole(Said standing, Looking looking) {
        if (standing != null && standing.partOf() != null && !looking.own()) {
            throw Refusal.of(
                            409,
                            "PART_OF_ANOTHER",
                            "本记录由另一条记录生成，请更正或者作废那一条",
                            "The record is part of another: correct or void that one")
                    .at("", "由" + standing.partOf() + "生成", "made of " + standing.partOf());
        }
    }

    /** With what is left out as it stands; what is derived stays until it is made anew. */
    private S whole(S given, S standing) {
        S kept = standing == null ? given : Sealing.kept(given, standing);
        return parts.make(
                part -> {
                    Object stands = standing == null ? null : part.of(standing);
                    return part.isDerived() ? stands : part.of(kept);
                });
    }

    /**
     * Brings the records that are parts of another in line with it. All of it is looked at now, and
     * written by what is returned.
     *
     * @param component that holds the other record's id
     * @param wanted what the parts should say, all in clear
     */
    public Runnable aligning(String component, UUID whole, List<S> wanted, Command command) {
        List<R> standing = door.books().locked(type, "said." + component, whole);
        return new Alignment<>(this, command).of(standing, wanted);
    }

    // A kind of record

    @Override
    public String name() {
        return LegalRecord.kind(type);
    }

    @Override
    public String table() {
        return LegalRecord.table(type);
    }

    @Override
    public String path() {
        return "v1/" + names.path();
    }

    @Override
    public List<? extends Recorded> lockNext(UUID after, int limit) {
        return door.books().register().kind(type, name(), table(), path()).lockNext(after, limit);
    }

    // A ledger

    @Override
    public String kind() {
        return names.path();
    }

    @Override
    public String titleZh() {
        return names.titleZh();
    }

    @Override
    public String titleEn() {
        return names.titleEn();
    }

    @Override
    public List<LedgerColumn> columns() {
        return rows.columns();
    }

    @Override
    protected R fresh(LedgerRow row, ImportContext context) {
        return rows.doing(
                row,
                () -> fresh(rows.read(row, null, context), new Looking(context.command(), "")));
    }

    @Override
    protected void describe(R it, LedgerRow row, ImportContext context) {
        rows.doing(
                row,
                () -> {
                    S read = rows.read(row, open(it), context);
                    describe(it, read, new Looking(context.command(), ""));
                    return it;
                });
    }

    @Override
    protected boolean isAsSaid(R it, LedgerRow row, ImportContext context) {
        S open = open(it);
        S read = rows.doing(row, () -> rows.read(row, open, context));
        return parts.same(whole(read, open), open);
    }

    @Override
    protected Map<String, Object> said(R it) {
        return rows.written(open(it));
    }

    @Override
    protected boolean belongsTo(int year, R it) {
        return day(it.said()).getYear() == year;
    }
}
