package org.fengqiao.kit.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Refusal;

/**
 * The blind indexes by which a record is found for a person, {@code field:hmac}: one list per
 * record, whatever the number of its persons.
 */
@ApplicationScoped
public class PersonIndex {

    private static final String NAME = "name";
    private static final String IDENTITY_NUMBER = "identityNumber";
    private static final String PHONE = "phone";

    /** All that is ever found by an index. */
    static final List<String> FIELDS = List.of(NAME, IDENTITY_NUMBER, PHONE);

    private final PersonalData personalData;

    PersonIndex(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Adds what a value is found by; {@code null} adds nothing. */
    public void add(List<String> index, String field, String value) {
        if (value != null) {
            index.add(field + ":" + personalData.blindIndex(field, value));
        }
    }

    /** Adds all that a person can be searched by. */
    public void addPerson(List<String> index, String name, String identityNumber, String phone) {
        add(index, NAME, name);
        add(index, IDENTITY_NUMBER, identityNumber);
        add(index, PHONE, phone);
    }

    /** What to search by for one value: one index per key while keys rotate. */
    public List<String> indexes(String field, String value) {
        return personalData.blindIndexes(field, value).stream()
                .map(it -> field + ":" + it)
                .toList();
    }

    /** What another record of the person may be found by: one index per value and key. */
    public List<String> ofPerson(String name, String identityNumber, String phone) {
        List<String> all = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        values.put(NAME, name);
        values.put(IDENTITY_NUMBER, identityNumber);
        values.put(PHONE, phone);
        values.forEach(
                (field, value) -> {
                    if (value != null) {
                        all.addAll(indexes(field, value));
                    }
                });
        return all;
    }

    /**
     * What to search by; a record that has any of it is one of the person.
     *
     * @throws Refusal 400 {@code ONE_CRITERION} unless exactly one value is given
     */
    public List<String> searched(PersonSearch search) {
        long given =
                Stream.of(search.name(), search.identityNumber(), search.phone())
                        .filter(Objects::nonNull)
                        .count();
        if (given != 1) {
            throw Refusal.of(
                    400,
                    "ONE_CRITERION",
                    "姓名、身份证号、电话须且只须填一项",
                    "Give exactly one of name, identityNumber and phone");
        }
        if (search.name() != null) {
            return indexes(NAME, search.name());
        }
        return search.phone() == null
                ? indexes(IDENTITY_NUMBER, search.identityNumber())
                : indexes(PHONE, search.phone());
    }
}
