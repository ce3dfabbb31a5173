package org.fengqiao.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who sends the requests of a {@link Fuzz}: mostly who may, so that most get far. */
final class FuzzCallers {

    /**
     * @param token {@code null} for none
     * @param office 12 digits; {@code null} where the token is not good or says none
     */
    record Caller(String token, String office) {}

    private final Passes passes;
    private final List<FuzzSide> sides;
    private final Oddities odd;
    private final List<Role> roles;
    private final Set<String> everyScope = new TreeSet<>();

    FuzzCallers(Passes passes, List<FuzzSide> sides, Oddities odd, List<Role> roles) {
        this.passes = passes;
        this.sides = sides;
        this.odd = odd;
        this.roles = roles;
        roles.forEach(it -> everyScope.addAll(it.scopes()));
    }

    String ofAllScopes(Visit visit, FuzzSide side) {
        return passes.of("walker", organ(visit, side), everyScope.toArray(String[]::new));
    }

    private static String organ(Visit visit, FuzzSide side) {
        return visit.organ == null ? side.division : visit.organ;
    }

    /** Who calls: of a hundred, 75 may, 10 are of the other township, 15 are something else. */
    Caller of(ApiOperation operation, Visit visit, FuzzSide side) {
        String organ = organ(visit, side);
        List<String> needed = new ArrayList<>(operation.scopes().stream().limit(1).toList());
        needed.addAll(operation.also());
        if (odd.chance(40)) {
            needed.add("persons:read");
        }
        String[] scopes = needed.toArray(String[]::new);
        int who = odd.random().nextInt(100);
        if (!operation.secured() && who < 75 || who >= 98) {
            return new Caller(null, null);
        }
        if (who < 75) {
            return as("walker", organ, scopes);
        }
        String abroad = sides.get(1 - sides.indexOf(side)).division;
        if (who < 85) {
            return as("stranger", abroad, scopes);
        }
        if (who < 92) {
            Role role = odd.any(roles);
            String office = odd.any(offices());
            return new Caller(passes.of("role-" + role.name(), office, role), office);
        }
        if (who < 95) {
            // Two offices' rights, as if one person held both, in the one township.
            Set<String> both = new TreeSet<>(odd.any(roles).scopes());
            both.addAll(odd.any(roles).scopes());
            return as("both", odd.any(offices()), both.toArray(String[]::new));
        }
        return who < 97
                ? new Caller(odd.any(bad(organ, scopes)), null)
                : new Caller(passes.withoutDivision(scopes), null);
    }

    private List<String> bad(String organ, String... scopes) {
        return passes.bad("stranger", organ, scopes).values().stream().sorted().toList();
    }

    private Caller as(String subject, String office, String... scopes) {
        return new Caller(passes.of(subject, office, scopes), office);
    }

    /** The two townships, a village of each, and what is above them. */
    private List<String> offices() {
        List<String> all = new ArrayList<>();
        for (FuzzSide it : sides) {
            all.add(it.division);
            all.add(it.division.substring(0, 9) + "201");
        }
        String county = sides.get(0).division.substring(0, 6);
        all.add(county + "000000");
        all.add(county.substring(0, 4) + "00000000");
        return all;
    }
}
