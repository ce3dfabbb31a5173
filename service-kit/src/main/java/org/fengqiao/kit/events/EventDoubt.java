package org.fengqiao.kit.events;

import org.fengqiao.kit.web.Refusal;

/** Why an event is not to be believed. It then changes nothing, whatever it says. */
public enum EventDoubt {
    // @formatter:off
    //          forged  zh                                 en
    UNSIGNED   (true,  "消息没有签名",                     "It has no signature"),
    KEY_UNKNOWN(true,  "签名密钥未知",                     "It is signed with a key that is not known"),
    KEY_FOREIGN(true,  "签名密钥不属于该主题的发布单位",   "Its key is not of the topic's owner"),
    ALTERED    (true,  "签名与内容不符",                   "Its signature is not of its content"),
    LATE       (false, "版本低于已收到的版本：重放或重发", "An older version after a newer one: replayed, or sent twice"),
    REMOVED    (false, "记录此前已移除：重放或重发",       "Its record was removed before: replayed, or sent twice");
    // @formatter:on

    /**
     * How many are kept of a partition: enough to see what goes on, and whoever may write cannot
     * fill the database.
     */
    public static final int KEPT = 100;

    private final boolean forged;
    private final String zh;
    private final String en;

    EventDoubt(boolean forged, String zh, String en) {
        this.forged = forged;
        this.zh = zh;
        this.en = en;
    }

    /** Whether nobody knows who sent it; else it is true, and out of its time. */
    public boolean isForged() {
        return forged;
    }

    public String en() {
        return en;
    }

    /** As a problem of the inbox: {@code EVENT_UNSIGNED}. */
    public Refusal refusal() {
        return Refusal.of(422, "EVENT_" + name(), zh, en);
    }
}
