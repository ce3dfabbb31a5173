package org.fengqiao.petition.codes;

import org.fengqiao.kit.web.Labelled;

/** The channel within a form, as the national system tells it. */
public enum SubChannel implements Labelled {
    HOTLINE_12345("12345热线", "Hotline 12345"),
    LEADER_MAILBOX("领导信箱", "Leader's mailbox"),
    NATIONAL_WEBSITE("国家信访局网站", "National website"),
    MOBILE_APP("手机信访", "Mobile application"),
    LEADER_RECEPTION("领导接访", "Reception by a leader"),
    CADRE_VISIT("干部下访", "Visit by a cadre"),
    OTHER("其他", "Other");

    SubChannel(String zh, String en) {
        called(zh, en);
    }
}
