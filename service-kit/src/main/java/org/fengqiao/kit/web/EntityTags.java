package org.fengqiao.kit.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strong entity tags: the version of a record in quotes, {@code "7"}. */
public final class EntityTags {

    private static final Pattern STRONG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private EntityTags() {}

    /** The tag of a version. */
    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version a change is based on.
     *
     * @param ifMatch header {@code If-Match}
     * @throws Refusal 428 where it is missing; 400 for {@code *}, a weak tag, several tags or
     *     anything else
     */
    public static int versionOf(String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.of(
                    428,
                    "IF_MATCH_REQUIRED",
                    "修改记录须提供 If-Match 请求头，内容为读取时的 ETag",
                    "A change needs the header If-Match with the ETag that was read");
        }
        Matcher matcher = STRONG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw Refusal.of(
                    400,
                    "IF_MATCH_INVALID",
                    "If-Match 须为一个强 ETag，例如 \"7\"；不接受 *",
                    "If-Match needs one strong ETag such as \"7\"; * is not accepted");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** 412: the record has changed since the caller read it, and now has this version. */
    public static Refusal stale(int version) {
        return Refusal.of(
                412,
                "STALE_VERSION",
                "记录已被修改：现为第" + version + "版，请重新读取后再试",
                "The record has changed: it is at version " + version + "; read it again");
    }
}
