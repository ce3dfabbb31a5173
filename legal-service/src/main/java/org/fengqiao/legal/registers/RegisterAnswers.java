package org.fengqiao.legal.registers;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.fengqiao.kit.journal.Journal;
import org.fengqiao.kit.journal.Reason;
import org.fengqiao.kit.journal.RegisterDesks;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.kit.web.Page;

/** What a register answers to its resource. */
final class RegisterAnswers<S extends Said, R extends LegalRecord<S>> {

    private final LegalRegister<S, R> register;
    private final RegisterDesks desks;

    RegisterAnswers(LegalRegister<S, R> register, RegisterDesks desks) {
        this.register = register;
        this.desks = desks;
    }

    private RegisterDesks.Desk<R, Registered<S>> desk() {
        return desks.of(register.type(), register.path(), it -> register.shown(it, false));
    }

    Response enter(S given) {
        return desk().enter(given, command -> register.fresh(given, new Looking(command, "")));
    }

    Page<Registered<S>> list(LocalDate from, LocalDate to, Integer limit, String cursor) {
        String day = "said." + register.dayIn();
        return desk().list(
                        limit,
                        cursor,
                        Registered::withoutTexts,
                        all ->
                                all.by(day + " >= :from", "from", from)
                                        .by(day + " <= :to", "to", to));
    }

    Response get(UUID id) {
        R it = desk().get(id);
        return desk().answer(it, register.shown(it, desk().showsPersons(it, "get" + simpleName())));
    }

    Response correct(UUID id, RegisterResource.Correction<S> given) {
        return desk().correct(
                        id,
                        given,
                        given.reason(),
                        (it, command) ->
                                register.describe(
                                        it, given.record(), new Looking(command, "/record")));
    }

    /**
     * Takes a step of the record's own.
     *
     * @param change what the step adds to what the record says, all in clear, by its day
     */
    Response take(UUID id, Happened body, Step<?> step, BiFunction<S, LocalDate, S> change) {
        return desk().change(
                        id,
                        body,
                        (it, command) -> {
                            LocalDate day = command.dateOr(body.on());
                            S open = register.open(it);
                            it.entry.take(register.row(step, open).name(), day);
                            register.describe(
                                    it, change.apply(open, day), new Looking(command, ""));
                        });
    }

    Response markVoid(UUID id, Reason reason) {
        return desk().markVoid(
                        id,
                        reason,
                        (it, command) ->
                                LegalRegister.requireWhole(it.said(), new Looking(command, "")),
                        register::voided);
    }

    List<Journal.Step> history(UUID id) {
        return desk().history(id, "get" + simpleName() + "History");
    }

    /** Refuses what is not the caller's: what else the resource answers of the record. */
    void require(UUID id) {
        desk().get(id);
    }

    private String simpleName() {
        return register.parts().simpleName();
    }
}
