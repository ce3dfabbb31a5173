package org.fengqiao.local;

import java.util.Arrays;
import java.util.Optional;

/** The people of the demo: offices, not persons, each with a role of {@link Roles}. */
public enum DemoUser {
    VILLAGE("village-mediator", "410423106201", "村调解委员会经办人", "Village mediator"),
    TOWNSHIP("township-clerk", "410423106000", "瓦屋镇司法所经办人", "Township clerk"),
    SIGNER("township-signer", "410423106000", "瓦屋镇签发人", "Township signer, a second person"),
    COUNTY("county-clerk", "410423000000", "县司法局经办人", "County clerk"),
    COUNTY_PETITIONS(
            "county-petition-clerk",
            "petition-clerk",
            "410423000000",
            "县信访局经办人",
            "Clerk of the county's petition department"),
    CITY_PETITIONS(
            "city-petition-clerk",
            "petition-clerk",
            "410400000000",
            "市信访局经办人",
            "Clerk of the city's petition department"),
    DISCIPLINE(
            "discipline-handler",
            "410423000000",
            "县纪委监委承办人",
            "Handler of the county's discipline organ"),
    DISCIPLINE_CHIEF(
            "discipline-chief",
            "410423000000",
            "县纪委监委负责人",
            "A second person there, who releases identities"),
    ADMIN("administrator", "410423000000", "系统管理员", "Administrator");

    private final String subject;
    private final String role;
    private final String division;
    private final String title;
    private final String englishTitle;

    /** Whose name is that of the role. */
    DemoUser(String subject, String division, String title, String englishTitle) {
        this(subject, subject, division, title, englishTitle);
    }

    DemoUser(String subject, String role, String division, String title, String englishTitle) {
        this.subject = subject;
        this.role = role;
        this.division = division;
        this.title = title;
        this.englishTitle = englishTitle;
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

    String role() {
        return role;
    }

    /** Space separated, as in the token's claim. */
    public String scopes() {
        return String.join(" ", Roles.all().get(role).scopes());
    }
}
