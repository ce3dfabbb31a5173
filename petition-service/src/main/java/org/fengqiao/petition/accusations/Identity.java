package org.fengqiao.petition.accusations;

import java.util.List;

/**
 * Who informed: one sealed document. The originals belong here, since a hand, a signature or a
 * return address tells as much as a name.
 *
 * @param informers none where the accusation is anonymous
 */
record Identity(List<Informer> informers, List<String> originals) {

    private static final String MASK = "***";

    /** That a field is known, and not a character of it: in a village a surname is enough. */
    List<Informer> masked() {
        return informers.stream()
                .map(
                        it ->
                                new Informer(
                                        masked(it.name()),
                                        masked(it.identityNumber()),
                                        masked(it.phone()),
                                        masked(it.address())))
                .toList();
    }

    private static String masked(String value) {
        return value == null ? null : MASK;
    }
}
