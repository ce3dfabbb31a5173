package org.fengqiao.kit.ledger;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an export writes as the number of a record that no row of the unit's ledger became: {@code
 * 0192f0c4-…/3}. Imported again it names that record, as it was at that version.
 */
record RecordNumber(UUID id, int version) {

    private static final Pattern FORM =
            Pattern.compile("([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/([0-9]{1,9})");

    /** The record a number names, or {@code null} where it is a number like any other. */
    static RecordNumber of(String number) {
        Matcher it = FORM.matcher(number);
        return it.matches()
                ? new RecordNumber(
                        UUID.fromString(it.group(1).toLowerCase(Locale.ROOT)),
                        Integer.parseInt(it.group(2)))
                : null;
    }

    @Override
    public String toString() {
        return id + "/" + version;
    }
}
