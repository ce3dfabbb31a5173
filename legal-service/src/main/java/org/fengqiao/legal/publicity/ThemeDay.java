package org.fengqiao.legal.publicity;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengqiao.kit.web.Labelled;

/**
 * A day, week or month of the year on which law is made known: those that reports name first. A
 * ledger may say the day (3·8, 3.8, 3月8日), the name (妇女节), or both (3.8妇女节).
 */
public enum ThemeDay implements Labelled {
    // @formatter:off
    WOMENS_DAY           (3,  8,  "国际妇女节", "International Women's Day", "三八国际妇女节", "三八妇女节", "三八节", "妇女节"),
    CONSUMER_RIGHTS_DAY  (3,  15, "国际消费者权益日", "World Consumer Rights Day", "消费者权益日", "消费者权益保护日", "消费维权日"),
    ANTI_DRUG_DAY        (6,  26, "国际禁毒日", "International Day against Drug Abuse", "禁毒日", "禁毒宣传日"),
    CONSTITUTION_DAY     (12, 4,  "国家宪法日", "Constitution Day", "宪法日", "宪法宣传日", "全国法制宣传日"),
    NATIONAL_SECURITY_DAY(4,  15, "全民国家安全教育日", "National Security Education Day", "国家安全教育日", "国家安全日"),
    WETLANDS_DAY         (2,  2,  "世界湿地日", "World Wetlands Day", "湿地日"),
    WATER_DAY            (3,  22, "世界水日", "World Water Day", "水日"),
    EARTH_DAY            (4,  22, "世界地球日", "Earth Day", "地球日"),
    INTELLECTUAL_PROPERTY_DAY(4, 26, "世界知识产权日", "World Intellectual Property Day", "知识产权日"),
    DISASTER_PREVENTION_DAY(5, 12, "全国防灾减灾日", "Disaster Prevention Day", "防灾减灾日"),
    CIVIL_CODE_MONTH     (5,      "民法典宣传月", "Civil Code Month", "美好生活民法典相伴"),
    PETITION_MONTH       (5,      "信访工作条例宣传月", "Month of the Regulations on Petition Work", "信访条例宣传月", "信访宣传月"),
    ENVIRONMENT_DAY      (6,  5,  "环境日", "Environment Day", "世界环境日", "六五环境日"),
    CREDIT_RECORD_DAY    (6,  14, "信用记录关爱日", "Credit Record Day", "信用记录日"),
    LAND_DAY             (6,  25, "全国土地日", "Land Day", "土地日"),
    WORK_SAFETY_MONTH    (6,      "安全生产月", "Work Safety Month", "安全生产宣传月"),
    FIRE_PREVENTION_DAY  (11, 9,  "消防日", "Fire Prevention Day", "全国消防日", "119消防日", "消防宣传日"),
    DOMESTIC_VIOLENCE_DAY(11, 25, "反家暴日", "Day against Domestic Violence", "反家庭暴力日", "国际消除对妇女的暴力日", "国际反家暴日"),
    TRAFFIC_SAFETY_DAY   (12, 2,  "交通安全日", "Traffic Safety Day", "全国交通安全日"),
    CONSTITUTION_WEEK    (12,     "宪法宣传周", "Constitution Week, that of 4 December", "宪法周"),
    HUMAN_RIGHTS_DAY     (12, 10, "人权日", "Human Rights Day", "世界人权日");
    // @formatter:on

    private static final int WHOLE_MONTH = 0;

    private final Label label;
    private final int month;
    private final int dayOfMonth;

    ThemeDay(int month, int dayOfMonth, String zh, String en, String... names) {
        this.month = month;
        this.dayOfMonth = dayOfMonth;
        String day = month + "·" + dayOfMonth;
        label = Labelled.label(day + zh, en, words(month, dayOfMonth, zh, names));
    }

    /** A week or a month. */
    ThemeDay(int month, String zh, String en, String... names) {
        this.month = month;
        this.dayOfMonth = WHOLE_MONTH;
        String[] words =
                named(zh, names)
                        .flatMap(it -> Stream.of(it, month + "月" + it, month + "月份" + it))
                        .toArray(String[]::new);
        label = Labelled.label(zh, en, words);
    }

    /** The days as offices write them, the names, and each name behind each day. */
    private static String[] words(int month, int day, String zh, String... names) {
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

    public int month() {
        return month;
    }

    /** The day of the year; empty of a week or a month. */
    public Optional<MonthDay> day() {
        return dayOfMonth == WHOLE_MONTH
                ? Optional.empty()
                : Optional.of(MonthDay.of(month, dayOfMonth));
    }

    @Override
    public Label label() {
        return label;
    }
}
