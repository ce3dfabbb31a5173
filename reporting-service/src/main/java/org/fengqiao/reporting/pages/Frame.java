package org.fengqiao.reporting.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What every page has around its content.
 *
 * @param otherLanguage address of the same page in the other language
 * @param office the reader's division, full name; null where the reader has none
 * @param subject what the page is about; null where it is no division's year
 */
public record Frame(Language language, String otherLanguage, String office, Subject subject) {

    /** The pages of a division's year, in the order of the navigation. */
    public enum Tab {
        FIGURES,
        REPORTS,
        CHECKS,
        DESK;

        /** Its address for a division and year. */
        String address(String division, String year) {
            return "/reporting/pages/%s/%s/%s"
                    .formatted(name().toLowerCase(Locale.ROOT), division, year);
        }
    }

    /** One of those pages. */
    public record Link(Tab tab, String address, boolean here) {}

    /**
     * A division's year.
     *
     * @param tab the page it is; null for a page below those
     * @param years that can be chosen, newest first
     * @param places that can be chosen, from the reader's own down
     */
    public record Subject(
            String division, String year, Tab tab, List<String> years, List<Place> places) {

        /** The navigation. */
        public List<Link> links() {
            return Arrays.stream(Tab.values())
                    .map(it -> new Link(it, it.address(division, year), it == tab))
                    .toList();
        }
    }

    /**
     * A division that can be chosen.
     *
     * @param label indented by its level
     */
    public record Place(String code, String label) {}
}
