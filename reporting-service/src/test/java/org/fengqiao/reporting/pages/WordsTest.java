package org.fengqiao.reporting.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages say in Chinese they say in English, of the same numbers and in the same cases. */
class WordsTest {

    private static final Pattern PLACES = Pattern.compile("\\{(#is )?([A-Za-z_]+)}");

    @Test
    void everyWordHasAnEnglishOne() {
        assertEquals(List.of(), flaws(english()));
    }

    @Test
    void aWordThatIsLeftOutIsFound() {
        Map<String, String> english = english();
        english.remove("skip");
        english.put("lastYear", "Last year");
        english.put("tab", "{#when tab}{#is FIGURES}Figures{#is REPORTS}Report{/when}");
        english.put("old", "Old");
        assertEquals(
                List.of(
                        "lastYear: other places",
                        "old: not in Chinese",
                        "skip: not in English",
                        "tab: other places"),
                flaws(english));
    }

    private static List<String> flaws(Map<String, String> english) {
        TreeSet<String> flaws = new TreeSet<>();
        Map<String, String> chinese = new TreeMap<>();
        for (Method it : Words.class.getDeclaredMethods()) {
            chinese.put(it.getName(), it.getAnnotation(Message.class).value());
        }
        chinese.forEach(
                (name, zh) -> {
                    if (!english.containsKey(name)) {
                        flaws.add(name + ": not in English");
                    } else if (!places(zh).equals(places(english.get(name)))) {
                        flaws.add(name + ": other places");
                    }
                });
        english.keySet().stream()
                .filter(it -> !chinese.containsKey(it))
                .forEach(it -> flaws.add(it + ": not in Chinese"));
        return List.copyOf(flaws);
    }

    private static List<String> places(String text) {
        return PLACES.matcher(text).results().map(it -> it.group(2)).sorted().toList();
    }

    private static Map<String, String> english() {
        try (InputStream file = WordsTest.class.getResourceAsStream("/messages/msg_en.properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            Map<String, String> english = new TreeMap<>();
            words.stringPropertyNames().forEach(it -> english.put(it, words.getProperty(it)));
            return english;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
