package org.fengqiao.legal.registers;

import java.util.ArrayList;
import java.util.List;
import org.fengqiao.kit.journal.Command;

/**
 * Brings the parts of a record in line with it: the first with the first, and so on; what is left
 * over is voided.
 */
final class Alignment<S extends Said, R extends LegalRecord<S>> {

    private static final String REASON = "随所属记录更正 With the record that it is part of";

    private final LegalRegister<S, R> register;
    private final Command command;
    private final List<R> changed = new ArrayList<>();
    private final List<R> entered = new ArrayList<>();

    Alignment(LegalRegister<S, R> register, Command command) {
        this.register = register;
        this.command = command;
    }

    /** Looks at all of it now, and writes it when it is run. */
    Runnable of(List<R> standing, List<S> wanted) {
        for (int i = 0; i < Math.max(wanted.size(), standing.size()); i++) {
            if (i >= standing.size()) {
                entered.add(register.fresh(wanted.get(i), Looking.own(command)));
            } else if (i >= wanted.size()) {
                markVoid(standing.get(i));
            } else if (!register.parts().same(register.open(standing.get(i)), wanted.get(i))) {
                correct(standing.get(i), wanted.get(i));
            }
        }
        return this::write;
    }

    private void markVoid(R it) {
        it.entry.markVoid(REASON);
        register.written(it);
        changed.add(it);
    }

    private void correct(R it, S wanted) {
        it.entry.correct(REASON);
        register.describe(it, wanted, Looking.own(command));
        changed.add(it);
    }

    private void write() {
        Books books = register.door().books();
        entered.forEach(it -> books.enter(it, command));
        changed.forEach(it -> books.writes().also(it, command));
    }
}
