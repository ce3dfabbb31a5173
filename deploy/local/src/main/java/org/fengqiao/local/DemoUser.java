package org.fengqiao.local;

import java.util.Arrays;
import java.util.Optional;

/** The people of the demo: offices, not persons. A role is a bundle of scopes. */
public enum DemoUser {
    VILLAGE("village-mediator", "410423106201", "村调解委员会经办人", "Village mediator", Role.CLERK),
    TOWNSHIP(
            "township-clerk",
            "410423106000",
            "瓦屋镇司法所经办人",
            "Township clerk",
            Role.CLERK + " calendars:write confirmations:write reports:write"),
    SIGNER(
            "township-signer",
            "410423106000",
            "瓦屋镇签发人",
            "Township signer, a second person",
            Role.READER + " confirmations:write reports:write reports:sign"),
    COUNTY(
            "county-clerk",
            "410423000000",
            "县司法局经办人",
            "County clerk",
            Role.READER + " audit:read ledgers:export reports:write reports:sign"),
    ADMIN(
            "administrator",
            "410423000000",
            "系统管理员",
            "Administrator",
            "admin audit:read calendars:write figures:read");

    private final String subject;
    private final String division;
    private final String title;
    private final String englishTitle;
    private final String scopes;

    DemoUser(String subject, String division, String title, String englishTitle, String scopes) {
        this.subject = subject;
        this.division = division;
        this.title = title;
        this.englishTitle = englishTitle;
        this.scopes = scopes;
    }

    static Optional<DemoUser> of(String subject) {
        return Arrays.stream(values()).filter(it -> it.subject.equals(subject)).findAny();
    }

    public String subject() {
        return subject;
    }

    /** Twelve digits. */
    public String division() {
        return division;
    }

    String title() {
        return title;
    }

    String englishTitle() {
        return englishTitle;
    }

    /** Space separated, as in the token's claim. */
    public String scopes() {
        return scopes;
    }

    private static final class Role {
        static final String READER =
                "records:read cases:read persons:read figures:read reports:read";
        static final String CLERK = READER + " cases:write ledgers:import ledgers:export";
    }
}
