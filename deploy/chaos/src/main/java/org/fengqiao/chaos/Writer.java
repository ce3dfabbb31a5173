package org.fengqiao.chaos;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.fengqiao.chaos.Calls.Answered;
import org.fengqiao.local.OwnSuite;
import org.fengqiao.local.OwnSuite.Part;

/**
 * One person who writes: cases with their steps, petitions, activities, on days around the turn of
 * a year. All writers use the same keys in the same order, each for requests of their own.
 */
final class Writer implements Runnable {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    static final String TOWNSHIP = "410423106000";

    private final OwnSuite suite;
    private final Written written;
    private final String name;
    private final String committee;
    private final Calls calls;
    private final SplittableRandom random;
    private final String keys;
    private final long endNanos;
    private int key;

    /**
     * @param keys the beginning of this round's keys, the same for all writers
     */
    Writer(
            OwnSuite suite,
            Written written,
            String name,
            String committee,
            SplittableRandom random,
            String keys,
            long endNanos) {
        this.suite = suite;
        this.written = written;
        this.name = name;
        this.committee = committee;
        this.random = random;
        this.keys = keys;
        this.endNanos = endNanos;
        this.calls = new Calls(token(suite, name));
    }

    static String token(OwnSuite suite, String name) {
        return suite.token(
                name,
                TOWNSHIP,
                "records:read",
                "cases:read",
                "cases:write",
                "petitions:read",
                "petitions:write",
                "legal:read",
                "legal:write",
                "figures:read",
                "admin");
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() < endNanos) {
                LocalDate day = NEW_YEAR.plusDays(random.nextInt(-2, 2));
                switch (random.nextInt(4)) {
                    case 0 -> petition(day);
                    case 1 -> activity(day);
                    default -> mediationCase(day);
                }
            }
        } catch (IOException | RuntimeException e) {
            written.refused(name + ": " + e);
        }
    }

    private void mediationCase(LocalDate day) throws IOException {
        // Either replica takes it: they share one database.
        Part part = random.nextBoolean() ? Part.MEDIATION : Part.REPLICA;
        String body =
                """
                {"committeeId":"%s","on":"%s","source":"ON_APPLICATION","disputeType":"02",
                 "personsInvolved":2,"summary":"院墙滴水","parties":[
                 {"role":"APPLICANT","kind":"PERSON","name":"虚构甲"},
                 {"role":"RESPONDENT","kind":"PERSON","name":"虚构乙"}]}"""
                        .formatted(committee, day);
        String url = suite.url(part) + "/mediation/v1/cases";
        Answered it = create(Source.CASE, url, body);
        String on = "{\"on\":\"%s\"}".formatted(day);
        it = step(Source.CASE, url, it, "acceptance", on);
        if (random.nextInt(3) > 0) {
            it = step(Source.CASE, url, it, "sessions", on);
            String agreed =
                    """
                    {"on":"%s","form":"WRITTEN","content":"改檐沟","amountYuan":500}"""
                            .formatted(day);
            step(Source.CASE, url, it, "agreement", agreed);
        }
    }

    private void petition(LocalDate day) throws IOException {
        String url = suite.url(Part.PETITION) + "/petition/v1/petitions";
        String body =
                """
                {"form":"LETTER","source":"DIRECT","purpose":"SEEK_SETTLEMENT",
                 "contentClass":"010200","petitionedOn":"%1$s","on":"%1$s","persons":1,
                 "request":"请求确认边界","petitioners":[{"name":"虚构丙","address":"瓦屋村"}]}"""
                        .formatted(day);
        Answered it = create(Source.PETITION, url, body);
        step(
                Source.PETITION,
                url,
                it,
                "acceptance",
                "{\"on\":\"%s\",\"route\":\"HANDLING_OPINION\"}".formatted(day));
    }

    private void activity(LocalDate day) throws IOException {
        String body =
                """
                {"division":"%s","heldOn":"%s","title":"送法下乡","tags":["LEGAL_AID_OUTREACH"],
                 "organisers":["JUSTICE_OFFICE"],"attendance":80}"""
                        .formatted(TOWNSHIP, day);
        create(Source.ACTIVITY, suite.url(Part.LEGAL) + "/legal/v1/publicity-activities", body);
    }

    private Answered create(Source source, String url, String body) throws IOException {
        String mine = keys + "-" + key++;
        Answered it = calls.post(url, mine, 0, body);
        if (it.status() != 201) {
            throw new IllegalStateException(url + " " + it.status() + " " + it.id());
        }
        written.created(source, it.id(), name + " with " + mine);
        if (random.nextInt(4) == 0) {
            Answered again = calls.post(url, mine, 0, body);
            if (!again.id().equals(it.id())) {
                written.doubled(name + " with " + mine + ": " + it.id() + " and " + again.id());
            }
        }
        return it;
    }

    private Answered step(Source source, String url, Answered record, String step, String body)
            throws IOException {
        String path = url + "/" + record.id() + "/" + step;
        Answered it = calls.post(path, keys + "-" + key++, record.version(), body);
        if (it.status() != 200) {
            throw new IllegalStateException(path + " " + it.status() + " " + it.id());
        }
        written.stepped(source, it.id(), it.version());
        return it;
    }

    /** The committee that the cases are of. */
    static String newCommittee(OwnSuite suite, String key) throws IOException {
        String body =
                """
                {"division":"410423106201","level":"VILLAGE","name":"人民调解委员会%s",
                 "establishedOn":"2021-03-01"}"""
                        .formatted(key);
        return new Calls(token(suite, "writer-0"))
                .post(suite.url(Part.MEDIATION) + "/mediation/v1/committees", key, 0, body)
                .id();
    }

    static List<LocalDate> days() {
        return List.of(
                NEW_YEAR.minusDays(2), NEW_YEAR.minusDays(1), NEW_YEAR, NEW_YEAR.plusDays(1));
    }
}
