package org.fengqiao.legal.registers;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.journal.PersonSearches;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.security.Scope;
import org.fengqiao.kit.web.Refusal;

/**
 * Records that others name by their id. A village names those of its township, too: its counsel is
 * on the township's roster.
 */
@ApplicationScoped
class References {

    private static final String NAME = "name";

    private final List<LegalRegister<?, ?>> registers;
    private final PersonSearches searches;
    private final PersonIndex index;

    References(
            @All List<LegalRegister<?, ?>> registers, PersonSearches searches, PersonIndex index) {
        this.registers = registers;
        this.searches = searches;
        this.index = index;
    }

    /** Refuses an id of no record that a record of the division may name (422). */
    void require(String register, UUID id, String division, String pointer) {
        LegalRecord<?> it = named(register).find(id);
        if (it == null || it.entry.voided() || !around(division).contains(it.division())) {
            throw unknown().at(pointer, "无此记录", "names no such record");
        }
    }

    /**
     * The record that a cell names by its person or its id.
     *
     * @throws Refusal 422 without a place, where there is none, or more than one
     */
    UUID find(String register, String cell, String division) {
        if (cell.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return UUID.fromString(cell);
        }
        List<UUID> found = search(named(register), cell, around(division));
        if (found.isEmpty()) {
            throw unknown();
        }
        if (found.size() > 1) {
            throw Refusal.of(
                    422,
                    "REFERENCE_AMBIGUOUS",
                    "有同名的多条记录，请填编号",
                    "Several of that name: give the id");
        }
        return found.get(0);
    }

    private <R extends LegalRecord<?>> List<UUID> search(
            LegalRegister<?, R> register, String name, Scope scope) {
        return searches.find(register, register.type(), scope, index.indexes(NAME, name)).stream()
                .filter(it -> !it.entry.voided())
                .map(it -> it.id)
                .toList();
    }

    /**
     * What a ledger calls the record; its id where it names no person, or several have the name.
     */
    String called(String register, UUID id) {
        LegalRegister<?, ?> records = named(register);
        String name = records.nameOf(id);
        Scope around = around(records.find(id).division());
        boolean alone = name != null && search(records, name, around).size() == 1;
        return alone ? name : id.toString();
    }

    private LegalRegister<?, ?> named(String path) {
        return registers.stream().filter(it -> it.kind().equals(path)).findFirst().orElseThrow();
    }

    /** The township that a village is in; of any other division itself. */
    private static Scope around(String division) {
        DivisionCode code = new DivisionCode(division);
        return Scope.of(code.level() == Level.VILLAGE ? code.in(Level.TOWNSHIP).value() : division);
    }

    private static Refusal unknown() {
        return Refusal.of(422, "REFERENCE_UNKNOWN", "本单位没有该记录", "No such record here");
    }
}
