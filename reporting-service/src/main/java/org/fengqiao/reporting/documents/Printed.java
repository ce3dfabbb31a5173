package org.fengqiao.reporting.documents;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Value;

/** How what an edition holds is printed in its annex. */
@TemplateExtension
final class Printed {

    private Printed() {}

    /** The value, or the word that stands for none. */
    static String printed(Value it) {
        return it.status().rendered(it.value());
    }

    /** The value with its unit, and of a share what it is made of: 92%（12/13，未到期1）. */
    static String said(Value it) {
        String number = it.value() == null ? printed(it) : printed(it) + it.unitLabel();
        return it.denominator() == null ? number : "%s（%s）".formatted(number, parts(it));
    }

    /** The value for a program: a plain number, or nothing. */
    static String number(Value it) {
        return it.value() == null ? "" : plain(it.value());
    }

    /** Numerator and denominator of a share and what stands beside it: 12/13，未到期1. */
    static String parts(Value it) {
        if (it.denominator() == null) {
            return "—";
        }
        return Stream.of(
                        plain(it.numerator()) + "/" + plain(it.denominator()),
                        beside(Part.NOT_YET_DUE, it.notYetDue()),
                        beside(Part.NO_LIMIT, it.noLimit()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String beside(Part part, BigDecimal count) {
        return count == null ? "" : part.zh() + plain(count);
    }

    /** What a list is of; one that is no share has a single list. */
    static String list(Value it, Part part) {
        return it.denominator() == null ? "" : part.zh();
    }

    /** A digest without the name of its algorithm. */
    static String hex(Digest it) {
        return it.digest().replace("sha256:", "");
    }

    /** The digests of a figure for a program: {@code DENOMINATOR:sha256:…}, divided by spaces. */
    static String digests(Value it) {
        return it.lists().stream()
                .map(list -> list.part() + ":" + list.digest())
                .collect(Collectors.joining(" "));
    }

    static String words(Severity it) {
        return switch (it) {
            case BLOCKING -> "须说明";
            case WARNING -> "提示";
        };
    }

    /** A value of a change; a dash where there was none. */
    static String printed(BigDecimal it) {
        return it == null ? "—" : plain(it);
    }

    private static String plain(BigDecimal it) {
        return it.stripTrailingZeros().toPlainString();
    }
}
