package org.fengqiao.reporting.reports;

import java.util.Arrays;
import java.util.Optional;
import org.fengqiao.kit.divisions.Division;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.reporting.indicators.Chapter;

/**
 * The words of a report, by what its division is: a village has no government and no level below
 * it, and a township committee is named after its 镇, 乡 or 街道.
 *
 * @param issuer the body that reports, behind the division's name; empty where the name tells none
 * @param mediation the paragraph on mediation: {M-01} is a figure, {M-01|余} the same in the style
 *     20余
 * @param petition that on petitions and visits
 * @param legal that on legal services
 */
public record Wording(String issuer, String mediation, String petition, String legal) {

    private static final String GOVERNMENT = "人民政府";
    private static final String TOWNSHIPS = "乡镇（街道）";
    private static final String VILLAGES = "村（居）";

    // The words of the 2024 report.
    private static final String OPENING = "整合各类调解资源，合力处置矛盾纠纷。{year}年";
    private static final String MEETINGS = "召开综治办、派出所、法庭、司法所等职能部门例会{M-06}次，多元化解机制形成，";
    private static final String MEDIATED = "排查调处各类矛盾纠纷{M-01}件，调处成功{M-04}件，";
    private static final String TWO_LEVELS =
            "%1$s调委会调处案件{M-02}件，%2$s调委会调处案件{M-03}件，" + "%3$s、%2$s两级调委会案件调处成功率{M-05-VT}％。";
    private static final String OWN_COMMITTEE = "%s调委会调处案件{M-02}件，案件调处成功率{M-05-VT}％。";

    // Without 严厉打击…越级上访 of 2024: to go one level up is lawful (XF 20), and no act is told of it.
    private static final String PETITIONS =
            "推动信访问题依法及时就地解决，积极开展积案化解{P-08}件，%s进京访{P-03}人次，到省信访{P-04}人次，"
                    + "到市信访{P-05}人次，受理群众来信来访件{P-01}件，按时办结率{P-02}％。";

    // The words of the 2024 report; the approximate figures are exact ones rendered so (R11).
    private static final String LEGAL =
            "{year}年在“3.8”妇女节、“3.15”国际消费者权益保障日、“6.26”禁毒日、“12.4”国家宪法日暨全国法治宣传日等重要时间节点"
                    + "开展法治宣传和相关法规政策咨询活动{L-01|余}场次，到中小学校开展法治宣传讲座{L-02}场次。"
                    + "政府法律顾问审查合同{L-03}份，农村法律顾问走访行政村{L-04}个{L-05|余}人次，"
                    + "参与民间纠纷调处{L-06}件，审查合同（协议）{L-07}份，法律咨询{L-08|余}人次，法治讲座{L-09}场次，"
                    + "开展法律援助送法进农村{L-10}场次，引导村民走法律援助程序{L-11}人次。";

    /** Of a county, and of all that lies above: whatever kind lies below. */
    static final Wording GENERAL = twoLevels(GOVERNMENT, "本地区", VILLAGES, VILLAGES, TOWNSHIPS);

    /** The words for a division; in general ones where the register does not know its name. */
    public static Wording of(String code, Optional<Division> known) {
        return switch (new DivisionCode(code).level()) {
            case PROVINCE, PREFECTURE, COUNTY -> GENERAL;
            case TOWNSHIP -> township(known.map(Division::officialName).orElse(""));
            case VILLAGE -> village(known.map(Wording::body).orElse(""));
        };
    }

    private static Wording township(String name) {
        if (name.endsWith("镇")) {
            return twoLevels(GOVERNMENT, "我镇", "村级", "村", "镇");
        }
        if (name.endsWith("乡")) {
            return twoLevels(GOVERNMENT, "我乡", "村级", "村", "乡");
        }
        if (name.endsWith("街道")) {
            return twoLevels("办事处", "我街道", VILLAGES, VILLAGES, "街道");
        }
        return twoLevels("", "本地区", VILLAGES, VILLAGES, TOWNSHIPS);
    }

    private static Wording twoLevels(
            String issuer, String here, String villages, String lower, String upper) {
        String committees = TWO_LEVELS.formatted(villages, upper, lower);
        String mediation = OPENING + MEETINGS + MEDIATED + committees;
        return new Wording(issuer, mediation, PETITIONS.formatted(here), LEGAL);
    }

    private static Wording village(String body) {
        String own = body.startsWith("村") ? "村" : body.startsWith("居") ? "社区" : VILLAGES;
        String here = own.equals(VILLAGES) ? "本" + own : "我" + own;
        String mediation = OPENING + MEDIATED + OWN_COMMITTEE.formatted(own);
        return new Wording(body, mediation, PETITIONS.formatted(here), LEGAL);
    }

    /** The paragraph of a chapter. */
    public String text(Chapter chapter) {
        return switch (chapter) {
            case MEDIATION -> mediation;
            case PETITION -> petition;
            case LEGAL -> legal;
        };
    }

    /** All paragraphs, in the report's order. */
    public ReportText text() {
        return new ReportText(Arrays.stream(Chapter.values()).map(this::written).toList());
    }

    /** The paragraph of a chapter as it is written. */
    public Written written(Chapter chapter) {
        return new Written(text(chapter));
    }

    /** 村民委员会 or 居民委员会, as the register names it. */
    private static String body(Division village) {
        return village.officialName().substring(village.name().length());
    }
}
