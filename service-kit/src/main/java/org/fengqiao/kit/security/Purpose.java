package org.fengqiao.kit.security;

import java.util.Arrays;
import java.util.Optional;
import org.fengqiao.kit.web.Coded;

/** Why somebody reads personal data: the value of the header {@code Fengqiao-Purpose}. */
public enum Purpose implements Coded {
    // @formatter:off
    CASE_HANDLING ("办理案件",     "handling the case"),
    CONTACT       ("联系当事人",   "contacting a party"),
    DOCUMENT      ("制作文书",     "drawing up a document"),
    SUPERVISION   ("督查指导",     "supervision and guidance"),
    CORRECTION    ("更正或查重",   "correction or search for duplicates"),
    SUBJECT_ACCESS("本人查询",     "request of the person concerned"),
    AUDIT         ("审计核查",     "audit");
    // @formatter:on

    private final String zh;
    private final String en;

    Purpose(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    static Optional<Purpose> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.name().equals(code)).findFirst();
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
