package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengqiao.kit.calendar.Period;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.checks.Relations;
import org.fengqiao.reporting.checks.Relations.Pair;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.indicators.Indicator;
import org.fengqiao.reporting.indicators.Indicators;
import org.fengqiao.reporting.indicators.Unit;
import org.fengqiao.reporting.reports.Edition.Value;

/** Numbers so small that somebody might be known by them: at release a person decides (TJ 28). */
@ApplicationScoped
class SmallNumbers {

    /** What counts matters or persons; who holds five lectures is no secret. */
    private static final Set<Unit> OF_PERSONS =
            EnumSet.of(Unit.CASE, Unit.PERSON, Unit.PERSON_TIME, Unit.BATCH);

    /** This share tells what its parts are parts of, too. */
    private static final List<String> TWO_LEVELS =
            List.of("M-05-VT", "M-04", "M-01", "M-02", "M-03");

    private final Catalogue catalogue;
    private final BigDecimal least;

    SmallNumbers(
            Catalogue catalogue,
            @ConfigProperty(name = "fengqiao.release.minimum-cell", defaultValue = "3") int least) {
        this.catalogue = catalogue;
        this.least = BigDecimal.valueOf(least);
    }

    /** Keys of the figures of an edition under the minimum; a zero tells of nobody. */
    List<String> in(Edition edition) throws SQLException {
        Indicators known = catalogue.of(edition.division());
        return edition.figures().stream()
                .filter(it -> isSmall(it, known.get(it.indicator()).chapter()))
                .map(Value::key)
                .toList();
    }

    /** Every number that it prints: of a share its parts and what stands beside it. */
    private boolean isSmall(Value it, String chapter) {
        boolean counts =
                OF_PERSONS.contains(it.unit()) || chapter.equals(Chapter.PETITION.source());
        return it.unit() != Unit.PERCENT && counts && isSmall(it.value())
                || Stream.of(it.numerator(), it.denominator(), it.notYetDue(), it.noLimit())
                        .anyMatch(this::isSmall);
    }

    private boolean isSmall(BigDecimal number) {
        return number != null && number.signum() > 0 && number.compareTo(least) < 0;
    }

    /**
     * Refuses a release that leaves one undecided, or lets one be reckoned from what is left.
     *
     * @throws Refusal 422 {@code SMALL_CELLS}
     */
    void require(Edition edition, Set<String> confirmed, Set<String> suppressed)
            throws SQLException {
        Told told = told(edition);
        List<String> small = in(edition);
        Refusal refusal =
                Refusal.of(
                                422,
                                "SMALL_CELLS",
                                "有小于%s的数：逐一确认可以公开，或者不公开".formatted(least),
                                "There are numbers below %s: confirm or suppress each"
                                        .formatted(least))
                        .citing("TJ 28");
        Refusal found = refusal;
        for (String key : small) {
            if (!confirmed.contains(key) && !suppressed.contains(key)) {
                found = found.at("/confirmed", key + "未确认", key + " is not decided of");
            }
        }
        Set<String> may = new TreeSet<>(small);
        may.addAll(related(told, may));
        for (String key : suppressed) {
            if (edition.figure(key).isEmpty() || !may.contains(key)) {
                found =
                        found.at(
                                "/suppressed",
                                key + "不小，也不会推出小数",
                                key + " is not small, and gives no small number away");
            }
        }
        for (String key : suppressed) {
            if (confirmed.contains(key)) {
                found =
                        found.at(
                                "/suppressed",
                                key + "既确认可以公开，又不公开：请只选一种",
                                key + " is both confirmed and suppressed: decide for one");
            }
        }
        for (String key : givingAway(edition, told, suppressed)) {
            found =
                    found.at(
                            "/suppressed",
                            "由其他数可以推出" + key + "：请一并不公开其中一个",
                            key + " can be reckoned from others: suppress one of them, too");
        }
        if (found != refusal) {
            throw found;
        }
    }

    /**
     * Codes of what tells figures that are suppressed: themselves, and what stands in a sum or
     * share with one.
     */
    Set<String> telling(Edition edition, Set<String> suppressed) throws SQLException {
        Set<String> keys = new TreeSet<>(suppressed);
        keys.addAll(related(told(edition), keys));
        return keys.stream()
                .map(it -> it.replaceFirst("@.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What figures tell of each other, by their keys.
     *
     * @param sums wholes, each with the parts that add up to it, and what is counted twice: any one
     *     of them is told by the others
     * @param shares each with what it tells: it prints its parts
     */
    private record Told(List<List<String>> sums, List<List<String>> shares) {}

    /** Of each year that the edition tells of alike. */
    private Told told(Edition edition) throws SQLException {
        List<String> codes = edition.figures().stream().map(Value::indicator).toList();
        Relations relations =
                Relations.in(
                        Period.of(Integer.toString(edition.year())),
                        catalogue.of(edition.division()).naming(codes));
        Stream<List<String>> partitions =
                relations.partitions().stream()
                        .map(
                                it ->
                                        Stream.concat(Stream.of(it.whole()), it.parts().stream())
                                                .map(Indicator::code)
                                                .toList());
        return new Told(
                ofEachYear(edition, Stream.concat(partitions, codes(relations.twins()))),
                ofEachYear(
                        edition, Stream.concat(codes(relations.lists()), Stream.of(TWO_LEVELS))));
    }

    private static Stream<List<String>> codes(List<Pair> pairs) {
        return pairs.stream().map(it -> List.of(it.one().code(), it.other().code()));
    }

    /** The codes of a relation as keys: M-01, M-02, and of the year before M-01@2023, M-02@2023. */
    private static List<List<String>> ofEachYear(Edition edition, Stream<List<String>> relations) {
        List<String> years =
                edition.figures().stream()
                        .map(it -> it.key().substring(it.indicator().length()))
                        .distinct()
                        .toList();
        return relations
                .flatMap(
                        codes ->
                                years.stream()
                                        .map(year -> codes.stream().map(it -> it + year).toList()))
                .toList();
    }

    /** What stands in a sum or share with one of these. */
    private static Set<String> related(Told told, Set<String> keys) {
        Set<String> related = new TreeSet<>();
        Stream.concat(told.sums.stream(), told.shares.stream())
                .filter(it -> it.stream().anyMatch(keys::contains))
                .forEach(related::addAll);
        return related;
    }

    /** Suppressed figures that the others of a sum or share tell. */
    private static Set<String> givingAway(Edition edition, Told told, Set<String> suppressed) {
        Set<String> away = new TreeSet<>();
        for (List<String> share : told.shares) {
            boolean shown =
                    edition.figure(share.get(0)).isPresent() && !suppressed.contains(share.get(0));
            if (shown) {
                share.stream().skip(1).filter(suppressed::contains).forEach(away::add);
            }
        }
        for (List<String> relation : told.sums) {
            List<String> there =
                    relation.stream().filter(it -> edition.figure(it).isPresent()).toList();
            List<String> gone = there.stream().filter(suppressed::contains).toList();
            if (gone.size() == 1 && there.size() > 1 && there.contains(relation.get(0))) {
                away.addAll(gone);
            }
        }
        return away;
    }
}
