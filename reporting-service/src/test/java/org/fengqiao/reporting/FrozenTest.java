package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.as;
import static org.fengqiao.reporting.Api.awaitCount;
import static org.fengqiao.reporting.Events.agreedCase;
import static org.fengqiao.reporting.Events.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.figures.Differences;
import org.fengqiao.reporting.figures.Differences.Change;
import org.fengqiao.reporting.figures.Differences.FigureDifference;
import org.fengqiao.reporting.figures.Differences.RecordDifference;
import org.fengqiao.reporting.figures.Figure;
import org.fengqiao.reporting.figures.Figures.FigureSet;
import org.fengqiao.reporting.figures.Frozen;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.figures.Source;
import org.fengqiao.reporting.figures.Unions;
import org.fengqiao.reporting.figures.Unions.United;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicator.Kind;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** What is frozen is what counted at that moment, stays so, and tells why the figure is another. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class FrozenTest {

    private static final Period YEAR = Period.of("2024");

    @Inject Frozen frozen;
    @Inject Differences differences;
    @Inject Unions unions;
    @Inject Catalogue definitions;

    private final String township = Api.township();
    private final String village = Api.village(township, 1);
    private final UUID id = UUID.randomUUID();

    @Test
    void everyFigureAndListIsFrozenAsItCounts() throws SQLException {
        new RandomHistory(township, 11, 120).publish();
        FigureSet figures = freeze(id, catalogue(township), township);
        assertEquals(figures.figures().size(), catalogue(township).size());
        assertEquals(plain(figures.figures()), plain(frozen.figures(id, it -> "none").figures()));
        assertEquals(figures.asOf().keySet(), frozen.figures(id, it -> "none").asOf().keySet());
        int lists = 0;
        for (Indicator indicator : catalogue(township)) {
            for (Part part : definitions.in(indicator, YEAR).parts()) {
                Receipt kept = frozen.list(id, indicator.code(), part, null, 200);
                JsonPath live = receipt(township, indicator.code(), part);
                String what = indicator.code() + " " + part;
                assertEquals(live.getString("digest"), kept.digest(), what);
                assertEquals(live.getLong("recordCount"), kept.recordCount(), what);
                assertEquals(live.getList("records.id"), ids(kept), what);
                lists += kept.recordCount() > 0 ? 1 : 0;
            }
        }
        assertTrue(lists > 50, "lists with records: " + lists);
    }

    @Test
    void aPageOfAFrozenListGoesOnWhereTheOneBeforeEnded() throws SQLException {
        publish(
                agreedCase(village, "VILLAGE", "2024-03-05"),
                agreedCase(village, "VILLAGE", "2024-04-05"),
                agreedCase(township, "TOWNSHIP", "2024-05-05"));
        awaitCount(township, "M-01", "2024", 3);
        freeze(id, List.of(indicator("M-01")), township);
        Receipt first = frozen.list(id, "M-01", Part.DENOMINATOR, null, 2);
        Receipt second = frozen.list(id, "M-01", Part.DENOMINATOR, first.next(), 2);
        assertNull(second.next());
        List<String> paged = Stream.of(first, second).flatMap(it -> ids(it).stream()).toList();
        assertEquals(receipt(township, "M-01", Part.DENOMINATOR).getList("records.id"), paged);
        assertEquals("(2024)人调字第12号", first.records().get(0).reference());
        assertThrows(
                Refusal.class, () -> frozen.list(id, "M-01", Part.NUMERATOR, null, 2), "no share");
        assertThrows(
                Refusal.class, () -> frozen.list(id, "M-04", Part.DENOMINATOR, null, 2), "absent");
    }

    @Test
    void theDifferenceNamesTheRecordsThatMakeIt() throws SQLException {
        Snapshot goes = agreedCase(village, "VILLAGE", "2024-03-05");
        Snapshot grows =
                agreedCase(village, "VILLAGE", "2024-04-05").with("agreementAmountYuan", 3000);
        publish(goes, grows);
        awaitCount(township, "M-01", "2024", 2);
        freeze(
                id,
                Stream.of("M-01", "M-05", "M-12", "M-06").map(this::indicator).toList(),
                township);
        assertEquals(List.of(), differences.sinceThen(id));
        Snapshot late =
                agreedCase(village, "VILLAGE", "2024-12-30").with("enteredOn", "2025-01-14");
        publish(
                goes.next().with("voided", true),
                grows.next().with("agreementAmountYuan", 3500),
                late,
                late.next().with("status", "NOT_AGREED"));
        awaitCount(township, "M-04", "2024", 1);
        awaitCount(township, "M-01", "2024", 2);
        Map<String, FigureDifference> found =
                differences.sinceThen(id).stream()
                        .collect(Collectors.toMap(FigureDifference::indicator, it -> it));
        assertEquals(Set.of("M-01", "M-05", "M-12"), found.keySet());
        // The value is the same: what it counts is not.
        assertEquals(found.get("M-01").before(), found.get("M-01").after());
        assertEquals(
                List.of(Change.VOIDED, Change.ADDED),
                found.get("M-01").records().stream().map(RecordDifference::change).toList());
        RecordDifference came = found.get("M-01").records().get(1);
        assertEquals(late.id(), came.id().toString());
        assertEquals("2024-12-30", came.countedOn().toString());
        assertEquals("2025-01-14", came.enteredOn().toString());
        assertEquals("(2024)人调字第12号", came.reference());
        assertEquals(3, found.get("M-05").recordCount());
        RecordDifference grown = found.get("M-12").records().get(1);
        assertEquals(Change.CHANGED, grown.change());
        assertEquals(0, new BigDecimal(3500).compareTo(grown.after()));
        assertEquals(
                2, frozen.list(id, "M-01", Part.DENOMINATOR, null, 9).recordCount(), "it stays");
        UUID later = UUID.randomUUID();
        freeze(later, List.of(indicator("M-12"), indicator("M-01")), township);
        assertEquals(List.of(found.get("M-01"), found.get("M-12")), differences.between(id, later));
    }

    @Test
    void oneMomentHoldsWhateverArrivesMeanwhile() throws SQLException {
        publish(agreedCase(village, "VILLAGE", "2024-03-05"));
        awaitCount(township, "M-01", "2024", 1);
        FigureSet held =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    frozen.holdMoment();
                                    frozen.figures(id, it -> null);
                                    publish(agreedCase(village, "VILLAGE", "2024-03-06"));
                                    awaitCount(township, "M-01", "2024", 2);
                                    return frozen.freeze(
                                            id,
                                            List.of(indicator("M-01")),
                                            township,
                                            YEAR,
                                            Set.of());
                                });
        assertEquals(BigDecimal.ONE, held.figures().get(0).value());
        assertEquals(1, frozen.list(id, "M-01", Part.DENOMINATOR, null, 9).recordCount());
    }

    @Test
    void theUnionOfTownshipsIsTheFigureOfTheirCounty() throws SQLException {
        String county = "410495000000";
        List<String> townships = List.of("410495101000", "410495102000");
        new RandomHistory(townships.get(0), 21, 120).publish();
        new RandomHistory(townships.get(1), 22, 120).publish();
        List<UUID> ids = List.of(id, UUID.randomUUID());
        freeze(ids.get(0), catalogue(county), townships.get(0));
        freeze(ids.get(1), catalogue(county), townships.get(1));
        UUID wholeCounty = UUID.randomUUID();
        Map<String, Figure> live =
                freeze(wholeCounty, catalogue(county), county).figures().stream()
                        .collect(Collectors.toMap(Figure::indicator, it -> it));
        int counted = 0;
        for (United it : unions.of(ids, catalogue(county), county, YEAR)) {
            Figure figure = it.figure();
            Figure whole = live.get(figure.indicator());
            assertEquals(whole.value(), figure.value(), figure.indicator());
            assertEquals(whole.numerator(), figure.numerator(), figure.indicator());
            assertEquals(whole.denominator(), figure.denominator(), figure.indicator());
            it.digests()
                    .forEach(
                            (part, digest) ->
                                    assertEquals(
                                            receipt(county, figure.indicator(), part)
                                                    .getString("digest"),
                                            digest,
                                            figure.indicator() + " " + part));
            counted += figure.value() == null ? 0 : 1;
        }
        assertTrue(counted > 50, "figures: " + counted);
        List<Figure> whole =
                unions.of(ids, catalogue(county), county, YEAR).stream()
                        .map(United::figure)
                        .toList();
        UUID union = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            FigureSet set = new FigureSet(whole, Map.of());
                            frozen.freeze(union, List.of(Source.frozen(ids, set)), county, YEAR);
                            return null;
                        });
        assertEquals(plain(whole), plain(frozen.figures(union, it -> null).figures()));
        assertEquals(List.of(), differences.between(union, wholeCounty));
    }

    private FigureSet freeze(UUID as, List<Indicator> indicators, String division) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            frozen.holdMoment();
                            return frozen.freeze(as, indicators, division, YEAR, Set.of());
                        });
    }

    private Indicator indicator(String code) {
        return Indicators.OF_CHAPTERS.get(code);
    }

    /** All that is there for a division: what its county defined itself, too. */
    private List<Indicator> catalogue(String division) throws SQLException {
        return definitions.of(division).in(YEAR);
    }

    private static List<String> plain(List<Figure> figures) {
        return figures.stream()
                .map(
                        it ->
                                Stream.of(
                                                it.indicator(),
                                                it.title(),
                                                it.status(),
                                                it.value(),
                                                it.numerator(),
                                                it.denominator(),
                                                it.notYetDue(),
                                                it.noLimit(),
                                                it.unitLabel(),
                                                it.definition())
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> ids(Receipt receipt) {
        return receipt.records().stream().map(it -> it.id().toString()).toList();
    }

    private static JsonPath receipt(String division, String indicator, Part part) {
        String kind =
                as(division).get("/reporting/v1/indicators/" + indicator).path("items[0].kind");
        boolean share = kind.equals(Kind.SHARE.name());
        return as(division)
                .queryParam("limit", 200)
                .queryParams(share ? Map.of("part", part.name()) : Map.of())
                .get("/reporting/v1/figures/%s/%s/2024/receipt".formatted(indicator, division))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
