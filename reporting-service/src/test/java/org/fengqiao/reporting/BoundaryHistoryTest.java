package org.fengqiao.reporting;

import static org.fengqiao.reporting.Api.patiently;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengqiao.reporting.Events.Snapshot;
import org.fengqiao.reporting.Recount.Question;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random boundary changes under random lives of records, against the slow recount. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(ChangedRegister.class)
class BoundaryHistoryTest {

    private static final String ALL =
            Stream.of(LegalRecount.CODES, Recount.CODES, PetitionRecount.CODES)
                    .flatMap(List::stream)
                    .collect(Collectors.joining(","));
    // A sum, a distinct count of divisions, and what is counted elsewhere than at its division.
    private static final Set<String> OPENED = Set.of("M-12", "L-04", "P-12");
    private static final List<String> ADDED =
            List.of("M-01", "M-12", "M-16", "M-25", "P-01", "P-12", "L-05", "L-08");

    /**
     * Every indicator of every division, by both boundaries, against a recount of the test's own
     * copies: for today's their codes are replaced first, and then they are counted as ever.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void figuresEqualASlowRecountByBothBoundaries(int number) throws NoSuchAlgorithmException {
        RandomRegister register = ChangedRegister.random(number);
        String first = ChangedRegister.counties(number).get(0).substring(0, 6) + "101000";
        RandomHistory history = new RandomHistory(first, register.codes(), number, 160);
        history.send();
        Map<String, Integer> versions =
                history.lastStates().stream()
                        .collect(Collectors.toMap(Snapshot::id, Snapshot::version));
        patiently().until(() -> arrived(number).equals(versions));
        Recount asReported = new Recount(history.lastStates());
        Recount today =
                new Recount(
                        history.lastStates().stream().map(it -> replaced(it, register)).toList());
        for (String county : ChangedRegister.counties(number)) {
            checkDivision(asReported, county, "AS_REPORTED");
            Set<String> rows = checkDivision(today, county, "TODAY");
            assertEquals(townships(register, county), rows);
            for (String township : rows) {
                checkDivision(asReported, township, "AS_REPORTED");
                checkDivision(today, township, "TODAY");
            }
        }
    }

    private static Set<String> townships(RandomRegister register, String county) {
        return register.living().stream()
                .filter(it -> it.startsWith(county.substring(0, 6)))
                .filter(it -> it.endsWith("000") && !it.equals(county))
                .collect(Collectors.toSet());
    }

    private static Map<String, Integer> arrived(int number) throws SQLException {
        Map<String, Integer> arrived = new HashMap<>();
        for (String county : ChangedRegister.counties(number)) {
            arrived.putAll(FactTables.versions(county));
        }
        return arrived;
    }

    private static Snapshot replaced(Snapshot it, RandomRegister register) {
        Snapshot replaced = it;
        for (String field : List.of("division", "registeredDivision")) {
            if (it.get(field) != null) {
                replaced = replaced.with(field, register.today((String) it.get(field)));
            }
        }
        return replaced;
    }

    /** A division and its children; counts and sums add up. Gives the children it has. */
    private static Set<String> checkDivision(Recount recount, String division, String boundaries)
            throws NoSuchAlgorithmException {
        Map<String, BigDecimal> whole = new HashMap<>();
        for (Map<String, Object> it : figures(division, "boundaries", boundaries)) {
            HistoryTest.check(recount, it, within(division));
            whole.put((String) it.get("indicator"), Api.decimal(it));
        }
        Set<String> children = new HashSet<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Map<String, Object> it :
                figures(division, "boundaries", boundaries, "by", "division")) {
            String where = (String) it.get("where");
            String indicator = (String) it.get("indicator");
            boolean own = where.equals("OWN_LEVEL");
            HistoryTest.check(recount, it, own ? exactly(division) : within(where));
            sums.merge(indicator, Api.decimal(it), BigDecimal::add);
            if (OPENED.contains(indicator) && division.endsWith("000000")) {
                HistoryTest.checkReceipt(division, (String) it.get("receipt"), Api.decimal(it));
            }
            children.add(where);
        }
        for (String it : ADDED) {
            assertEquals(0, whole.get(it).compareTo(sums.get(it)), it + " " + division);
        }
        children.remove("OWN_LEVEL");
        return children;
    }

    private static Question within(String division) {
        String prefix = division.replaceFirst("(000)+$", "");
        return new Question("2024-01-01", "2024-12-31", it -> it.startsWith(prefix), it -> true);
    }

    private static Question exactly(String division) {
        return new Question("2024-01-01", "2024-12-31", division::equals, it -> true);
    }

    private static List<Map<String, Object>> figures(String division, String... more) {
        String[] query =
                Stream.concat(Stream.of("indicator", ALL, "period", "2024"), Stream.of(more))
                        .toArray(String[]::new);
        return Api.figures(division, query).statusCode(200).extract().jsonPath().getList("figures");
    }
}
