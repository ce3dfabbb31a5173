package org.fengqiao.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.security.Scope;

/**
 * One of the two townships of a {@link Fuzz}: its records, and what of them no other may see. Its
 * secrets are the ids of its records, those that it makes on the way included, and a mark that
 * stands in texts it enters.
 */
final class FuzzSide {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    final String division;
    final String mark;
    final List<Visit> visits;
    private final Set<String> secrets = new LinkedHashSet<>();

    FuzzSide(String division, Collection<Visit> visits, Random random) {
        this.division = division;
        this.visits = List.copyOf(visits);
        this.mark = "canary%08x".formatted(random.nextInt());
        for (Visit visit : visits) {
            boolean own = visit.area == Visit.Area.LOCAL || visit.area == Visit.Area.LISTING;
            if (own && (visit.organ == null || visit.organ.equals(division))) {
                visit.path.values().forEach(this::learn);
                learn(visit.marker);
                leaves(visit.body);
            }
        }
    }

    private void leaves(JsonNode body) {
        if (body != null && body.isValueNode()) {
            learn(body.asText());
        } else if (body != null) {
            body.forEach(this::leaves);
        }
    }

    /** Keeps the ids of an address or text as known here alone. */
    void learn(String text) {
        if (text != null) {
            secrets.addAll(idsOf(text));
        }
    }

    /** An id of one of its records. */
    String anId(Random random) {
        List<String> all = List.copyOf(secrets);
        return all.isEmpty() ? mark : all.get(random.nextInt(all.size()));
    }

    /** Whether an office of that division answers for this township or a part of it. */
    boolean isSeenFrom(String office) {
        return DivisionCode.valid(office)
                && (Scope.of(office).contains(division) || Scope.of(division).contains(office));
    }

    /** Ids that others have entered in records of their own: there they may read them again. */
    void passedOn(String said) {
        secrets.removeAll(idsOf(said));
    }

    /** What a text tells of it. */
    List<String> toldIn(String text) {
        List<String> told = new ArrayList<>(idsOf(text));
        told.retainAll(secrets);
        if (text.contains(mark)) {
            told.add(mark);
        }
        return told;
    }

    private static Set<String> idsOf(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher it = UUID.matcher(text);
        while (it.find()) {
            ids.add(it.group());
        }
        return ids;
    }
}
