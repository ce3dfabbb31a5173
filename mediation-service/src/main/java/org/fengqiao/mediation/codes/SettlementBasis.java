package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Coded;

/**
 * The law a dispute is settled under: people's mediation counts as such, land-contract mediation
 * does not (TD 3, 7).
 */
public enum SettlementBasis implements Coded {
    PEOPLES_MEDIATION("人民调解", "People's mediation"),
    LAND_CONTRACT_MEDIATION("农村土地承包经营纠纷调解", "Land-contract mediation");

    private final String zh;
    private final String en;

    SettlementBasis(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
