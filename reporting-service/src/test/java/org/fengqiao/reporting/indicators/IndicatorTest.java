package org.fengqiao.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Facts.Column;
import org.fengqiao.reporting.facts.Facts.Table;
import org.fengqiao.reporting.indicators.Catalogue.Entry;
import org.fengqiao.reporting.indicators.Indicator.Cohort;
import org.fengqiao.reporting.indicators.Indicator.In;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Test;

class IndicatorTest {

    private static final List<Table> TABLES =
            List.of(
                    MediationChapter.CASES,
                    MediationChapter.COMMITTEES,
                    MediationChapter.MEDIATORS,
                    MediationChapter.SCREENINGS,
                    MediationChapter.MEETINGS);
    private static final String REGULATION = "docs/regulation";
    private static final String EVENTS = "docs/generated/asyncapi/mediation.yaml";
    private static final String CODE_LISTS = "docs/generated/code-lists/mediation.json";

    @Test
    void oneCodeIsOneFigure() {
        List<String> codes = MediationChapter.INDICATORS.stream().map(Indicator::code).toList();
        assertEquals(codes.size(), new HashSet<>(codes).size());
    }

    @Test
    void everyIndicatorOfTheDefinitionsIsThere() {
        for (int i = 1; i <= 29; i++) {
            String code = "M-%02d".formatted(i);
            assertTrue(
                    MediationChapter.INDICATORS.stream()
                            .anyMatch(
                                    it ->
                                            it.code().equals(code)
                                                    || it.code().startsWith(code + "-")),
                    code);
        }
    }

    @Test
    void everyIndicatorHasBothTitlesAndABasisOnFile() throws IOException {
        Set<String> onFile = headingsOfTheRegulation();
        for (Indicator it : MediationChapter.INDICATORS) {
            assertTrue(it.titleEn() != null && !it.title().isBlank(), it.code());
            assertTrue(onFile.contains(it.legalBasis()), () -> it.code() + " " + it.legalBasis());
        }
        assertTrue(onFile.containsAll(Set.of("RT 17", "MS 206", "P7", "P10")));
        assertFalse(onFile.contains("RT 99"));
        assertFalse(onFile.contains("P8"));
    }

    /** What may stand as a basis: an article or a practice with its text, or GK, no text found. */
    private static Set<String> headingsOfTheRegulation() throws IOException {
        Set<String> headings = new HashSet<>(Set.of("GK"));
        try (Stream<Path> files =
                Files.list(GoldenFile.inRepository(REGULATION).toFile().toPath())) {
            for (Path file : files.toList()) {
                Files.readString(file)
                        .lines()
                        .filter(it -> it.matches("## ([A-Z]{2} \\d+|P\\d+)"))
                        .forEach(it -> headings.add(it.substring("## ".length())));
            }
        }
        return headings;
    }

    /** A mediator's or committee's day of leaving is its last; a case's last day is none. */
    @Test
    void aStockSaysWhetherItsLastDayCounts() {
        String office =
                Cohort.inOffice(MediationChapter.MEDIATORS, "appointedOn", "leftOn").words();
        assertEquals("人民调解员：任职日期不晚于期末且期末前未离任（期末当日离任的仍计入）；未作废", office);
        String open = Cohort.open(MediationChapter.CASES, "acceptedOn", "endedOn").words();
        assertEquals("调解案件：受理日期不晚于期末且至期末尚未结束调解（期末当日结束调解的不计入）；未作废", open);
    }

    @Test
    void aRowRaisesItsDefinition() {
        Cohort accepted = Cohort.by(MediationChapter.CASES, "acceptedOn");
        Indicator first = Indicator.count("X", "受理", Unit.CASE, "GK", accepted).en("Accepted");
        assertEquals(1, first.definition());
        assertEquals(2, first.definition(2).definition());
        assertEquals("Accepted", first.definition(2).titleEn());
    }

