package org.fengqiao.petition.petitions;

import java.util.UUID;

/**
 * Who petitions, as far as it is known (XF 19): an absent name or address is unclear. Name,
 * identity number, phone and address are ciphertexts, bound to table {@code petition}, the
 * petition's id and the column {@code petitioners.<petitioner id>.<field>}.
 *
 * @param representative whether the person was elected to speak for the others (XF 20)
 */
record Petitioner(
        UUID id,
        String name,
        String identityNumber,
        String phone,
        String address,
        boolean representative) {

    /** Whether a written notice can reach the petitioner (XF 23). */
    boolean reachable() {
        return name != null && address != null;
    }
}
