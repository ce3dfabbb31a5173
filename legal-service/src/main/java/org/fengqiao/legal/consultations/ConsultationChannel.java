package org.fengqiao.legal.consultations;

import org.fengqiao.kit.web.Labelled;

/** How somebody came to ask. */
public enum ConsultationChannel implements Labelled {
    ON_SITE("现场", "On site", "上门", "面谈"),
    PHONE("电话", "By phone"),
    ONLINE("网络", "Online", "微信", "线上"),
    IN_WRITING("书面", "In writing"),
    OTHER("其他", "Other");

    ConsultationChannel(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
