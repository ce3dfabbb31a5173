package org.fengqiao.kit.ledger;

import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Coded;

/**
 * A value of a code list, with the other words that offices write for it.
 *
 * @param aliases words read as this code; exports write {@code zh}
 */
record Code(String code, String zh, String en, List<String> aliases) implements Coded {

    Code {
        aliases = List.copyOf(aliases);
    }

    /** A code with more words than it has. */
    static Code of(Coded code, List<String> more) {
        List<String> before = code instanceof Code known ? known.aliases() : List.of();
        return new Code(
                code.code(),
                code.zh(),
                code.en(),
                Stream.concat(before.stream(), more.stream()).toList());
    }

    static Code of(String code, String zh, String en, String... aliases) {
        return new Code(code, zh, en, List.of(aliases));
    }
}
