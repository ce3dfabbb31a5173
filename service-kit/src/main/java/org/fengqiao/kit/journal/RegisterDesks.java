package org.fengqiao.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.security.ReadAudit;
import org.fengqiao.kit.web.Page;

/**
 * What registers answer over HTTP, and answer alike. The methods with their paths, scopes and words
 * stay in each register's resource; they ask its {@link Desk}.
 */
@ApplicationScoped
public class RegisterDesks {

    private final Register register;
    private final Commands commands;
    private final Caller caller;
    private final ReadAudit audit;
    private final History history;
    private final Answers answers;

    RegisterDesks(
            Register register,
            Commands commands,
            Caller caller,
            ReadAudit audit,
            History history,
            Answers answers) {
        this.register = register;
        this.commands = commands;
        this.caller = caller;
        this.audit = audit;
        this.history = history;
        this.answers = answers;
    }

    /**
     * The desk of one register.
     *
     * @param path of its resource below the service: {@code v1/lists}
     * @param view what is shown of a record that was written
     */
    public <R extends Register.Line, V> Desk<R, V> of(
            Class<R> type, String path, Function<R, V> view) {
        return new Desk<>(type, path, view);
    }

    /** The desk of a register of records {@code R}, shown as {@code V}. */
    public final class Desk<R extends Register.Line, V> {

        private final Class<R> type;
        private final String path;
        private final Function<R, V> view;

        private Desk(Class<R> type, String path, Function<R, V> view) {
            this.type = type;
            this.path = path;
            this.view = view;
        }

        /** Enters a record: 201. */
        public Response enter(Object body, Function<Command, R> fresh) {
            Command command = commands.creating(body);
            R entered = register.enter(type, command, () -> fresh.apply(command));
            return answers.created(path, entered, view.apply(entered));
        }

        /** The records of the caller's area, newest first; call it in a transaction. */
        public Page<V> list(Integer limit, String cursor, Function<R, V> line) {
            return list(limit, cursor, line, all -> all);
        }

        /** Of them those that a condition holds of; call it in a transaction. */
        public Page<V> list(
                Integer limit,
                String cursor,
                Function<R, V> line,
                UnaryOperator<Narrowing> narrowing) {
            return answers.page(
                    limit,
                    cursor,
                    (before, rows) -> register.list(type, caller.scope(), before, rows, narrowing),
                    line);
        }

        /** The record, or 404 where it is absent or outside the caller's area. */
        public R get(UUID id) {
            return register.get(type, id, caller.scope());
        }

        /** 200 with the record's version as entity tag. */
        public Response answer(R it, V shown) {
            return answers.of(it, shown);
        }

        /** As {@link ReadAudit#showsPersons}, of the record: never inside a transaction. */
        public boolean showsPersons(R it, String operation) {
            return audit.showsPersons(operation, it.kind(), it.id());
        }

        /**
         * Corrects a record, or adds to it: 200.
         *
         * @param reason why, as its history tells
         */
        public Response correct(
                UUID id, Object body, String reason, BiConsumer<R, Command> change) {
            Command command = commands.changing(body);
            R corrected =
                    register.correct(type, id, reason, command, it -> change.accept(it, command));
            return answers.of(corrected, view.apply(corrected));
        }

        /** Takes a step of the record's own: 200. */
        public Response change(UUID id, Object body, BiConsumer<R, Command> change) {
            Command command = commands.changing(body);
            R changed = register.change(type, id, command, it -> change.accept(it, command));
            return answers.of(changed, view.apply(changed));
        }

        /** Voids a record: 200. */
        public Response markVoid(UUID id, Reason reason) {
            return markVoid(id, reason, (it, command) -> {});
        }

        /**
         * Voids a record unless something speaks against it: 200.
         *
         * @param unless refuses, with the record locked
         */
        public Response markVoid(UUID id, Reason reason, BiConsumer<R, Command> unless) {
            return markVoid(id, reason, unless, (it, command) -> {});
        }

        /**
         * The same, and does what follows, with the record void.
         *
         * @param unless refuses, with the record locked
         */
        public Response markVoid(
                UUID id,
                Reason reason,
                BiConsumer<R, Command> unless,
                BiConsumer<R, Command> after) {
            Command command = commands.changing(reason);
            R voided =
                    register.change(
                            type,
                            id,
                            command,
                            it -> {
                                unless.accept(it, command);
                                it.entry().markVoid(reason.reason());
                                after.accept(it, command);
                            });
            return answers.of(voided, view.apply(voided));
        }

        /** The record's steps, as {@link History} shows them. */
        public List<Journal.Step> history(UUID id, String operation) {
            return history.of(get(id), operation);
        }
    }
}
