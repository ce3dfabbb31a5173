package org.fengqiao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fengqiao.demo.People.Person;

/**
 * A dispute that a committee settled in 2024: everything its row says, before it is written down.
 */
final class MediationCase {

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);
    static final int WITH_COUNSEL = 230;
    private static final int EVERY_WITH_TWO = 11;

    // Closed cases by month; they add up to 410. Fewer at the Spring Festival, more at harvest and
    // before new year.
    private static final int[] CLOSED_BY_MONTH = {38, 22, 33, 31, 34, 39, 36, 34, 35, 37, 33, 38};
    private static final int CONFIRMED = 10;

    final Committee committee;
    final String place;
    final String source;
    final String referrer;
    final String type;
    final String summary;
    final String difficulty;
    final String mediators;
    final Person partyA;
    final Person partyB;
    final int persons;
    final Integer amountYuan;
    final Integer agreedYuan;
    final boolean written;
    final LocalDate registeredOn;
    final LocalDate acceptedOn;
    final LocalDate mediatedOn;
    final LocalDate closedOn;
    final LocalDate performedOn;
    LocalDate confirmationAppliedOn;
    LocalDate confirmationRuledOn;
    String prevented;
    int preventedPersons;
    String counsel;

    private MediationCase(
            Committee committee,
            LocalDate closedOn,
            List<Committee> all,
            Chance chance,
            People people) {
        boolean township = committee.isTownship();
        this.committee = committee;
        this.place =
                township ? all.get(chance.between(1, all.size() - 1)).place() : committee.place();
        this.source =
                chance.weighted(
                        township ? "主动调解 15, 依申请调解 45, 委托移送 40" : "主动调解 55, 依申请调解 41, 委托移送 4");
        this.referrer =
                source.equals("委托移送") ? chance.weighted("公安机关 45, 法院 25, 信访部门 20, 其他部门 10") : null;
        this.type = chance.weighted(township ? Dispute.IN_THE_TOWNSHIP : Dispute.IN_VILLAGES);
        this.summary = Dispute.summary(type, chance);
        this.difficulty =
                chance.weighted(
                        township ? "简易 10, 一般 50, 疑难 33, 重大 7" : "简易 45, 一般 45, 疑难 9, 重大 1");
        this.mediators = mediators(committee, chance);
        this.partyA = people.party();
        this.partyB = people.party();
        this.persons = difficulty.equals("重大") ? chance.between(6, 14) : chance.between(2, 5);
        this.amountYuan =
                Dispute.isAboutMoney(type) || chance.percent(12)
                        ? chance.between(5, 400) * 100
                        : null;
        this.agreedYuan = amountYuan == null ? null : amountYuan * chance.between(6, 10) / 10;
        this.written =
                !difficulty.equals("简易")
                                && (township || !difficulty.equals("一般") || chance.percent(60))
                        || chance.percent(township ? 60 : 25);
        this.closedOn = closedOn;
        // At most 28 days: the demo has no extension (the limit is a setting of 30 days).
        int days =
                Math.min(
                        days(chance),
                        (int) FIRST_DAY.until(closedOn, java.time.temporal.ChronoUnit.DAYS));
        this.registeredOn = closedOn.minusDays(days);
        this.acceptedOn = registeredOn.plusDays(Math.min(days, chance.between(0, 2)));
        int left = (int) acceptedOn.until(closedOn, java.time.temporal.ChronoUnit.DAYS);
        this.mediatedOn = acceptedOn.plusDays(Math.min(left, chance.between(0, 6)));
        LocalDate performed = closedOn.plusDays(chance.between(0, 40));
        this.performedOn = chance.percent(80) && !performed.isAfter(LAST_DAY) ? performed : null;
    }

    private int days(Chance chance) {
        return switch (difficulty) {
            case "简易" -> chance.between(0, 5);
            case "一般" -> chance.between(1, 16);
            default -> chance.between(8, 28);
        };
    }

    private static String mediators(Committee committee, Chance chance) {
        List<Committee.Mediator> drawn = new ArrayList<>(committee.mediators());
        chance.shuffle(drawn);
        return drawn.stream()
                .limit(chance.percent(70) ? 1 : 2)
                .map(Committee.Mediator::name)
                .collect(Collectors.joining("、"));
    }

    /** The 410 cases in the order of registration. */
    static List<MediationCase> all(List<Committee> committees, Chance chance, People people) {
        List<Committee> closers = new ArrayList<>();
        committees.forEach(it -> closers.addAll(java.util.Collections.nCopies(it.cases(), it)));
        chance.shuffle(closers);
        List<MediationCase> cases = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            for (int i = 0; i < CLOSED_BY_MONTH[month - 1]; i++) {
                Committee committee = closers.get(cases.size());
                cases.add(
                        new MediationCase(
                                committee, day(month, chance), committees, chance, people));
            }
        }
        addCounsel(cases, chance);
        addConfirmations(cases, chance);
        addPreventions(cases, chance);
        cases.sort(
                Comparator.comparing((MediationCase it) -> it.registeredOn)
                        .thenComparing(it -> it.closedOn));
        return cases;
    }

    private static LocalDate day(int month, Chance chance) {
        LocalDate first = LocalDate.of(2024, month, 1);
        LocalDate day =
                first.plusDays(chance.between(month == 1 ? 2 : 0, first.lengthOfMonth() - 1));
        boolean springFestival =
                month == 2 && day.getDayOfMonth() >= 10 && day.getDayOfMonth() <= 17;
        return springFestival ? day(month, chance) : day;
    }

    private static void addCounsel(List<MediationCase> cases, Chance chance) {
        List<MediationCase> drawn = new ArrayList<>(cases);
        chance.shuffle(drawn);
        for (int i = 0; i < WITH_COUNSEL; i++) {
            MediationCase it = drawn.get(i);
            it.counsel = it.committee.counsel();
            if (i % EVERY_WITH_TWO == 0) {
                it.counsel += "、" + Counsel.beside(it.counsel);
            }
        }
    }

    /**
     * RT 33: both parties, within 30 days; the court rules within 15 days. The last application is
     * still open.
     */
    private static void addConfirmations(List<MediationCase> cases, Chance chance) {
        List<MediationCase> drawn =
                cases.stream()
                        .filter(it -> it.written && Dispute.isConfirmable(it.type))
                        .filter(
                                it ->
                                        it.amountYuan != null
                                                && it.closedOn.isBefore(LocalDate.of(2024, 11, 15)))
                        .limit(500)
                        .collect(Collectors.toCollection(ArrayList::new));
        chance.shuffle(drawn);
        for (MediationCase it : drawn.subList(0, CONFIRMED)) {
            it.confirmationAppliedOn = it.closedOn.plusDays(chance.between(1, 25));
            it.confirmationRuledOn = it.confirmationAppliedOn.plusDays(chance.between(4, 15));
        }
        MediationCase open = drawn.get(CONFIRMED);
        open.confirmationAppliedOn = open.closedOn.plusDays(12);
    }

    private static void addPreventions(List<MediationCase> cases, Chance chance) {
        List<MediationCase> drawn =
                cases.stream()
                        .filter(it -> it.difficulty.equals("疑难") || it.difficulty.equals("重大"))
                        .collect(Collectors.toCollection(ArrayList::new));
        chance.shuffle(drawn);
        List<String> kinds = List.of("民转刑", "民转刑", "民转刑", "群体性上访", "群体性上访", "自杀");
        for (int i = 0; i < kinds.size(); i++) {
            MediationCase it = drawn.get(i);
            it.prevented = kinds.get(i);
            it.preventedPersons = kinds.get(i).equals("自杀") ? 1 : it.persons;
        }
    }
}
