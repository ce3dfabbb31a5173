package org.fengqiao.legal.advisers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;

/** The villages and communities that there are in an area today. */
@ApplicationScoped
class Villages {

    private final Divisions divisions;

    Villages(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Of a division, in the order of their codes; of a village itself. */
    List<Division> of(String division) {
        return new DivisionCode(division).level() == Level.VILLAGE
                ? divisions.find(division).stream().toList()
                : below(division).toList();
    }

    private Stream<Division> below(String division) {
        return divisions.children(division).stream()
                .flatMap(
                        it ->
                                it.code().level() == Level.VILLAGE
                                        ? Stream.of(it)
                                        : below(it.code().value()));
    }
}
