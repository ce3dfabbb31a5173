package org.fengqiao.legal.publicity;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Labelled;

/**
 * A day, week or month of the year on which law is made known (codes 3.6): first those of the
 * report of 2024, then others that offices keep [GK]. A ledger may say the day (3·8, 3.8, 3月8日),
 * the name (妇女节), or both (3.8妇女节).
 */
public enum ThemeDay implements Labelled {
    // @formatter:off
    WOMENS_DAY               (3,  8,  "国际妇女节", "International Women's Day", "三八", "三八国际妇女节", "三八妇女节", "三八节", "妇女节"),
    CONSUMER_RIGHTS_DAY      (3,  15, "国际消费者权益日", "Consumer Rights Day", "国际消费者权益保障日", "消费者权益日", "消费者权益保护日", "消费维权日"),
    ANTI_DRUG_DAY            (6,  26, "国际禁毒日", "Day against Drug Abuse", "禁毒日", "禁毒宣传日"),
    CONSTITUTION_DAY         (12, 4,  "国家宪法日", "Constitution Day", "国家宪法日暨全国法治宣传日", "宪法日", "宪法宣传日", "全国法制宣传日"),
    NATIONAL_SECURITY_DAY    (4,  15, "国家安全教育日", "National Security Education Day", "全民国家安全教育日", "国家安全日"),
    WETLANDS_DAY             (2,  2,  "世界湿地日", "World Wetlands Day", "湿地日"),
    WATER_DAY                (3,  22, "世界水日", "World Water Day", "水日"),
    EARTH_DAY                (4,  22, "世界地球日", "Earth Day", "地球日"),
    INTELLECTUAL_PROPERTY_DAY(4,  26, "世界知识产权日", "World Intellectual Property Day", "知识产权日"),
    DISASTER_PREVENTION_DAY  (5,  12, "全国防灾减灾日", "Disaster Prevention Day", "防灾减灾日"),
    ENVIRONMENT_DAY          (6,  5,  "世界环境日", "World Environment Day", "环境日", "六五环境日"),
    CREDIT_RECORD_DAY        (6,  14, "信用记录关爱日", "Credit Record Day", "信用记录日"),
    LAND_DAY                 (6,  25, "全国土地日", "Land Day", "土地日"),
    FIRE_SAFETY_DAY          (11, 9,  "全国消防日", "Fire Safety Day", "消防日", "119消防日", "消防宣传日"),
    DOMESTIC_VIOLENCE_DAY    (11, 25, "国际反家庭暴力日", "Day against Violence at Home", "反家暴日", "反家庭暴力日", "国际消除对妇女的暴力日", "国际反家暴日"),
    TRAFFIC_SAFETY_DAY       (12, 2,  "全国交通安全日", "Traffic Safety Day", "交通安全日"),
    HUMAN_RIGHTS_DAY         (12, 10, "世界人权日", "Human Rights Day", "人权日"),
    CIVIL_CODE_MONTH         (5,      "民法典宣传月", "Civil Code month (May)", "美好生活民法典相伴"),
    WORK_SAFETY_MONTH        (6,      "安全生产月", "Work safety month (June)", "安全生产宣传月"),
    PETITION_REGULATION_MONTH(5,      "《信访工作条例》宣传月", "Petition regulation month (May)", "信访工作条例宣传月", "信访条例宣传月", "信访宣传月"),
    CONSTITUTION_WEEK        (12,     "宪法宣传周", "Constitution week (of 4 December)", "宪法周"),
    OTHER                    ("其他", "Other");
    // @formatter:on

    private final MonthDay day;

    ThemeDay(int month, int day, String zh, String en, String... names) {
        called(zh, en, written(month, day, zh, names));
        this.day = MonthDay.of(month, day);
    }

    /** A week or a month. */
    ThemeDay(int month, String zh, String en, String... names) {
        called(
                zh,
                en,
                named(zh, names)
                        .flatMap(it -> Stream.of(it, month + "月" + it, month + "月份" + it))
                        .toArray(String[]::new));
        this.day = null;
    }

    ThemeDay(String zh, String en) {
        called(zh, en);
        this.day = null;
    }

    /** The days as offices write them, the names, and each name behind each day. */
    private static String[] written(int month, int day, String zh, String... names) {
        List<String> days = days(month, day);
        Stream<String> both =
                named(zh, names)
                        .flatMap(
                                name ->
                                        Stream.concat(
                                                Stream.of(name),
                                                days.stream().map(it -> it + name)));
        return Stream.concat(days.stream(), both).toArray(String[]::new);
    }

    private static Stream<String> named(String zh, String... names) {
        return Stream.concat(Stream.of(zh), Stream.of(names));
    }

    private static List<String> days(int month, int day) {
        Stream<String> separated =
                Stream.of(".", "·", "•", "・", "-", "/")
                        .flatMap(
                                it ->
                                        Stream.of(
                                                month + it + day,
                                                "%02d%s%02d".formatted(month, it, day)));
        Stream<String> spelt =
                Stream.of("%d月%d日", "%02d月%02d日", "%d月%d号").map(it -> it.formatted(month, day));
        return Stream.concat(separated, spelt).distinct().toList();
    }

    /** The day of the year; empty of a week, a month, and of any other. */
    public Optional<MonthDay> day() {
        return Optional.ofNullable(day);
    }
}
