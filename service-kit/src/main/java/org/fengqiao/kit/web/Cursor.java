package org.fengqiao.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Opaque cursors: the sort key of the last item shown. They carry no rights: the scope is applied
 * on every page.
 */
public final class Cursor {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** A cursor of the parts of a sort key; no part may hold a control character. */
    public static String encode(String... parts) {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The parts of a cursor; none for {@code null} (the first page).
     *
     * @throws Refusal 400 for anything that {@link #encode} did not make
     */
    public static List<String> decode(String cursor) {
        return decode(cursor, "cursor");
    }

    /** The same of a cursor in another parameter, such as {@code after} of a feed. */
    public static List<String> decode(String cursor, String parameter) {
        if (cursor == null) {
            return List.of();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            String[] parts = text.split(SEPARATOR, -1);
            if (text.chars().anyMatch(it -> Character.isISOControl(it) && it != SEPARATOR.charAt(0))
                    || !encode(parts).equals(cursor)) {
                throw invalid(parameter);
            }
            return List.of(parts);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid(parameter);
        }
    }

    /**
     * The number that the page before ended with.
     *
     * @param first what the first page takes instead, which has no cursor
     * @throws Refusal 400 for a cursor that tells no number
     */
    public static long number(String cursor, long first) {
        try {
            return cursor == null ? first : Long.parseLong(decode(cursor).get(0));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** 400: for a cursor whose parts do not fit the list. */
    public static Refusal invalid() {
        return invalid("cursor");
    }

    /** The same for a cursor in another parameter. */
    public static Refusal invalid(String parameter) {
        return Refusal.of(
                        400,
                        "CURSOR_INVALID",
                        "游标无效，请从第一页重新读取",
                        "The cursor is invalid: start from the first page")
                .at(parameter, "须为上一页的 next", "needs the `next` of the page before");
    }

    /**
     * The page size: 50 where none is asked for, never more than 200.
     *
     * @throws Refusal 400 below 1
     */
    public static int limit(Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1) {
            throw Refusal.parameter("limit", "limit 须大于0", "limit must be at least 1");
        }
        return Math.min(limit, MAX_LIMIT);
    }
}
