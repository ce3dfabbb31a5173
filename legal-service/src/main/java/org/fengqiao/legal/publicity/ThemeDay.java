package org.fengqiao.legal.publicity;

import java.util.stream.Stream;
import org.fengqiao.kit.web.Labelled;

/**
 * Days on which law is made known (codes 3.6): first those of the report of 2024, then others that
 * offices keep [GK]. In a ledger 3·8, 3.8, 3-8 and 3月8日 all name the first.
 */
public enum ThemeDay implements Labelled {
    WOMENS_DAY("国际妇女节", "International Women's Day", 3, 8, "妇女节"),
    CONSUMER_RIGHTS_DAY("国际消费者权益日", "Consumer Rights Day", 3, 15, "国际消费者权益保障日", "消费者权益日"),
    ANTI_DRUG_DAY("国际禁毒日", "Day against Drug Abuse", 6, 26, "禁毒日"),
    CONSTITUTION_DAY("国家宪法日", "Constitution Day", 12, 4, "国家宪法日暨全国法治宣传日", "宪法日"),
    NATIONAL_SECURITY_DAY("国家安全教育日", "National Security Education Day", 4, 15, "全民国家安全教育日"),
    WETLANDS_DAY("世界湿地日", "World Wetlands Day", 2, 2, "湿地日"),
    WATER_DAY("世界水日", "World Water Day", 3, 22, "水日"),
    EARTH_DAY("世界地球日", "Earth Day", 4, 22, "地球日"),
    INTELLECTUAL_PROPERTY_DAY("世界知识产权日", "World Intellectual Property Day", 4, 26, "知识产权日"),
    DISASTER_PREVENTION_DAY("全国防灾减灾日", "Disaster Prevention Day", 5, 12, "防灾减灾日"),
    ENVIRONMENT_DAY("世界环境日", "World Environment Day", 6, 5, "环境日"),
    CREDIT_RECORD_DAY("信用记录关爱日", "Credit Record Day", 6, 14, "信用记录日"),
    LAND_DAY("全国土地日", "Land Day", 6, 25, "土地日"),
    FIRE_SAFETY_DAY("全国消防日", "Fire Safety Day", 11, 9, "消防日"),
    DOMESTIC_VIOLENCE_DAY("国际反家庭暴力日", "Day against Violence at Home", 11, 25, "反家暴日"),
    TRAFFIC_SAFETY_DAY("全国交通安全日", "Traffic Safety Day", 12, 2, "交通安全日"),
    HUMAN_RIGHTS_DAY("世界人权日", "Human Rights Day", 12, 10, "人权日"),
    CIVIL_CODE_MONTH("民法典宣传月", "Civil Code month (May)"),
    WORK_SAFETY_MONTH("安全生产月", "Work safety month (June)"),
    PETITION_REGULATION_MONTH("《信访工作条例》宣传月", "Petition regulation month (May)"),
    CONSTITUTION_WEEK("宪法宣传周", "Constitution week (of 4 December)"),
    OTHER("其他", "Other");

    private final Label label;

    ThemeDay(String zh, String en, int month, int day, String... names) {
        label = Labelled.label(zh, en, written(month, day, names));
    }

    /** A week or a month. */
    ThemeDay(String zh, String en) {
        label = Labelled.label(zh, en);
    }

    private static String[] written(int month, int day, String... names) {
        Stream<String> days =
                Stream.of("%d.%d", "%d·%d", "%d-%d", "%d/%d", "%d月%d日", "%02d.%02d", "%d•%d")
                        .map(it -> it.formatted(month, day));
        return Stream.concat(days, Stream.of(names)).toArray(String[]::new);
    }

    @Override
    public Label label() {
        return label;
    }
}
