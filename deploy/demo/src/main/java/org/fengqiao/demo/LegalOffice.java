package org.fengqiao.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What the township's justice office and its other offices wrote down in 2024 for legal-service,
 * one ledger a register. Of the 23 publicity activities of the report six are lectures of village
 * counsel: they stand in the service log only.
 */
final class LegalOffice {

    private static final long SEED = 20_220_101L;
    private static final int FIRST_FILE = 8;

    private final Chance chance = new Chance(SEED);
    private final List<RegisterRows> registers = new ArrayList<>();

    /**
     * @param villages their committees, in code order
     */
    LegalOffice(List<Committee> villages) {
        People people = new People(chance);
        Counsel counsel = new Counsel(villages, chance, people);
        // First who is named by the others.
        registers.add(counsel.advisers());
        registers.add(counsel.appointments());
        registers.add(counsel.resourcePersons());
        registers.add(new ServiceLog(villages, counsel, chance, people).rows());
        Contracts contracts = new Contracts(villages, counsel, chance, people);
        registers.add(contracts.reviews());
        registers.add(contracts.legalityReviews());
        registers.addAll(new Publicity(people).registers());
        registers.addAll(new Decisions(counsel).registers());
        registers.addAll(new Study(people).registers());
        registers.addAll(new Enforcement(people).registers());
        registers.addAll(new Disclosure(villages, people).registers());
        registers.addAll(new Plans().registers());
    }

    List<Ledger> ledgers() {
        List<Ledger> ledgers = new ArrayList<>();
        for (RegisterRows it : registers) {
            ledgers.add(it.ledger(FIRST_FILE + ledgers.size(), chance));
        }
        return ledgers;
    }
}
