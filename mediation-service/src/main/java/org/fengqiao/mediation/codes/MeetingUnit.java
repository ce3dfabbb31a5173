package org.fengqiao.mediation.codes;

import org.fengqiao.kit.web.Labelled;

/** A unit that takes part in the joint meeting. */
public enum MeetingUnit implements Labelled {
    SOCIAL_GOVERNANCE_CENTER("综治办", "Social governance centre"),
    POLICE_STATION("派出所", "Police station"),
    PEOPLES_TRIBUNAL("法庭", "People's tribunal"),
    JUSTICE_OFFICE("司法所", "Judicial office"),
    PETITION_OFFICE("信访办", "Petition office"),
    CIVIL_AFFAIRS("民政所", "Civil affairs office"),
    LAND_OFFICE("自然资源所", "Land office"),
    VILLAGE("村（居）委会", "Village or residents’ committee"),
    OTHER("其他单位", "Other unit");

    MeetingUnit(String zh, String en) {
        called(zh, en);
    }
}
