package org.fengqiao.kit.divisions;

import java.util.List;
import java.util.Optional;

/**
 * A division as the register names it.
 *
 * @param officialName with the body's name, e.g. {@code 瓦屋村民委员会}
 * @param successor the division it was merged into; absent while it exists
 */
public record Division(DivisionCode code, String officialName, Optional<DivisionCode> successor) {

    private static final List<String> BODIES = List.of("村民委员会", "村委会", "居民委员会", "居委会");

    /** The name for display, without the body's: {@code 瓦屋}, {@code 曙光社区}, {@code 瓦屋镇}. */
    public String name() {
        if (code.level() != DivisionCode.Level.VILLAGE) {
            return officialName;
        }
        return BODIES.stream()
                .filter(it -> officialName.endsWith(it) && officialName.length() > it.length())
                .findFirst()
                .map(it -> officialName.substring(0, officialName.length() - it.length()))
                .orElse(officialName);
    }
}
