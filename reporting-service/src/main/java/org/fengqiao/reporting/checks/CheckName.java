package org.fengqiao.reporting.checks;

import java.util.Map;
import org.fengqiao.reporting.checks.Checks.Result;

/**
 * What a check looks for, in words without a number: for anybody, who may not see the numbers that
 * it looked at.
 */
public record CheckName(String zh, String en) {

    // @formatter:off
    static final Map<String, CheckName> ALL = Map.ofEntries(
            name("R1",             "各类调委会调处件数之和等于总数",         "committees of all levels add up to the total"),
            name("R1-REMAINDER",   "文中列出的各级调委会件数之和等于总数",   "the levels that the text names add up to the total"),
            name("R2",             "调处成功不多于调处总数",                 "no more agreed than mediated"),
            name("R3",             "成功率与调处成功、调处件数一致",         "the success rate is that of its parts"),
            name("R4",             "法律顾问参与并已调结的不多于调处总数",   "no more closed with counsel than mediated"),
            name("R5",             "同一段落相邻的同单位数字不相等",         "no neighbours of one unit are equal"),
            name("R6",             "走访的行政村不多于行政村总数",           "no more villages visited than there are"),
            name("R7",             "讲座、送法进农村不多于法治宣传活动总数", "no more lectures than activities"),
            name("R8",             "人次与件各用自己的单位",                 "person-times and matters stand with their units"),
            name("R8-VISITS",      "走访的件数不多于批次，批次不多于人次",   "no more matters than batches, than person-times"),
            name("R9",             "按时办结的不多于办结或到期的",           "no more concluded in time than concluded or due"),
            name("R10",            "次数读来像每月一次的例会每月都有",       "meetings that read as monthly ones were so"),
            name("R11",            "约数由准确数按规则得出",                 "approximate numbers stand for their exact ones"),
            name("R12",            "文中各数没有前导零",                     "no number of the text begins with a zero"),
            name("R14",            "调处成功率没有异常",                     "the success rate is not conspicuous"),
            name("G-02",           "重大决策均有法律顾问意见",               "counsel gave an opinion on every major decision"),
            name("G-06",           "各行政村均有法律顾问",                   "every village has counsel"),
            name("C-JUMP",         "文中各数与上年同期相比没有大的变化",     "no figure of the text is far from the year before"),
            name("C-PARTS",        "按类别分列的数之和等于总数",             "parts by category add up to their wholes"),
            name("C-SUBSET",       "部分不多于整体",                         "no part is above its whole"),
            name("T-NUMERAL",      "文中各数都引自指标，或者注明了来由",     "every number of the text is a figure, or declared"),
            name("T-LETTERS",      "文中没有用汉字写的统计数",               "no count is written in letters"),
            name("T-UNIT",         "文中各数后面的单位与指标相符",           "each figure of the text stands with its unit"),
            name("T-SKIP-LEVEL",   "文中没有“打击……越级上访”一类的话",       "the text does not speak of fighting petitions"),
            name("T-THEME-DAYS",   "文中写到的主题日都有活动记录",           "something was held on each theme day of the text"),
            name("T-ALL",          "文中的“均”“全部”“一律”与记录相符",       "each “all” of the text is true"),
            name("T-DENOMINATOR",  "同一段落的比率分母相同，或者写明了分母", "shares of one paragraph are of one whole, or tell it"),
            name("T-NOT-REPORTED", "文中各指标都有数",                       "each figure of the text has a value"),
            name("T-DEFINED",      "文中各指标在年度内定义不变",             "each figure of the text has one definition"),
            name("T-CONTENTS",     "报告应有的内容齐全",                     "all contents are there"),
            name("T-TO-WRITE",     "没有待填写的段落",                       "no paragraph is left to be written"),
            name("PARITY",         "与业务系统核对一致",                     "sources and facts agree"),
            name("UNION",          "数据由各乡镇报送数据汇总",               "the figures are the union of accepted sets"),
            name("YEAR-BEFORE",    "上年数出自上年的报告或者报表",           "figures of the year before are those reported then"));
    // @formatter:on

    private static Map.Entry<String, CheckName> name(String code, String zh, String en) {
        return Map.entry(code, new CheckName(zh, en));
    }

    /** The name of a check; its code where there is none. */
    private static CheckName of(String code) {
        return ALL.getOrDefault(code, new CheckName(code, code));
    }

    /** What came out of a check, without what it found: “调处成功率没有异常”未通过。 */
    public static CheckName told(String code, Result result) {
        CheckName it = of(code);
        return switch (result) {
            case PASSED -> told(it, "通过", "passed");
            case FAILED -> told(it, "未通过", "did not pass");
            case INCOMPLETE -> told(it, "数据不全，无法判断", "cannot be judged, a source was silent");
            case NOTHING_REPORTED -> told(it, "本期没有填报，未检查", "not checked, nothing was reported");
        };
    }

    private static CheckName told(CheckName it, String zh, String en) {
        return new CheckName("“%s”：%s。".formatted(it.zh, zh), "“%s”: %s".formatted(it.en, en));
    }
}
