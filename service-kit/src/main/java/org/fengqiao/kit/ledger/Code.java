package org.fengqiao.kit.ledger;

import java.util.List;
import org.fengqiao.kit.web.Coded;

/**
 * A value of a code list, with the other words that offices write for it.
 *
 * @param aliases words read as this code; exports write {@code zh}
 */
public record Code(String code, String zh, String en, List<String> aliases) implements Coded {

    public Code {
        aliases = List.copyOf(aliases);
    }

    public static Code of(String code, String zh, String en, String... aliases) {
        return new Code(code, zh, en, List.of(aliases));
    }
}
