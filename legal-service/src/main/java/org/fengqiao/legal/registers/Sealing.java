package org.fengqiao.legal.registers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fengqiao.kit.privacy.PersonIndex;
import org.fengqiao.kit.privacy.PersonalData;

/** Seals and opens the texts of what records say, those of their lists included. */
@ApplicationScoped
class Sealing {

    private final PersonalData personalData;
    private final PersonIndex index;

    Sealing(PersonalData personalData, PersonIndex index) {
        this.personalData = personalData;
        this.index = index;
    }

    /** What happens to a text: told by its part and the column that a ciphertext is bound to. */
    private interface Text {
        String of(Part part, String column, String text);
    }

    /** What was given, with its texts as ciphertexts. */
    <S> S seal(S given, String table, UUID id) {
        return each(
                given, "", (part, column, text) -> personalData.encrypt(text, table, id, column));
    }

    /** What was given, with texts that are left out as they stand; both in clear. */
    static <S> S kept(S given, S standing) {
        return Parts.of(given)
                .make(
                        part -> {
                            Object value = part.of(given);
                            boolean stays = part.isSealed() || part.records() != null;
                            return value == null && stays ? part.of(standing) : value;
                        });
    }

    /** Everything in clear: only for an answer that has been audited, and for masks. */
    <S> S open(S sealed, String table, UUID id) {
        return each(
                sealed, "", (part, column, text) -> personalData.decrypt(text, table, id, column));
    }

    /** What may be shown of an opened record to whoever may not read persons. */
    static <S> S masked(S open) {
        return each(
                open,
                "",
                (part, column, text) ->
                        switch (part.annotation(Sealed.class).mask()) {
                            case HIDDEN -> null;
                            case NAME -> PersonalData.maskName(text);
                            case PHONE -> PersonalData.maskPhone(text);
                        });
    }

    /** The record without its texts, as lists show it. */
    static <S> S without(S sealed) {
        return each(sealed, "", (part, column, text) -> null);
    }

    /** What persons are found by, of an opened record. */
    List<String> index(Object open) {
        List<String> found = new ArrayList<>();
        each(
                open,
                "",
                (part, column, text) -> {
                    switch (part.annotation(Sealed.class).mask()) {
                        case HIDDEN -> {}
                        case NAME -> index.addPerson(found, text, null, null);
                        case PHONE -> index.addPerson(found, null, null, text);
                    }
                    return text;
                });
        return found;
    }

    private static <S> S each(S record, String place, Text act) {
        return Parts.of(record)
                .make(
                        part -> {
                            Object value = part.of(record);
                            String column = place + part.name();
                            if (value == null) {
                                return null;
                            }
                            if (part.isSealed()) {
                                return act.of(part, column, (String) value);
                            }
                            return part.records() == null
                                    ? value
                                    : items((List<?>) value, column, act);
                        });
    }

    private static List<?> items(List<?> records, String column, Text act) {
        return IntStream.range(0, records.size())
                .mapToObj(i -> each(records.get(i), column + "." + i + ".", act))
                .toList();
    }
}
