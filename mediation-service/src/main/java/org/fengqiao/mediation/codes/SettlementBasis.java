package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/**
 * The law a dispute is settled under: people's mediation counts as such, land-contract mediation
 * does not (TD 3, 7).
 */
public enum SettlementBasis implements Labelled {
    PEOPLES_MEDIATION("人民调解", "People's mediation"),
    LAND_CONTRACT_MEDIATION("农村土地承包经营纠纷调解", "Land-contract mediation");

    SettlementBasis(String zh, String en) {
        called(zh, en);
    }
}
