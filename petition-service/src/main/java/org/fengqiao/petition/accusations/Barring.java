package org.fengqiao.petition.accusations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;

/**
 * Who can be neither handler nor reader (XF 30): a body that is named, whoever stands below it, and
 * where a township is named, anybody below the county.
 */
@ApplicationScoped
class Barring {

    private final Divisions divisions;

    Barring(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Whether that division may not open it; merged divisions count as what they are today. */
    boolean bars(List<String> accused, String division) {
        DivisionCode his = today(division);
        boolean below = his.level().compareTo(Level.COUNTY) > 0;
        return accused.stream()
                .map(this::today)
                .anyMatch(it -> it.contains(his) || below && it.level() == Level.TOWNSHIP);
    }

    /**
     * The division whose discipline organ has to name the first handler: the county above where it
     * came in, or the next one up that is not named itself.
     */
    Optional<String> competent(List<String> accused, String division) {
        DivisionCode start = new DivisionCode(division);
        DivisionCode county =
                start.level().compareTo(Level.COUNTY) > 0 ? start.in(Level.COUNTY) : start;
        return Stream.iterate(Optional.of(county), Optional::isPresent, it -> it.get().parent())
                .map(it -> it.get().value())
                .filter(it -> !bars(accused, it))
                .findFirst();
    }

    private DivisionCode today(String division) {
        return new DivisionCode(divisions.current(division));
    }
}