    @Test
    void theNumeratorOfAShareIsANarrowingOfItsDenominator() {
        Cohort whole = Cohort.by(MediationChapter.CASES, "closedOn").at("VILLAGE");
        Cohort part = Cohort.by(MediationChapter.CASES, "closedOn");
        assertThrows(
                IllegalArgumentException.class,
                () -> Indicator.share("X", "比率", "GK", whole, part));
        assertEquals(Kind.SHARE, Indicator.share("X", "比率", "GK", part, whole).kind());
    }

    @Test
    void aFilterKnowsOnlyCodesOfItsList() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new In(MediationChapter.CASES.column("status"), List.of("SETTLED")));
    }

    /** A field that its service renames would leave its column empty, and figures at zero. */
    @Test
    void everyColumnIsAFieldThatItsServicePublishes() throws IOException {
        String contract = Files.readString(GoldenFile.inRepository(EVENTS).toFile().toPath());
        for (Table table : TABLES) {
            String message = messageOf(contract, table.topic());
            for (Column column : table.columns()) {
                assertTrue(
                        message.contains("\n          " + column.json() + ": {"),
                        () -> table.topic() + " has no field " + column.json());
            }
        }
        assertFalse(messageOf(contract, "mediation.case.v1").contains("\n          heldOn: {"));
    }

    /** The part of the document that describes a topic's message. */
    private static String messageOf(String contract, String topic) {
        int from = contract.indexOf("\n    " + topic + ":\n", contract.indexOf("\ncomponents:"));
        assertTrue(from > 0, () -> topic + " is not in the document");
        int to = contract.indexOf("\n    mediation.", from + 1);
        return contract.substring(from, to < 0 ? contract.length() : to);
    }

    /** A reader of two services finds the same word for the same code. */
    @Test
    void codesHaveTheWordsOfTheServiceThatPublishesThem() {
        Set<Map<String, String>> lists = codeListsOfMediation();
        for (Table table : TABLES) {
            for (Column column : table.columns()) {
                if (!column.codes().isEmpty()) {
                    assertTrue(
                            lists.contains(column.codes()),
                            () -> table.topic() + " " + column.name() + " " + column.codes());
                }
            }
        }
    }

    private static Set<Map<String, String>> codeListsOfMediation() {
        List<Map<String, Object>> lists =
                JsonPath.from(GoldenFile.inRepository(CODE_LISTS).toFile()).getList("items");
        return lists.stream().map(IndicatorTest::wordsByCode).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> wordsByCode(Map<String, Object> list) {
        return ((List<Map<String, String>>) list.get("values"))
                .stream().collect(Collectors.toMap(it -> it.get("code"), it -> it.get("zh")));
    }

    @Test
    void theCatalogueIsDrawnForReaders() {
        String rows =
                MediationChapter.INDICATORS.stream()
                        .map(Entry::of)
                        .map(IndicatorTest::row)
                        .collect(Collectors.joining());
        GoldenFile.inRepository("docs/generated/indicators.md")
                .matches(
                        """
                        # Indicators 指标目录

                        Drawn from the chapters by `IndicatorTest`; do not edit. Basis: keys of `docs/regulation`; P: published practice; GK: no text found. Values are rounded half up (四舍五入) to the decimals; a share below 1 never to 100.

                        | code | definition 版本 | title | unit | decimals 小数位 | basis | counts by | counts at | records 口径 | numerator 分子 | over time | over area |
                        |---|---|---|---|---|---|---|---|---|---|---|---|
                        %s"""
                                .formatted(rows));
    }

    private static String row(Entry it) {
        return "| %s | %d | %s<br>%s | %s | %d | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        it.code(),
                        it.definition(),
                        it.title(),
                        it.titleEn(),
                        it.unitLabel(),
                        it.decimals(),
                        it.legalBasis(),
                        it.countDate(),
                        it.countPlace(),
                        it.cohort(),
                        it.numerator() == null ? "" : it.numerator(),
                        it.overTime(),
                        it.overArea());
    }
}
