package org.fengqiao.legal.registers;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fengqiao.kit.events.RecordKind;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Entry;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.ledger.RegisterLedger;
import org.fengqiao.kit.web.Page;
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

    private static final String NUMBER = "编号";
    private static final String REMARK = "备注";

    private final RegisterDoor door;
    private final Class<R> type;
    private final Supplier<R> blank;
    private final Parts<S> parts;
    private final String path;
    private final String dayIn;
    private final String titleZh;
    private final String titleEn;

    /**
     * @param blank a new record: its constructor
     * @param said what a record says
     * @param path the name in URLs, of resource and ledger: {@code contract-reviews}
     * @param dayIn the component with the day a record is of
     * @param titleZh of the ledger: {@code 合同审查台账}
     */
    protected LegalRegister(
            RegisterDoor door,
            Supplier<R> blank,
            Class<S> said,
            String path,
            String dayIn,
            String titleZh,
            String titleEn) {
        super(door.register(), typeOf(blank));
        this.door = door;
        this.type = typeOf(blank);
        this.blank = blank;
        this.parts = Parts.of(said);
        this.path = path;
        this.dayIn = dayIn;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
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

    /** Does what follows of a record that was described or voided: its deadlines, say. */
    protected void written(R it) {}

    /** The day a record is of: lists are narrowed by it, and the register's year goes by it. */
    private LocalDate day(S said) {
        return (LocalDate) parts.named(dayIn).of(said);
    }

    Parts<S> parts() {
        return parts;
    }

    Class<R> type() {
        return type;
    }

    /** The component with the day a record is of. */
    String dayIn() {
        return dayIn;
    }

    /** The record, whoever's it is: to look at what others name; null where there is none. */
    protected R find(UUID id) {
        return door.register().find(type, id);
    }

    /** These records in the order of their ids, locked, where they carry last days of their own. */
    public List<R> lock(List<UUID> ids) {
        return door.register().lock(type, ids);
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

    // What the resource answers

    protected RegisterDesks.Desk<R, Registered<S>> desk() {
        return door.desks().of(type, path(), it -> shown(it, false));
    }

    Response enter(S given) {
        return desk().enter(given, command -> fresh(given, command));
    }

    Page<Registered<S>> list(LocalDate from, LocalDate to, Integer limit, String cursor) {
        String day = "said." + dayIn;
        return desk().list(
                        limit,
                        cursor,
                        Registered::withoutTexts,
                        all ->
                                all.by(day + " >= :from", "from", from)
                                        .by(day + " <= :to", "to", to));
    }

    Response answer(UUID id) {
        R it = desk().get(id);
        return desk().answer(it, shown(it, desk().showsPersons(it, "get" + parts.simpleName())));
    }

    Response correct(UUID id, RegisterResource.Correction<S> given) {
        return desk().correct(
                        id,
                        given,
                        given.reason(),
                        (it, command) ->
                                describe(it, given.record(), new Looking(command, "/record")));
    }

    /**
     * Takes a step of the record's own.
     *
     * @param on the day it happened, today where absent
     * @param change what the step adds to what the record says, all in clear
     */
    protected <T extends Step<?>> Response take(
            UUID id, Object body, LocalDate on, T step, BiFunction<S, LocalDate, S> change) {
        return desk().change(
                        id,
                        body,
                        (it, command) -> {
                            LocalDate day = command.dateOr(on);
                            S open = open(it);
                            requireStep(step, open);
                            it.entry.take(step.name(), day);
                            describe(it, change.apply(open, day), new Looking(command, ""));
                        });
    }

    /**
     * Refuses a step that the record's life cycle has not from here; of registers that have one.
     */
    protected void requireStep(Step<?> step, S open) {}

    Response markVoid(UUID id, Reason reason) {
        return desk().markVoid(id, reason, (it, command) -> {}, (it, command) -> written(it));
    }

    List<Journal.Step> history(UUID id) {
        return desk().history(id, "get" + parts.simpleName() + "History");
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

    /** A new record of what was given. */
    protected R fresh(S given, Command command) {
        R it = blank.get();
        it.id = idOf(given);
        it.entry = Entry.of(given.division(), day(given), command);
        describe(it, given, new Looking(command, ""));
        return it;
    }

    /** Of a new record. */
    protected UUID idOf(S given) {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Writes what was given, once it was looked at. */
    protected void describe(R it, S given, Looking looking) {
        door.requirePlace(given.division(), looking.scope(), looking.place(Part.DIVISION));
        it.entry.requireDivision(given.division(), looking.place(Part.DIVISION));
        S standing = it.said() == null ? null : open(it);
        S kept = standing == null ? given : Sealing.kept(given, standing);
        S whole = parts.make(part -> value(part, kept, standing));
        parts.all().forEach(part -> look(part, whole, standing, looking));
        check(whole, it, looking);
        S derived = derived(whole, it, looking);
        it.personIndex = door.sealing().index(derived);
        it.say(door.sealing().seal(derived, table(), it.id));
        written(it);
    }

    /** What is derived stays as it stands until {@link #derived} makes it anew. */
    private static Object value(Part part, Object given, Object standing) {
        if (part.isDerived()) {
            return standing == null ? null : part.of(standing);
        }
        return part.of(given);
    }

    private void look(Part part, S given, S standing, Looking looking) {
        Object value = part.of(given);
        String place = looking.place(part.name());
        Sealed sealed = part.annotation(Sealed.class);
        if (value == null) {
            if (sealed != null && sealed.required()) {
                throw Refusal.of(422, "REQUIRED", "缺少必填内容", "Something required is missing")
                        .at(place, "必填", "required");
            }
            return;
        }
        if (part.register() != null && (standing == null || !value.equals(part.of(standing)))) {
            door.references().require(part.register(), (UUID) value, given.division(), place);
        }
        if (part.isDay() && !part.isDerived()) {
            lookAtDay(part, (LocalDate) value, given, looking);
        }
    }

    private void lookAtDay(Part part, LocalDate day, S given, Looking looking) {
        if (part.annotation(Ahead.class) == null) {
            Days.requirePast(day, looking.today(), looking.place(part.name()));
        }
        NotBefore first = part.annotation(NotBefore.class);
        if (first != null) {
            LocalDate other = (LocalDate) parts.named(first.value()).of(given);
            Days.requireNotBefore(day, other, looking.place(part.name()));
        }
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
        return "v1/" + path;
    }

    @Override
    public List<? extends Recorded> lockNext(UUID after, int limit) {
        return door.register().kind(type, name(), table(), path()).lockNext(after, limit);
    }

    // A ledger

    @Override
    public String kind() {
        return path;
    }

    @Override
    public String titleZh() {
        return titleZh;
    }

    @Override
    public String titleEn() {
        return titleEn;
    }

    @Override
    public List<LedgerColumn> columns() {
        Stream<LedgerColumn> number =
                Stream.of(LedgerColumn.number(NUMBER, "Number").key().alias("序号"));
        Stream<LedgerColumn> said = parts.all().stream().filter(Part::isColumn).map(Part::column);
        Stream<LedgerColumn> remark =
                Stream.of(LedgerColumn.text(REMARK, "Remark").personal().aside());
        return Stream.of(number, said, moreColumns().stream(), remark).flatMap(it -> it).toList();
    }

    /** Columns of what the record has lists of: a row says one of each. */
    protected List<LedgerColumn> moreColumns() {
        return List.of();
    }

    /** What {@link #moreColumns} of the row say, added to what the others said. */
    protected S more(S read, LedgerRow row, R standing) {
        return read;
    }

    /** What an export writes into {@link #moreColumns}. */
    protected void moreCells(S open, Map<String, Object> row) {}

    /** Titles of columns by the pointer of what they hold. */
    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        parts.all().stream()
                .filter(Part::isColumn)
                .forEach(it -> fields.put("/" + it.name(), it.titleZh()));
        return fields;
    }

    @Override
    protected R fresh(LedgerRow row, ImportContext context) {
        return row.doing(
                NUMBER, fields(), () -> fresh(given(row, null, context), context.command()));
    }

    @Override
    protected void describe(R it, LedgerRow row, ImportContext context) {
        row.doing(
                NUMBER,
                fields(),
                () -> describe(it, given(row, it, context), new Looking(context.command(), "")));
    }

    /** What the row says; where it says nothing, what stands. */
    protected S given(LedgerRow row, R standing, ImportContext context) {
        return more(parts.make(part -> cell(part, row, standing, context)), row, standing);
    }

    private Object cell(Part part, LedgerRow row, R standing, ImportContext context) {
        Object stands = standing == null ? null : part.of(standing.said());
        if (!part.isColumn() || !row.columns().contains(part.titleZh())) {
            boolean own = part.name().equals(Part.DIVISION) && standing == null;
            return own ? context.division() : part.isSealed() ? null : stands;
        }
        String title = part.titleZh();
        if (part.isId() && !row.has(title)) {
            return stands;
        }
        if (part.name().equals(Part.DIVISION)) {
            return place(row, title, context);
        }
        if (part.register() != null && row.has(title)) {
            return row.doing(
                    title,
                    Map.of(),
                    () ->
                            door.references()
                                    .find(part.register(), row.text(title), context.division()));
        }
        if (part.isSealed() && stands != null && !row.has(title)) {
            throw row.refuse(
                    title, "CELL_WITHOUT_EFFECT", "已有内容，留空不能删除", "A blank cell does not delete it");
        }
        return Cells.read(part, row, title);
    }

    private String place(LedgerRow row, String title, ImportContext context) {
        if (!row.has(title)) {
            return context.division();
        }
        String village = door.villageOf(context.division(), row.text(title));
        if (village == null) {
            throw row.refuse(title, "PLACE_UNKNOWN", "本单位没有该村（社区）", "No such village here");
        }
        return village;
    }

    @Override
    protected boolean isAsSaid(R it, LedgerRow row, ImportContext context) {
        S open = open(it);
        S given = row.doing(NUMBER, fields(), () -> given(row, it, context));
        S kept = Sealing.kept(given, open);
        return parts.make(part -> value(part, kept, open)).equals(open);
    }

    @Override
    protected Map<String, Object> said(R it) {
        S open = open(it);
        Map<String, Object> row = new LinkedHashMap<>();
        parts.all().stream()
                .filter(Part::isColumn)
                .forEach(part -> row.put(part.titleZh(), written(part, open)));
        moreCells(open, row);
        return row;
    }

    private Object written(Part part, S open) {
        Object value = part.of(open);
        if (part.name().equals(Part.DIVISION)) {
            return door.villageIn((String) value);
        }
        return part.register() == null || value == null
                ? Cells.written(part, open)
                : door.references().called(part.register(), (UUID) value);
    }

    @Override
    protected boolean belongsTo(int year, R it) {
        return day(it.said()).getYear() == year;
    }
}
