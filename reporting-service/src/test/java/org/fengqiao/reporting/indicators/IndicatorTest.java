package org.fengqiao.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.reporting.Published;
import org.fengqiao.reporting.Published.Field;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Column.Type;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Filter.In;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicators.Defined;
import org.fengqiao.testkit.GoldenFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorTest {

    private static final List<Table> TABLES =
            List.of(
                    MediationChapter.CASES,
                    MediationChapter.COMMITTEES,
                    MediationChapter.MEDIATORS,
                    MediationChapter.SCREENINGS,
                    MediationChapter.MEETINGS,
                    PetitionFacts.PETITIONS,
                    PetitionFacts.VISITS,
                    PetitionFacts.BACKLOG,
                    PetitionFacts.SUPERVISIONS,
                    PetitionFacts.PROPOSALS);

    private static List<Table> legal() {
        return Stream.of(LegalServiceFacts.class, AdministrationFacts.class)
                .flatMap(it -> Stream.of(it.getDeclaredFields()))
                .filter(it -> it.getType() == Table.class)
                .map(IndicatorTest::table)
                .toList();
    }

    private static Table table(java.lang.reflect.Field of) {
        try {
            return (Table) of.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String REGULATION = "docs/regulation";
    private static final String CODE_LISTS = "docs/generated/code-lists/%s.json";

    @Test
    void everyIndicatorOfMediationIsThere() {
        for (int i = 1; i <= 29; i++) {
            String code = "M-%02d".formatted(i);
            assertTrue(
                    Indicators.OF_CHAPTERS
                            .definitions()
                            .anyMatch(
                                    it ->
                                            it.code().equals(code)
                                                    || it.code().startsWith(code + "-")),
                    code);
        }
    }

    /**
     * Of D1: 人次, 批次 (-B) and 件 (-M) of visits; both rates by who was rated; P-12 with its parts.
     */
    @Test
    void everyIndicatorOfPetitionsIsThereAndNoOther() {
        assertEquals(
                List.of(
                        "P-01", "P-02", "P-02-L", "P-03", "P-03-B", "P-03-M", "P-04", "P-04-B",
                        "P-04-M", "P-05", "P-05-B", "P-05-M", "P-06", "P-07-PD", "P-07-PU",
                        "P-07-SD", "P-07-SU", "P-08", "P-09", "P-09-B", "P-09-M", "P-10", "P-11",
                        "P-12", "P-12-N", "P-12-R"),
                Chapter.PETITION.indicators().stream().map(Indicator::code).toList());
    }

    @Test
    void everyIndicatorHasBothTitlesAndABasisOnFile() throws IOException {
        Set<String> onFile = headingsOfTheRegulation();
        for (Indicator it : Indicators.OF_CHAPTERS.definitions().toList()) {
            assertTrue(it.titleEn() != null && !it.title().isBlank(), it.code());
            assertTrue(onFile.contains(it.legalBasis()), () -> it.code() + " " + it.legalBasis());
        }
        assertTrue(onFile.containsAll(Set.of("RT 17", "MS 206", "P7", "P10")));
        assertFalse(onFile.contains("RT 99"));
        assertFalse(onFile.contains("P98"));
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
    void anOldPeriodKeepsTheOldDefinition() {
        Cohort accepted = Cohort.by(MediationChapter.CASES, "acceptedOn");
        Indicator first = Indicator.count("X", "受理", Unit.CASE, "GK", accepted).en("Accepted");
        Indicator second = first.definition(2, "2026-01");
        Defined both = new Defined(List.of(first, second), YearMonth.of(2027, 12));
        assertEquals("Accepted", second.titleEn());
        assertEquals(1, both.in(Period.of("2023")).orElseThrow().definition());
        assertEquals(1, both.in(Period.of("2025-12")).orElseThrow().definition());
        assertEquals(2, both.in(Period.of("2026")).orElseThrow().definition());
        assertEquals(2, both.in(Period.of("2027-Q1")).orElseThrow().definition());
        for (Period none : List.of(Period.of("2025-11..2026-02"), Period.of("2028-01"))) {
            assertEquals(Optional.empty(), both.in(none));
            assertEquals("period", both.refusal(none).faults().get(0).pointer());
        }
        assertTrue(said(both, "2025-11..2026-02").contains("2026-01起改变"));
        assertTrue(said(both, "2028-01").contains("2027-12后停用"));
    }

    private static String said(Defined it, String period) {
        return it.refusal(Period.of(period)).faults().get(0).zh();
    }

    /** One code is one figure: of two definitions the later one is of another month. */
    @Test
    void definitionsOfACodeFollowEachOther() {
        Map<String, Indicator> last = new HashMap<>();
        Indicators.OF_CHAPTERS
                .definitions()
                .forEach(
                        it -> {
                            Indicator before = last.put(it.code(), it);
                            int number = before == null ? 1 : before.definition() + 1;
                            assertEquals(number, it.definition(), it.code());
                            assertTrue(
                                    before == null || before.since().isBefore(it.since()),
                                    it.code());
                        });
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
    void whatIsCountedOnceIsToldByItsId() {
        Cohort visited = Cohort.by(PetitionFacts.VISITS, "visitedOn");
        assertEquals(
                Kind.DISTINCT,
                Indicator.distinct("X", "件", Unit.CASE, "GK", visited, "matterId").kind());
        assertThrows(
                IllegalArgumentException.class,
                () -> Indicator.distinct("X", "件", Unit.CASE, "GK", visited, "persons"));
    }

    /** Every figure of petitions says that accusations are in none of them (D1). */
    @Test
    void petitionsSayThatAccusationsAreNotInThem() {
        for (Indicator it : Indicators.OF_CHAPTERS.definitions().toList()) {
            boolean said = it.whole().words().endsWith("；未作废；不含检举控告");
            assertEquals(it.chapter().equals("petition"), said, it.code());
        }
    }

    @Test
    void aFilterKnowsOnlyCodesOfItsList() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new In(MediationChapter.CASES.column("status"), List.of("SETTLED")));
    }

    /**
     * A field that its service renames would leave its column empty, and figures at zero; one of
     * another type would make every event a dead letter, and so would a code that is not known.
     */
    @ParameterizedTest
    @EnumSource
    void everyColumnIsAFieldThatItsServicePublishes(Chapter chapter) {
        for (Table table : tables(chapter)) {
            Map<String, Field> fields = Published.fields(table.kind());
            for (Column column : table.columns()) {
                Field field = fields.get(column.json());
                assertTrue(
                        field != null && (takes(column, field) || isOpenOnPurpose(column)),
                        () -> table.topic() + " " + column.json() + ": " + field);
            }
            assertFalse(fields.containsKey("noSuchField"));
        }
    }

    /** Subtypes are added wherever statistics need one: no new one may become a dead letter. */
    private static boolean isOpenOnPurpose(Column column) {
        return column.type() == Type.OPEN_CODE && column.name().equals("disputeSubtype");
    }

    @Test
    void aColumnOfAnotherTypeThanItsFieldDoesNotAgree() {
        Map<String, Field> proposal = Published.fields(PetitionFacts.PROPOSALS.topic());
        Column adopted = PetitionFacts.PROPOSALS.column("adopted");
        assertTrue(takes(adopted, proposal.get("adopted")));
        // As it was: an enum that was read as a flag, and every answer became a dead letter.
        assertFalse(takes(Column.column(Type.FLAG, "adopted", "采纳"), proposal.get("adopted")));
        assertFalse(takes(Column.column(Type.OPEN_CODE, "adopted", "采纳"), proposal.get("adopted")));
        Column lessOne = Column.code("adopted", "采纳", Map.of("ADOPTED", "采纳", "PARTLY", "部分采纳"));
        assertFalse(takes(lessOne, proposal.get("adopted")));
        assertFalse(takes(Column.column(Type.ID, "answeredOn", "日"), proposal.get("answeredOn")));
        assertFalse(takes(Column.column(Type.INTEGER, "voided", "作废"), proposal.get("voided")));
        assertFalse(takes(Column.column(Type.DATE, "id", "记录"), proposal.get("id")));
        assertFalse(takes(Column.column(Type.FLAG, "version", "版本"), proposal.get("version")));
        assertFalse(takes(Column.column(Type.DATE, "division", "区划"), proposal.get("division")));
    }

    /** Whether the column can hold whatever the field may say. */
    private static boolean takes(Column column, Field field) {
        String type = (field.type() + " " + field.format()).strip();
        return switch (column.type()) {
            case FLAG -> type.equals("boolean");
            case INTEGER -> type.equals("integer");
            case AMOUNT -> type.equals("number");
            case DATE -> type.equals("string date");
            case ID -> type.equals("string uuid");
            // A code of another service is a text here; its words are held against that one's list.
            case CODE ->
                    type.equals("string") && column.codes().keySet().containsAll(field.codes());
            case CODES -> type.equals("array");
            case OPEN_CODE, CLASS_CODE, DIVISION, REFERENCE ->
                    type.equals("string") && field.codes().isEmpty();
        };
    }

    private static List<Table> tables(Chapter chapter) {
        return Stream.concat(TABLES.stream(), legal().stream())
                .filter(it -> it.source().equals(chapter.source()))
                .toList();
    }

    /** A document that the chapter's service draws; without it, the test is skipped, aloud. */
    private static Path published(String document, Chapter chapter) {
        Path drawn =
                GoldenFile.inRepository(document.formatted(chapter.source())).toFile().toPath();
        Assumptions.assumeTrue(Files.exists(drawn), () -> drawn + " is not drawn yet");
        return drawn;
    }

    /** A reader of two services finds the same word for the same code. */
    @ParameterizedTest
    @EnumSource
    void codesHaveTheWordsOfTheServiceThatPublishesThem(Chapter chapter) {
        Set<Map<String, String>> lists = codeLists(chapter);
        // What comes from mediation through a petition has mediation's words.
        lists.addAll(codeLists(Chapter.MEDIATION));
        for (Table table : tables(chapter)) {
            for (Column column : table.columns()) {
                assertTrue(
                        lists.stream().anyMatch(it -> agree(column, it)),
                        () -> table.topic() + " " + column.name() + " " + column.codes());
            }
        }
    }

    @Test
    void aClassOrALackOfAnAccusationAgreesAndAnotherWordDoesNot() {
        Column form = Column.code("form", "形式", Map.of("LETTER", "来信"));
        assertTrue(agree(form, Map.of("LETTER", "来信")));
        assertFalse(agree(form, Map.of("LETTER", "书信")));
        assertFalse(agree(form, Map.of("LETTER", "来信", "VISIT", "来访")));
        assertTrue(agree(form, Map.of("LETTER", "来信", "ACCUSATION", "揭发控告")));
        Column content = Column.classCode("content", "内容", Map.of("010000", "农村农业"));
        assertTrue(agree(content, Map.of("010000", "农村农业", "010100", "土地承包")));
        assertFalse(agree(content, Map.of("010000", "农业", "010100", "土地承包")));
    }

    /** Accusations are in its service's list and never on the wire; classes are not all known. */
    private static boolean agree(Column column, Map<String, String> list) {
        if (column.type() == Type.CLASS_CODE) {
            return list.entrySet().containsAll(column.codes().entrySet());
        }
        Map<String, String> published = new HashMap<>(list);
        published.remove("ACCUSATION");
        return column.codes().isEmpty() || column.codes().equals(published);
    }

    private static Set<Map<String, String>> codeLists(Chapter chapter) {
        List<Map<String, Object>> lists =
                JsonPath.from(published(CODE_LISTS, chapter).toFile()).getList("items");
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
                Indicators.OF_CHAPTERS
                        .definitions()
                        .map(Entry::of)
                        .map(IndicatorTest::row)
                        .collect(Collectors.joining());
        GoldenFile.inRepository("docs/generated/indicators.md")
                .matches(
                        """
                        # Indicators 指标目录

                        Drawn from the chapters by `IndicatorTest`; do not edit. Basis: keys of `docs/regulation`; P: published practice; GK: no text found. Values are rounded half up (四舍五入) to the decimals; a share below 1 never to 100.

                        P-07 stands by who was rated (评价对象): 参评率 of the definitions, P-07-P, is P-07-PD for the petition department (信访部门) and P-07-PU for the handling unit (责任单位); 满意率, P-07-S, is P-07-SD and P-07-SU. 基本满意 counts as satisfied (计入满意).

                        | code | definition 版本 | title | unit | decimals 小数位 | basis | counts by | counts at | records 口径 | numerator 分子 | beside it 另列 | over time | over area |
                        |---|---|---|---|---|---|---|---|---|---|---|---|---|
                        %s"""
                                .formatted(rows));
    }

    private static String row(Entry it) {
        return "| %s | %d | %s<br>%s | %s | %d | %s | %s | %s | %s | %s | %s | %s | %s |\n"
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
                        Stream.of(it.notYetDue(), it.noLimit())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("<br>")),
                        it.overTime(),
                        it.overArea());
    }
}
