package org.fengqiao.kit.divisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A division as the register names it, while it bore that name.
 *
 * @param officialName with the body's name, e.g. {@code 瓦屋村民委员会}
 * @param successors what became of it: the one division that it was merged into, or that bears its
 *     place under a new code; of a split all of them; none while it exists
 * @param validFrom its first day; absent for always
 * @param validTo its last day; absent while it exists, and where nobody knows when it ended
 */
public record Division(
        DivisionCode code,
        String officialName,
        List<DivisionCode> successors,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    private static final List<String> BODIES = List.of("村民委员会", "村委会", "居民委员会", "居委会");

    public Division {
        successors = List.copyOf(successors);
    }

    /** One that always was and still is. */
    public Division(DivisionCode code, String officialName) {
        this(code, officialName, List.of(), Optional.empty(), Optional.empty());
    }

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

    /** Its first day, before all others where the register tells none. */
    LocalDate begins() {
        return validFrom.orElse(LocalDate.MIN);
    }

    /** Whether it existed on some day from the first to the last. */
    public boolean existed(LocalDate first, LocalDate last) {
        boolean begun = !begins().isAfter(last);
        boolean ended = validTo.map(it -> it.isBefore(first)).orElse(!successors.isEmpty());
        return begun && !ended;
    }

    /** Whether its successors stand in its place on the day. */
    boolean isSucceeded(LocalDate on) {
        return !successors.isEmpty() && validTo.map(it -> it.isBefore(on)).orElse(true);
    }

    /** Whether the register tells more of it than its name. */
    boolean hasHistory() {
        return !successors.isEmpty() || validFrom.isPresent() || validTo.isPresent();
    }
}
