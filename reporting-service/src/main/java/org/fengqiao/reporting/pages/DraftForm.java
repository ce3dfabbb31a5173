package org.fengqiao.reporting.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.reports.Draft;
import org.fengqiao.reporting.reports.Draft.Item;
import org.fengqiao.reporting.reports.Draft.Section;
import org.fengqiao.reporting.reports.SectionKind;

/** The text of a report as a form: the name of each field is the pointer to its text. */
public record DraftForm(Field title, Field opening, List<Part> parts) {

    /**
     * A text that can be written.
     *
     * @param faults of what was typed
     */
    public record Field(String name, String value, List<String> faults) {}

    /**
     * A section.
     *
     * @param next name of the text of a part that is added
     */
    public record Part(
            String name,
            SectionKind kind,
            String label,
            Field title,
            List<Piece> pieces,
            String next) {}

    /**
     * A part of a section.
     *
     * @param place numbers of its section and of itself, for the buttons: {@code 0 1}
     * @param number its own, from 1
     * @param above name of the text before it; null of the first
     */
    public record Piece(String place, int number, Field heading, Field text, String above) {}

    private static final String SECTION = "/sections/%d";
    private static final String ITEM = SECTION + "/items/%d";

    static DraftForm of(Draft draft, Trouble trouble, Terms terms) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < draft.sections().size(); i++) {
            Section it = draft.sections().get(i);
            List<Piece> pieces = new ArrayList<>();
            for (int j = 0; j < it.items().size(); j++) {
                Item item = it.items().get(j);
                String name = ITEM.formatted(i, j);
                pieces.add(
                        new Piece(
                                i + " " + j,
                                j + 1,
                                field(name + "/heading", item.heading(), trouble),
                                field(name + "/text", item.text(), trouble),
                                j == 0 ? null : ITEM.formatted(i, j - 1) + "/text"));
            }
            String name = SECTION.formatted(i);
            String label = terms.of(it.kind().zh(), it.kind().en());
            Field title = field(name + "/title", it.title(), trouble);
            String next = ITEM.formatted(i, pieces.size()) + "/text";
            parts.add(new Part(name, it.kind(), label, title, pieces, next));
        }
        return new DraftForm(
                field("/title", draft.title(), trouble),
                field("/opening", draft.opening(), trouble),
                parts);
    }

    private static Field field(String name, String value, Trouble trouble) {
        return new Field(name, value, trouble == null ? List.of() : trouble.at(name));
    }

    /** What was typed; a text left empty is one, for whoever judges it. */
    static Draft read(Typed typed) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; typed.has(SECTION.formatted(i) + "/kind"); i++) {
            String name = SECTION.formatted(i);
            List<Item> items = new ArrayList<>();
            for (int j = 0; typed.has(ITEM.formatted(i, j) + "/text"); j++) {
                String item = ITEM.formatted(i, j);
                items.add(new Item(typed.text(item + "/heading"), orEmpty(typed, item + "/text")));
            }
            sections.add(new Section(kind(typed, name), orEmpty(typed, name + "/title"), items));
        }
        return new Draft(orEmpty(typed, "/title"), typed.text("/opening"), sections);
    }

    private static String orEmpty(Typed typed, String name) {
        return Optional.ofNullable(typed.text(name)).orElse("");
    }

    private static SectionKind kind(Typed typed, String name) {
        String asked = typed.text(name + "/kind");
        return Arrays.stream(SectionKind.values())
                .filter(it -> it.name().equals(asked))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.parameter("kind", "没有这一类内容", "There is no such section"));
    }

    /**
     * The draft after a button: {@code up 1} of a section, {@code add 0}, {@code remove 0 1},
     * {@code up 0 1} of its parts.
     *
     * @throws Refusal 400 for a button that no form has
     */
    static Draft after(Draft draft, String button) {
        List<Section> sections = new ArrayList<>(draft.sections());
        try {
            String[] words = button.split(" ");
            int at = Integer.parseInt(words[1]);
            if (words[0].equals("up") && words.length == 2) {
                up(sections, at);
            } else {
                Section it = sections.get(at);
                sections.set(at, new Section(it.kind(), it.title(), after(it.items(), words)));
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw noSuchButton();
        }
        return new Draft(draft.title(), draft.opening(), sections);
    }

    private static List<Item> after(List<Item> items, String... words) {
        List<Item> after = new ArrayList<>(items);
        switch (words[0]) {
            case "add" -> after.add(new Item(null, ""));
            case "remove" -> after.remove(Integer.parseInt(words[2]));
            case "up" -> up(after, Integer.parseInt(words[2]));
            default -> throw noSuchButton();
        }
        return after;
    }

    private static <T> void up(List<T> all, int from) {
        all.add(Math.max(0, from - 1), all.remove(from));
    }

    private static Refusal noSuchButton() {
        return Refusal.parameter("button", "没有这个按钮", "There is no such button");
    }
}
