package org.fengqiao.demo;

import java.util.List;
import java.util.Map;

/** What villagers quarrel about, in the words of a clerk. No sentence tells of anybody. */
final class Dispute {

    static final String IN_VILLAGES =
            "邻里 24, 婚姻家庭 20, 房屋宅基地 13, 山林土地 13, 损害赔偿 9, 合同 5, 生产经营 4, 道路交通事故 4, 劳动争议 3, 征地拆迁 2, 环境污染 2, 消费 1, 其他 1";
    static final String IN_THE_TOWNSHIP =
            "劳动争议 18, 合同 14, 损害赔偿 14, 道路交通事故 12, 山林土地 10, 征地拆迁 8, 房屋宅基地 8, 邻里 6, 婚姻家庭 4, 生产经营 3, 消费 1, 医疗 1, 旅游 1";

    private static final Map<String, List<String>> SUMMARIES =
            Map.ofEntries(
                    Map.entry(
                            "邻里",
                            List.of(
                                    "因滴水檐沟排水发生争执",
                                    "因共用出路堆放杂物发生争执",
                                    "因家禽啄食菜苗发生争执",
                                    "因树枝过界遮挡采光发生争执")),
                    Map.entry(
                            "婚姻家庭", List.of("因家庭琐事发生争吵", "因老人赡养分担发生分歧", "因彩礼返还发生分歧", "因分家析产发生分歧")),
                    Map.entry("房屋宅基地", List.of("因宅基地界墙位置发生争执", "因翻建房屋影响相邻墙体发生争执", "因老宅院使用发生分歧")),
                    Map.entry(
                            "山林土地",
                            List.of("因承包地边界发生争执", "因林坡放牧发生争执", "因土地流转租金发生分歧", "因田间生产路占用发生争执")),
                    Map.entry(
                            "损害赔偿", List.of("因狗咬伤人的医药费发生分歧", "因施工碰坏院墙赔偿发生分歧", "因琐事推搡致轻微伤的赔偿发生分歧")),
                    Map.entry("合同", List.of("因建房工程款结算发生分歧", "因借款归还发生分歧", "因香菇买卖货款发生分歧")),
                    Map.entry("生产经营", List.of("因灌溉用水顺序发生争执", "因合伙养殖账目发生分歧", "因农资质量发生分歧")),
                    Map.entry("道路交通事故", List.of("因电动车刮擦赔偿发生分歧", "因农用三轮车碰撞赔偿发生分歧")),
                    Map.entry("劳动争议", List.of("因拖欠工资发生分歧", "因务工受伤补偿发生分歧", "因工时计算发生分歧")),
                    Map.entry("征地拆迁", List.of("因青苗补偿分配发生分歧", "因道路拓宽占地补偿发生分歧")),
                    Map.entry("环境污染", List.of("因养殖气味和污水发生争执", "因加工噪声发生争执")),
                    Map.entry("消费", List.of("因家电维修费用发生分歧", "因网购化肥退货发生分歧")),
                    Map.entry("医疗", List.of("因诊所用药费用发生分歧")),
                    Map.entry("旅游", List.of("因农家乐订房退款发生分歧")),
                    Map.entry("其他", List.of("因集体活动费用分摊发生分歧")));

    private static final List<String> WITH_MONEY =
            List.of("损害赔偿", "合同", "生产经营", "道路交通事故", "劳动争议", "征地拆迁", "消费", "医疗", "旅游");

    private Dispute() {}

    static String summary(String type, Chance chance) {
        return "双方" + chance.oneOf(SUMMARIES.get(type)) + "，经调解自愿达成一致。";
    }

    static boolean isAboutMoney(String type) {
        return WITH_MONEY.contains(type);
    }

    /**
     * Whether an agreement determines title to land or a house (QR 4), where that is asked: 是, 否,
     * or {@code null}.
     */
    static String determinesTitle(String type, String summary) {
        if (!List.of("房屋宅基地", "山林土地").contains(type)) {
            return null;
        }
        return summary.contains("界") || summary.contains("使用发生分歧") ? "是" : "否";
    }

    /**
     * MS 205 and D2: never marriage and family, and not where title to land or houses may be at
     * stake.
     */
    static boolean isConfirmable(String type) {
        return !List.of("婚姻家庭", "房屋宅基地", "山林土地").contains(type);
    }
}
