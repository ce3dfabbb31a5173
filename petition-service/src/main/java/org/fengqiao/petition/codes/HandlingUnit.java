package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** The unit inside an organ that handles a petition (分办). */
public enum HandlingUnit implements Labelled {
    PETITION_OFFICE("信访办", "Petition office"),
    JUSTICE_OFFICE("司法所", "Justice office"),
    PARTY_GOVERNMENT_OFFICE("党政办", "Party and government office"),
    LAND_OFFICE("自然资源所", "Land office"),
    CIVIL_AFFAIRS_OFFICE("民政所", "Civil affairs office"),
    AGRICULTURE_OFFICE("农业农村办", "Agriculture office"),
    CONSTRUCTION_OFFICE("村镇建设办", "Village construction office"),
    FINANCE_OFFICE("财政所", "Finance office"),
    SOCIAL_SECURITY_OFFICE("社会保障所", "Social security office"),
    HEALTH_OFFICE("卫健办", "Health office"),
    EMERGENCY_OFFICE("应急办", "Emergency office"),
    ENVIRONMENT_OFFICE("生态环境所", "Environment office"),
    POLICE_STATION("派出所", "Police station"),
    VILLAGE("村（居）委会", "Village or residents' committee"),
    OTHER("其他", "Other");

    HandlingUnit(String zh, String en) {
        called(zh, en);
    }
}
