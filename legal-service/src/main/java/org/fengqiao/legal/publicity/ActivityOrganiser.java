package org.fengqiao.legal.publicity;

import org.fengqiao.kit.web.Labelled;

/** Who organised an activity. */
public enum ActivityOrganiser implements Labelled {
    JUSTICE_OFFICE("司法所", "Justice office"),
    POLICE_STATION("派出所", "Police station"),
    PEOPLES_TRIBUNAL("法庭", "People's tribunal", "人民法庭"),
    SOCIAL_GOVERNANCE_CENTER("综治中心", "Social governance centre", "综治办"),
    WOMENS_FEDERATION("妇联", "Women's federation"),
    MARKET_SUPERVISION("市场监管所", "Market supervision", "市监所"),
    ANTI_DRUG_OFFICE("禁毒办", "Anti-drug office"),
    LEGAL_AID_AGENCY("法律援助中心", "Legal aid agency"),
    YOUTH_LEAGUE("团委", "Youth league", "共青团"),
    SCHOOL("学校", "School", "中小学"),
    VILLAGE("村（居）委会", "Village committee", "村委会", "居委会"),
    PARTY_GOVERNMENT_OFFICE("党政办", "Party and government office", "党政综合办"),
    OTHER("其他", "Other");

    ActivityOrganiser(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
