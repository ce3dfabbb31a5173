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
            Role.CLERK + Role.PETITIONS + " confirmations:write reports:write"),
    SIGNER(
            "township-signer",
            "410423106000",
            "瓦屋镇签发人",
            "Township signer, a second person",
            Role.READER + " confirmations:write reports:write reports:sign records:erase"),
    COUNTY(
            "county-clerk",
            "410423000000",
            "县司法局经办人",
            "County clerk",
            Role.READER
                    + " audit:read ledgers:export exports:approve reports:write reports:sign"
                    + " indicators:write records:erase"),
    COUNTY_PETITIONS(
            "county-petition-clerk",
            "410423000000",
            "县信访局经办人",
            "Clerk of the county's petition department",
            Role.READER + Role.PETITIONS + " ledgers:import ledgers:export"),
    CITY_PETITIONS(
            "city-petition-clerk",
            "410400000000",
            "市信访局经办人",
            "Clerk of the city's petition department",
            Role.READER + Role.PETITIONS),
    DISCIPLINE(
            "discipline-handler",
            "410423000000",
            "县纪委监委承办人",
            "Handler of the county's discipline organ",
            "accusations:write accusations:handle"),
    DISCIPLINE_CHIEF(
            "discipline-chief",
            "410423000000",
            "县纪委监委负责人",
            "A second person there, who releases identities",
            "accusations:handle accusations:release"),
    ADMIN(
            "administrator",
            "410423000000",
            "系统管理员",
            "Administrator",
            "admin audit:read calendars:write exports:approve figures:read");

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
                "records:read cases:read petitions:read legal:read persons:read figures:read"
                        + " reports:read";
        static final String PETITIONS = " petitions:write accusations:write";
        static final String CLERK =
                READER + " cases:write legal:write ledgers:import ledgers:export";
    }
}
