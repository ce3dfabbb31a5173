package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** What a legality review came to (ZD 25). */
public enum LegalityResult implements Labelled {
    LAWFUL("合法", "Lawful"),
    LAWFUL_WHEN_CHANGED("修改后合法", "Lawful once changed"),
    UNLAWFUL("不合法", "Unlawful");

    LegalityResult(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
