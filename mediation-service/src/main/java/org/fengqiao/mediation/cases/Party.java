package org.fengqiao.mediation.cases;

import java.util.UUID;
import org.fengqiao.mediation.codes.PartyKind;
import org.fengqiao.mediation.codes.PartyRole;
import org.fengqiao.mediation.codes.Sex;

/**
 * A party to a dispute, as the application form has it. Name, identity number, phone, address,
 * nationality and occupation are ciphertexts, bound to table {@code mediation_case}, the case's id
 * and the column {@code parties.<party id>.<field>}.
 */
record Party(
        UUID id,
        PartyRole role,
        PartyKind kind,
        String name,
        String identityNumber,
        String phone,
        String address,
        Sex sex,
        String nationality,
        Integer age,
        String occupation) {}
