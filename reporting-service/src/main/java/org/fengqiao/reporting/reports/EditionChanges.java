package org.fengqiao.reporting.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.reporting.reports.Edition.Change;
import org.fengqiao.reporting.reports.Edition.Item;
import org.fengqiao.reporting.reports.Edition.Line;
import org.fengqiao.reporting.reports.Edition.Piece;
import org.fengqiao.reporting.reports.Edition.Revision;
import org.fengqiao.reporting.reports.Edition.Section;
import org.fengqiao.reporting.reports.Edition.TextChange;
import org.fengqiao.reporting.reports.Edition.Value;

/** What a revision says of itself: which figures and which parts of the text are others now. */
record EditionChanges(Edition before, Edition after) {

    /** A part of the text, by its headings. */
    private record Part(String section, String item, String zh, String en) {

        private static final Part TITLE = new Part(null, null, "标题", "The title");
        private static final Part OPENING = new Part(null, null, "开头部分", "The opening");

        static Part of(Section section, Item item) {
            String name = "“%s”".formatted(section.title());
            return item.heading() == null
                    ? new Part(section.title(), null, name, name)
                    : new Part(
                            section.title(),
                            item.heading(),
                            name + "中的“%s”".formatted(item.heading()),
                            name + ", “%s”".formatted(item.heading()));
        }

        TextChange became(String inChinese, String inEnglish) {
            return new TextChange(section, item, zh + inChinese, en + inEnglish);
        }
    }

    /**
     * The later edition with what it changes.
     *
     * @param reason why it was revised
     */
    Edition told(String reason) {
        return after.revising(figures(), new Revision(reason, text()));
    }

    /** What became of the figures, those included that one of the editions lacks. */
    private List<Change> figures() {
        List<Change> changes = new ArrayList<>();
        for (Value now : after.figures()) {
            Value then = before.figure(now.key()).orElse(null);
            if (then == null) {
                changes.add(
                        new Change(
                                now.key(),
                                null,
                                now.value(),
                                now.title() + "新列入",
                                now.titleEn() + ": told for the first time"));
            } else if (!isSaidAlike(now.key())) {
                Said from = Said.of(then);
                Said to = Said.of(now);
                changes.add(
                        change(
                                then,
                                now,
                                "%s由%s改为%s".formatted(now.title(), from.zh(), to.zh()),
                                "%s: %s, now %s".formatted(now.titleEn(), from.en(), to.en())));
            } else if (!then.lists().equals(now.lists())) {
                Said still = Said.of(now);
                changes.add(
                        change(
                                then,
                                now,
                                "%s仍为%s，清单中的记录有变动".formatted(now.title(), still.zh()),
                                "%s: still %s, of records that changed"
                                        .formatted(now.titleEn(), still.en())));
            }
        }
        for (Value then : before.figures()) {
            if (after.figure(then.key()).isEmpty()) {
                changes.add(
                        new Change(
                                then.key(),
                                then.value(),
                                null,
                                then.title() + "不再列出",
                                then.titleEn() + ": not told any more"));
            }
        }
        return changes;
    }

    private static Change change(Value then, Value now, String zh, String en) {
        return new Change(now.key(), then.value(), now.value(), zh, en);
    }

    /** Whether the figure is told in both, and alike. */
    private boolean isSaidAlike(String key) {
        return before.figure(key).map(Said::of).equals(after.figure(key).map(Said::of));
    }

    /** Which parts of the text are new, gone, in other words, or at another place. */
    private List<TextChange> text() {
        Map<Part, String> then = parts(before);
        Map<Part, String> now = parts(after);
        List<Part> order = then.keySet().stream().filter(now::containsKey).toList();
        List<TextChange> changes = new ArrayList<>();
        int place = 0;
        for (Map.Entry<Part, String> it : now.entrySet()) {
            Part part = it.getKey();
            if (!then.containsKey(part)) {
                changes.add(part.became("：新增", ": added"));
            } else {
                boolean moved = !order.get(place++).equals(part);
                if (!then.get(part).equals(it.getValue())) {
                    changes.add(part.became("：文字有改动", ": in other words"));
                } else if (moved) {
                    changes.add(part.became("：次序有调整", ": at another place"));
                }
            }
        }
        then.keySet().stream()
                .filter(it -> !now.containsKey(it))
                .map(it -> it.became("：删去", ": left out"))
                .forEach(changes::add);
        return changes;
    }

    private Map<Part, String> parts(Edition edition) {
        Map<Part, String> parts = new LinkedHashMap<>();
        parts.put(Part.TITLE, edition.title());
        if (!edition.opening().isEmpty()) {
            parts.put(Part.OPENING, words(edition.opening()));
        }
        for (Section section : edition.sections()) {
            for (Item item : section.items()) {
                String words = words(item.paragraphs());
                parts.merge(Part.of(section, item), words, (first, more) -> first + "\n" + more);
            }
        }
        return parts;
    }

    private String words(List<Line> lines) {
        return lines.stream()
                .map(it -> it.pieces().stream().map(this::words).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** Another value is no other text; the same value in another style is. */
    private String words(Piece it) {
        if (it.figure() == null) {
            return it.declared() == null
                    ? it.text()
                    : "{=%s|%s}".formatted(it.text(), it.declared());
        }
        return "{%s|%s}".formatted(it.figure(), isSaidAlike(it.figure()) ? it.text() : "");
    }
}
