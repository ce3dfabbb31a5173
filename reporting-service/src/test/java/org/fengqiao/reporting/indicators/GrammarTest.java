package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.indicators.Condition.Test.FIRST;
import static org.fengqiao.reporting.indicators.Condition.Test.IN;
import static org.fengqiao.reporting.indicators.Condition.Test.ON_OR_BEFORE;
import static org.fengqiao.reporting.indicators.Condition.Test.SETTLED;
import static org.fengqiao.reporting.indicators.Condition.Test.VALID_AT_END;
import static org.fengqiao.reporting.indicators.Condition.Test.YES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Condition.Test;
import org.fengqiao.reporting.indicators.Definition.Records;
import org.fengqiao.reporting.indicators.Indicator.Kind;

/** A definition as data says what the chapters say. */
class GrammarTest {

    private static final Grammar GRAMMAR =
            new Grammar(
                    List.of(
                            MediationChapter.CASES,
                            LegalServiceFacts.MEDIATION_PARTICIPATION,
                            AdministrationFacts.ENFORCEMENT_OFFICER,
                            AdministrationFacts.LAW_EXAM));

    private static Condition in(String column, String... codes) {
        return new Condition(column, IN, List.of(codes), null);
    }

    private static Condition is(String column, Test test, String... others) {
        return new Condition(column, test, null, List.of(others));
    }

    private static Records cases(String date, Condition... filters) {
        return new Records("mediation.case.v1", date, null, null, null, List.of(filters));
    }

    private static void assertSame(
            String builtIn,
            Unit unit,
            Kind kind,
            Records records,
            List<Condition> part,
            String column) {
        assertSame(builtIn, unit, kind, records, part, column, null);
    }

    private static void assertSame(
            String builtIn,
            Unit unit,
            Kind kind,
            Records records,
            List<Condition> part,
            String column,
            String partColumn) {
        Indicator known = Indicators.OF_CHAPTERS.get(builtIn);
        Definition data =
                new Definition(
                        known.title(),
                        known.titleEn(),
                        kind,
                        unit,
                        known.legalBasis(),
                        YearMonth.of(2024, 1),
                        records,
                        part,
                        column,
                        partColumn);
        assertEquals(known, GRAMMAR.indicator(builtIn, 1, data));
    }

    @org.junit.jupiter.api.Test
    void dataMakesTheIndicatorsOfTheChapters() {
        Condition closed = in("status", "AGREED", "NOT_AGREED");
        Condition ours = in("basis", "PEOPLES_MEDIATION");
        Condition agreed = in("status", "AGREED");
        assertSame("M-01", Unit.CASE, Kind.COUNT, cases("closedOn", closed, ours), null, null);
        assertSame(
                "M-12",
                Unit.YUAN,
                Kind.SUM,
                cases("closedOn", closed, ours, agreed),
                null,
                "agreementAmountYuan");
        assertSame(
                "M-13",
                Unit.PERCENT,
                Kind.SHARE,
                cases(
                        "closedOn",
                        closed,
                        ours,
                        agreed,
                        in("agreementForm", "WRITTEN"),
                        is("confirmable", YES),
                        is("confirmationAppliedOn", SETTLED, "confirmationWindowEndsOn")),
                List.of(is("confirmationAppliedOn", ON_OR_BEFORE, "confirmationWindowEndsOn")),
                null);
        assertSame(
                "M-16",
                Unit.CASE,
                Kind.STOCK,
                new Records(
                        "mediation.case.v1", "acceptedOn", "endedOn", null, null, List.of(ours)),
                null,
                null);
        assertSame(
                "L-06",
                Unit.CASE,
                Kind.DISTINCT,
                new Records(
                        LegalServiceFacts.MEDIATION_PARTICIPATION.kind(),
                        "joinedOn",
                        null,
                        null,
                        null,
                        List.of(is("joinedOn", FIRST, "disputeId"))),
                null,
                "disputeId");
        assertSame(
                "G-01",
                Unit.PERCENT,
                Kind.SHARE,
                new Records(
                        AdministrationFacts.ENFORCEMENT_OFFICER.kind(),
                        "postFrom",
                        "postUntil",
                        true,
                        null,
                        List.of()),
                List.of(
                        is(
                                "certificateFrom",
                                VALID_AT_END,
                                "certificateUntil",
                                "certificateWithdrawnOn")),
                null);
    }

    @org.junit.jupiter.api.Test
    void aShareOfTwoSumsIsOneOfTheGrammar() {
        assertSame(
                "G-04-T",
                Unit.PERCENT,
                Kind.SHARE,
                new Records(
                        AdministrationFacts.LAW_EXAM.kind(), "heldOn", null, null, null, List.of()),
                null,
                "due",
                "taken");
    }

    /** A new filter of the chapters is one of the counties too, or is left out on purpose. */
    @org.junit.jupiter.api.Test
    void everyFilterCanBeToldAsData() {
        Table table = MediationChapter.CASES;
        Set<Class<?>> told =
                Stream.of(Test.values())
                        .map(
                                it ->
                                        it.of(
                                                        table,
                                                        column(table, it),
                                                        List.of(),
                                                        Collections.nCopies(
                                                                it.otherTypes().size(),
                                                                table.column("closedOn")))
                                                .getClass())
                        .collect(Collectors.toSet());
        assertEquals(Test.values().length, told.size());
        Set<Class<?>> others =
                Stream.of(Filter.class.getPermittedSubclasses())
                        .filter(it -> !told.contains(it))
                        .collect(Collectors.toSet());
        // What is pending follows from what is settled; another kind of record cannot be named.
        assertEquals(Set.of(Filter.Pending.class, Filter.NamesStanding.class), others);
    }

    private static Column column(Table table, Test test) {
        return Stream.concat(table.columns().stream(), PetitionFacts.VISITS.columns().stream())
                .filter(it -> test.columnTypes().contains(it.type()))
                .findFirst()
                .orElse(table.column("status"));
    }

    @org.junit.jupiter.api.Test
    void aCodeTellsWhoseItIs() {
        assertEquals("410423000000", owner("X-410423-01"));
        assertEquals("410400000000", owner("X-4104-01-P"));
        assertEquals("410000000000", owner("X-41-123"));
        for (String no :
                List.of(
                        "M-01",
                        "X-410400-01",
                        "X-410423106-01",
                        "X-41042-01",
                        "X-00-01",
                        "X-410423-1",
                        "X-410423-01\n",
                        "X-410423-01' or '1'='1",
                        "x-410423-01")) {
            assertEquals(Optional.empty(), LocalCode.of(no), no);
        }
        LocalCode county = LocalCode.of("X-410423-01").orElseThrow();
        assertTrue(county.isFor("410423106201") && county.isFor("410423000000"));
        assertTrue(!county.isFor("410400000000") && !county.isFor("410424000000"));
        assertEquals(
                List.of("410000000000", "410400000000", "410423000000"),
                LocalCode.owners("410423106201").toList());
        assertEquals(List.of("410000000000"), LocalCode.owners("410000000000").toList());
    }

    private static String owner(String code) {
        return LocalCode.of(code).orElseThrow().owner().value();
    }
}
