package org.fengqiao.reporting.pages;

import java.util.List;
import org.fengqiao.kit.web.Refusal;

/**
 * Why something typed was not taken, above the form that still holds it.
 *
 * @param status of the answer
 */
public record Trouble(int status, String text, List<Fault> faults) {

    /** One place of it. */
    public record Fault(String pointer, String text) {}

    static Trouble of(Refusal it, Terms terms) {
        return new Trouble(
                it.status(),
                terms.of(it.zh(), it.en()),
                it.faults().stream()
                        .map(at -> new Fault(at.pointer(), terms.of(at.zh(), at.en())))
                        .toList());
    }

    List<String> at(String pointer) {
        return faults.stream().filter(it -> it.pointer().equals(pointer)).map(Fault::text).toList();
    }
}
