package org.fengqiao.legal.registers;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerColumn;
import org.fengqiao.kit.ledger.LedgerRow;

/** What records say as rows of the register's ledger. */
final class LedgerRows<S extends Said> {

    private static final String NUMBER = "编号";
    private static final String REMARK = "备注";

    private final RegisterDoor door;
    private final Parts<S> parts;

    LedgerRows(RegisterDoor door, Parts<S> parts) {
        this.door = door;
        this.parts = parts;
    }

    /** Number, a column per component, of a list those of its first record, remark. */
    List<LedgerColumn> columns() {
        Stream<LedgerColumn> number =
                Stream.of(LedgerColumn.number(NUMBER, "Number").key().alias("序号"));
        Stream<LedgerColumn> said =
                parts.all().stream().flatMap(it -> cells(it).stream().map(cell -> cell.column(it)));
        Stream<LedgerColumn> remark =
                Stream.of(LedgerColumn.text(REMARK, "Remark").personal().aside());
        return Stream.of(number, said, remark).flatMap(it -> it).toList();
    }

    /** The parts that have cells: the part itself, or those of a list's records. */
    private static List<Part> cells(Part part) {
        if (part.isFirstInLedger()) {
            return Parts.of(part.records()).all();
        }
        return part.isColumn() ? List.of(part) : List.of();
    }

    /** Does what a row says: a refusal names its columns instead of components. */
    <T> T doing(LedgerRow row, Supplier<T> act) {
        Map<String, String> fields = new HashMap<>();
        for (Part part : parts.all()) {
            for (Part cell : cells(part)) {
                String at = "/" + part.name();
                fields.put(cell == part ? at : at + "/0/" + cell.name(), cell.titleZh());
            }
        }
        return row.doing(NUMBER, fields, act);
    }

    /**
     * What the row says; where it says nothing, what stands.
     *
     * @param standing in clear; null of a new record
     */
    S read(LedgerRow row, S standing, ImportContext context) {
        S read = parts.make(part -> value(part, row, standing, context));
        door.rules().requireValid(read);
        return read;
    }

    private Object value(Part part, LedgerRow row, S standing, ImportContext context) {
        Object stands = standing == null ? null : part.of(standing);
        if (part.isFirstInLedger()) {
            return items(part, row, stands == null ? List.of() : (List<?>) stands);
        }
        boolean told = part.isColumn() && row.columns().contains(part.titleZh());
        if (part.name().equals(Part.DIVISION)) {
            return told && row.has(part.titleZh())
                    ? village(row, part.titleZh(), context)
                    : standing == null ? context.division() : stands;
        }
        if (!told || part.isId() && !row.has(part.titleZh())) {
            return stands;
        }
        if (part.register() != null && row.has(part.titleZh())) {
            return referred(part, row, context);
        }
        if (part.isSealed() && stands != null && !row.has(part.titleZh())) {
            throw row.refuse(
                    part.titleZh(),
                    "CELL_WITHOUT_EFFECT",
                    "已有内容，留空不能删除",
                    "A blank cell does not delete it");
        }
        return Cells.read(part, row);
    }

    /** The list with its first record as the row says it; a row that says none leaves the list. */
    private static List<?> items(Part list, LedgerRow row, List<?> standing) {
        Parts<?> item = Parts.of(list.records());
        if (item.all().stream().noneMatch(it -> tells(it, row))) {
            return standing;
        }
        Object first = standing.isEmpty() ? null : standing.get(0);
        Object read =
                item.make(
                        part -> {
                            Object value = Cells.read(part, row);
                            if (value == null && part.isRequired()) {
                                throw row.refuse(
                                        part.titleZh(),
                                        "REQUIRED",
                                        "须填写",
                                        "required beside the others");
                            }
                            return value == null && first != null ? part.of(first) : value;
                        });
        return Stream.concat(Stream.of(read), standing.stream().skip(1)).toList();
    }

    /** Whether a cell says something of a record: offices write 0 where there was none. */
    private static boolean tells(Part part, LedgerRow row) {
        String title = part.titleZh();
        return row.has(title) && !(part.type() == Integer.class && row.integer(title) == 0);
    }

    private UUID referred(Part part, LedgerRow row, ImportContext context) {
        return row.doing(
                part.titleZh(),
                Map.of(),
                () ->
                        door.references()
                                .find(
                                        part.register(),
                                        row.text(part.titleZh()),
                                        context.division()));
    }

    private String village(LedgerRow row, String title, ImportContext context) {
        String village = door.places().villageOf(context.division(), row.text(title));
        if (village == null) {
            throw row.refuse(title, "PLACE_UNKNOWN", "本单位没有该村（社区）", "No such village here");
        }
        return village;
    }

    /** The cells of an export, by title. */
    Map<String, Object> written(S open) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Part part : parts.all()) {
            if (part.isFirstInLedger()) {
                List<?> items = (List<?>) part.of(open);
                if (items != null && !items.isEmpty()) {
                    cells(part)
                            .forEach(it -> row.put(it.titleZh(), Cells.written(it, items.get(0))));
                }
            } else if (part.isColumn()) {
                row.put(part.titleZh(), written(part, open));
            }
        }
        return row;
    }

    private Object written(Part part, S open) {
        Object value = part.of(open);
        if (part.name().equals(Part.DIVISION)) {
            return door.places().villageIn((String) value);
        }
        return part.register() == null || value == null
                ? Cells.written(part, open)
                : door.references().called(part.register(), (UUID) value);
    }
}
