package org.fengqiao.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Invents people: names at random, identity numbers of a region that is not assigned to any place
 * (999999).
 */
final class People {

    private static final String REGION = "999999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final List<String> SURNAMES =
            List.of(
                    "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕"
                            .split(" "));
    private static final List<String> MEN =
            List.of("国 建 志 明 永 春 新 文 保 根 长 红 军 卫 东 平 海 山 林 水 生 成 富 贵 安 宝 全 有 学 占 留 石".split(" "));
    private static final List<String> WOMEN =
            List.of("秀 英 桂 兰 芳 玉 梅 凤 琴 霞 红 春 花 莲 荣 爱 素 改 青 娥 香 云 丽 敏 静 巧 枝 彩 焕 小".split(" "));

    private final Chance chance;
    private final Set<String> numbers = new HashSet<>();

    People(Chance chance) {
        this.chance = chance;
    }

    /** An invented person in the role of a party. */
    record Person(String name, String sex, String identityNumber) {}

    Person party() {
        String sex = chance.percent(62) ? "男" : "女";
        return new Person(name(sex), sex, chance.percent(6) ? null : identityNumber(sex));
    }

    String name(String sex) {
        List<String> given = sex.equals("男") ? MEN : WOMEN;
        String first = chance.oneOf(given);
        String second = chance.oneOf(given);
        return chance.oneOf(SURNAMES)
                + (first.equals(second) || chance.percent(15) ? first : first + second);
    }

    /** 18 digits with the right check digit (codes.md 3.2); digit 17 is odd for men. */
    private String identityNumber(String sex) {
        LocalDate born = LocalDate.of(1945, 1, 1).plusDays(chance.between(0, 21_900));
        int order = chance.between(0, 499) * 2 + (sex.equals("男") ? 1 : 0);
        String body =
                REGION
                        + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                        + String.format("%03d", order);
        String number = body + checkDigit(body);
        return numbers.add(number) ? number : identityNumber(sex);
    }

    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }
}
