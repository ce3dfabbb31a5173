package org.fengqiao.reporting.reports;

import java.util.List;
import java.util.stream.Stream;
import org.fengqiao.reporting.indicators.Indicators;

/** All that a report says, as it is written: what its checks look at. */
public record ReportText(List<Written> paragraphs) {

    /** Of paragraphs as they are written. */
    public static ReportText of(String... paragraphs) {
        return new ReportText(Stream.of(paragraphs).map(Written::new).toList());
    }

    /** The figures that it names, paragraph by paragraph. */
    public Stream<Mention> mentions() {
        return paragraphs.stream().flatMap(it -> it.mentions().stream());
    }

    /** Codes of the figures of the year that it names, each once. */
    public List<String> codes() {
        return paragraphs.stream().flatMap(it -> it.codes().stream()).distinct().toList();
    }

    /** Codes of the figures that another unit than theirs follows. */
    public Stream<String> withoutTheirUnit(Indicators known) {
        return paragraphs.stream().flatMap(it -> it.withoutTheirUnit(known).stream());
    }

    /** The paragraphs as they are written. */
    public List<String> sources() {
        return paragraphs.stream().map(Written::source).toList();
    }

    /** All that was typed: words and declared numbers, figures left out. */
    public List<String> typed(int year) {
        return paragraphs.stream().flatMap(it -> it.typed(year).stream()).toList();
    }

    /** All words, figures and declared numbers left out. */
    public List<String> words(int year) {
        return paragraphs.stream().flatMap(it -> it.words(year).stream()).toList();
    }
}
