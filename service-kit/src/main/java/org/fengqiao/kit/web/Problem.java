package org.fengqiao.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body of every answer that is no success: RFC 9457, in one language.
 *
 * @param type {@code urn:fengqiao:problem:<code in lower case>}
 * @param title short text of the status
 * @param status HTTP status
 * @param detail what was refused, for a person
 * @param instance path of the request
 * @param code stable code for programs, {@code UPPER_SNAKE}
 * @param legalBasis article that refuses, or SETTING; absent where no rule refused
 * @param errors faulty places; absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String legalBasis,
        List<Place> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A faulty place.
     *
     * @param pointer JSON pointer into the body; absent for a parameter
     * @param parameter name of the query, path or header parameter; absent for the body
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(String pointer, String parameter, String code, String detail) {

        private static Place of(Refusal.Fault fault, boolean english) {
            boolean body = fault.pointer().isEmpty() || fault.pointer().startsWith("/");
            return new Place(
                    body ? fault.pointer() : null,
                    body ? null : fault.pointer(),
                    fault.code(),
                    english ? fault.en() : fault.zh());
        }
    }

    private record Title(String zh, String en) {}

    // @formatter:off
    private static final Map<Integer, Title> TITLES = Map.ofEntries(
            Map.entry(400, new Title("请求无效",           "Bad request")),
            Map.entry(401, new Title("未登录或令牌无效",   "Unauthorized")),
            Map.entry(403, new Title("没有权限",           "Forbidden")),
            Map.entry(404, new Title("没有找到",           "Not found")),
            Map.entry(405, new Title("不支持该方法",       "Method not allowed")),
            Map.entry(406, new Title("无法提供所要的格式", "Not acceptable")),
            Map.entry(408, new Title("请求超时",           "Request timeout")),
            Map.entry(409, new Title("与当前状态冲突",     "Conflict")),
            Map.entry(410, new Title("已停用",             "Gone")),
            Map.entry(412, new Title("版本已过期",         "Precondition failed")),
            Map.entry(413, new Title("请求体过大",         "Content too large")),
            Map.entry(415, new Title("不支持的内容类型",   "Unsupported media type")),
            Map.entry(422, new Title("请求无法处理",       "Unprocessable content")),
            Map.entry(428, new Title("缺少前提条件",       "Precondition required")),
            Map.entry(429, new Title("请求过于频繁",       "Too many requests")),
            Map.entry(500, new Title("服务内部错误",       "Internal server error")),
            Map.entry(503, new Title("服务暂时不可用",     "Service unavailable")));
    // @formatter:on

    /**
     * @param language language of the texts: English for {@code en}, else Chinese
     * @param path path of the request
     */
    static Problem of(Refusal refusal, Locale language, String path) {
        boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        List<Place> places = refusal.faults().stream().map(it -> Place.of(it, english)).toList();
        return new Problem(
                "urn:fengqiao:problem:" + refusal.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                title(refusal.status(), english),
                refusal.status(),
                english ? refusal.en() : refusal.zh(),
                path,
                refusal.code(),
                refusal.legalBasis(),
                places.isEmpty() ? null : places);
    }

    static String title(int status, boolean english) {
        Title title = TITLES.getOrDefault(status, TITLES.get(status < 500 ? 400 : 500));
        return english ? title.en() : title.zh();
    }

    /** Chinese unless {@code Accept-Language} prefers English. */
    static Locale language(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(it -> it.getWeight() > 0)
                    .map(it -> it.getRange().split("-", 2)[0])
                    .filter(it -> it.equals("en") || it.equals("zh") || it.equals("*"))
                    .findFirst()
                    .filter("en"::equals)
                    .map(it -> Locale.ENGLISH)
                    .orElse(Locale.SIMPLIFIED_CHINESE);
        } catch (IllegalArgumentException e) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
