package org.fengqiao.reporting.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.checks.Checks.Number;
import org.fengqiao.reporting.checks.Checks.Severity;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.reports.ReportText;

/** Rules over the figures of petitions and visits: R8, R9. */
final class PetitionRules {

    /** Each 人次, with 批次 under -B and 件 under -M. */
    private static final List<String> VISITS = List.of("P-03", "P-04", "P-05", "P-09");

    static final List<String> NEEDED =
            Stream.concat(
                            Stream.of("P-01", "P-02", "P-02-L", "P-12"),
                            VISITS.stream().flatMap(it -> Stream.of(it, it + "-B", it + "-M")))
                    .toList();

    private PetitionRules() {}

    static List<Function<Seen, Check>> all(ReportText text, Indicators known) {
        return List.of(
                seen -> units(seen, text, known), PetitionRules::visits, PetitionRules::concluded);
    }

    /** Person-times and matters stand each with its own unit, and are never added (R8). */
    private static Check units(Seen seen, ReportText text, Indicators known) {
        List<String> wrong = text.withoutTheirUnit(known).filter(it -> it.startsWith("P")).toList();
        List<Figure> named = Stream.of("P-03", "P-04", "P-05", "P-01").map(seen::figure).toList();
        String listed =
                named.stream()
                        .map(it -> it.title() + it.rendered() + it.unitLabel())
                        .collect(Collectors.joining("、"));
        return Check.of(
                "R8",
                Severity.BLOCKING,
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? listed + "：人次与件单位不同，文中分列，没有相加。"
                        : "文中%s后面的单位与指标不符；人次与件不能混写，也不能相加。".formatted(String.join("、", wrong)),
                wrong.isEmpty()
                        ? "Person-times and matters stand apart in the text, each with its unit"
                        : "In the text another unit follows " + String.join(", ", wrong),
                seen.numbers("P-03", "P-04", "P-05", "P-01"));
    }

    /** A visit by 3 people about 1 matter is 1 件, 1 批, 3 人次: never more of the former (R8). */
    private static Check visits(Seen seen) {
        List<String> wrong = new ArrayList<>();
        List<String> wrongEn = new ArrayList<>();
        List<Number> numbers = new ArrayList<>();
        for (String code : VISITS) {
            BigDecimal persons = seen.value(code);
            BigDecimal batches = seen.value(code + "-B");
            BigDecimal matters = seen.value(code + "-M");
            numbers.addAll(seen.numbers(code, code + "-B", code + "-M"));
            if (matters.compareTo(batches) > 0 || batches.compareTo(persons) > 0) {
                String title = seen.figure(code).title();
                wrong.add("%s%s件、%s批次、%s人次".formatted(title, matters, batches, persons));
                wrongEn.add(
                        "%s: %s matters, %s batches, %s person-times"
                                .formatted(code, matters, batches, persons));
            }
        }
        return Check.of(
                "R8-VISITS",
                Severity.WARNING,
                wrong.isEmpty(),
                wrong.isEmpty()
                        ? "走访的件数不多于批次，批次不多于人次。"
                        : "件数不应多于批次，批次不应多于人次，请核对走访记录的人数和所属信访事项：" + String.join("；", wrong) + "。",
                wrong.isEmpty()
                        ? "No more matters than batches, no more batches than person-times"
                        : "Compare the visits' persons and matters: " + String.join("; ", wrongEn),
                numbers);
    }

    /** Numerator and denominator of one set; what is not due or has no limit is in neither (R9). */
    private static Check concluded(Seen seen) {
        Figure rate = seen.figure("P-02");
        Figure late = seen.figure("P-02-L");
        seen.figure("P-12"); // registered, and nothing due: that is something to tell, not silence
        boolean passed = rate.numerator().compareTo(rate.denominator()) <= 0;
        String zh =
                ("按时办结率%s%%：分母%s件（本期办结或到期），其中按时办结%s件%s；另有未到期%s件、没有办理期限%s件，既不算按时，也不算超期。"
                                + "分母中%s件在办结当日或者之后才录入（事后补登）。")
                        .formatted(
                                rate.rendered(),
                                rate.denominator(),
                                rate.numerator(),
                                passed ? "" : "，多于分母，请核对",
                                rate.notYetDue(),
                                rate.noLimit(),
                                late.numerator());
        String en =
                ("Concluded in time %s of %s; beside them %s not yet due and %s without a limit; of"
                                + " them %s were entered on or after the day of conclusion")
                        .formatted(
                                rate.numerator(),
                                rate.denominator(),
                                rate.notYetDue(),
                                rate.noLimit(),
                                late.numerator());
        List<Number> numbers =
                List.of(
                        Number.ofList(rate, "按时办结", rate.numerator(), Part.NUMERATOR),
                        Number.ofList(rate, "办结或到期", rate.denominator(), Part.DENOMINATOR),
                        Number.ofList(rate, "未到期", rate.notYetDue(), Part.NOT_YET_DUE),
                        Number.ofList(rate, "没有办理期限", rate.noLimit(), Part.NO_LIMIT),
                        Number.ofList(late, "事后补登", late.numerator(), Part.NUMERATOR));
        return Check.of("R9", Severity.BLOCKING, passed, zh, en, numbers);
    }
}
