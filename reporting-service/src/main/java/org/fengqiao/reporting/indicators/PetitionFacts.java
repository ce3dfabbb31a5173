package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.DIVISION;
import static org.fengqiao.reporting.facts.Column.Type.FLAG;
import static org.fengqiao.reporting.facts.Column.Type.ID;
import static org.fengqiao.reporting.facts.Column.Type.INTEGER;
import static org.fengqiao.reporting.facts.Column.Type.OPEN_CODE;
import static org.fengqiao.reporting.facts.Column.Type.REFERENCE;
import static org.fengqiao.reporting.facts.Column.classCode;
import static org.fengqiao.reporting.facts.Column.code;
import static org.fengqiao.reporting.facts.Column.codes;
import static org.fengqiao.reporting.facts.Column.column;
import static org.fengqiao.reporting.facts.Table.table;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.fengqiao.reporting.facts.Table;

/**
 * Petitions and visits: their events as facts. Accusations publish nothing, so that none is in any
 * of these; the words of every cohort say so (D1).
 */
final class PetitionFacts {

    private static final String NO_ACCUSATIONS = "不含检举控告";

    // @formatter:off
    private static final Map<String, String> STATUS = codes(
            "REGISTERED", "已登记", "IN_OBJECTION", "异议中", "ACCEPTED", "已受理", "REFUSED", "不予受理",
            "REDIRECTED", "告知另行提出", "CONCLUDED", "已办结", "IN_REEXAMINATION", "复查中",
            "REEXAMINED", "已复查", "IN_FINAL_REVIEW", "复核中", "FINALISED", "复核终结", "WITHDRAWN", "撤回");
    private static final Map<String, String> FORM = codes(
            "LETTER", "来信", "VISIT", "来访", "ONLINE", "网信", "PHONE", "来电", "FAX", "传真", "OTHER", "其他");
    private static final Map<String, String> SUB_CHANNEL = codes(
            "HOTLINE_12345", "12345热线", "LEADER_MAILBOX", "领导信箱", "NATIONAL_WEBSITE", "国家信访局网站",
            "MOBILE_APP", "手机信访", "LEADER_RECEPTION", "领导接访", "CADRE_VISIT", "干部下访", "OTHER", "其他");
    private static final Map<String, String> SOURCE = codes(
            "DIRECT", "直接提出", "TRANSFERRED", "转送", "ASSIGNED", "交办");
    // The list of its service names ACCUSATION too: such a petition is moved to the vault, never published.
    private static final Map<String, String> PURPOSE = codes(
            "SEEK_SETTLEMENT", "求决", "APPEAL", "申诉", "PROPOSAL", "意见建议", "INQUIRY", "咨询", "OTHER", "其他");
    private static final Map<String, String> HANDLING_CLASS = codes(
            "PROPOSAL", "建议意见", "APPEAL_OR_REQUEST", "申诉求决");
    private static final Map<String, String> ROUTE = codes(
            "LITIGATION", "诉讼、法律程序", "ARBITRATION", "仲裁", "PARTY_APPEAL", "党员申诉、申请复审",
            "ADMINISTRATIVE_PROCEDURE", "行政程序", "STATUTORY_DUTY", "履行法定职责",
            "HANDLING_OPINION", "出具信访处理意见书");
    private static final Map<String, String> CONTENT = codes(
            "010000", "农村农业", "020000", "市场监督", "030000", "自然资源", "040000", "城乡建设",
            "050000", "生态环境", "060000", "劳动和社会保障", "070000", "交通运输", "080000", "卫生健康",
            "090000", "房产物业", "100000", "经济管理", "110000", "文体旅游", "120000", "党务政务",
            "130000", "组织人事", "140000", "科技与信息产业", "150000", "军队事务", "160000", "民政与应急",
            "170000", "教育", "180000", "政法", "190000", "纪检监察", "990000", "其他");
    private static final Map<String, String> REPETITION = codes("FIRST", "初件", "REPEAT", "重件");
    private static final Map<String, String> HANDLING_UNIT = codes(
            "PETITION_OFFICE", "信访办", "JUSTICE_OFFICE", "司法所", "PARTY_GOVERNMENT_OFFICE", "党政办",
            "LAND_OFFICE", "自然资源所", "CIVIL_AFFAIRS_OFFICE", "民政所", "AGRICULTURE_OFFICE", "农业农村办",
            "CONSTRUCTION_OFFICE", "村镇建设办", "FINANCE_OFFICE", "财政所",
            "SOCIAL_SECURITY_OFFICE", "社会保障所", "HEALTH_OFFICE", "卫健办", "EMERGENCY_OFFICE", "应急办",
            "ENVIRONMENT_OFFICE", "生态环境所", "POLICE_STATION", "派出所", "VILLAGE", "村（居）委会",
            "OTHER", "其他");
    private static final Map<String, String> CONCLUSION = codes(
            "HANDLING_OPINION", "信访处理意见书", "MEDIATION_OR_SETTLEMENT_AGREEMENT", "调解、和解协议",
            "ROUTED_TO_PROCEDURE", "导入法定程序", "DUTY_PERFORMED_OR_ANSWERED", "依法履行或者答复",
            "PROPOSAL_REPLY", "建议意见答复");
    private static final Map<String, String> OPINION = codes(
            "SUPPORTED", "支持", "EXPLAINED", "解释说明", "NOT_SUPPORTED", "不予支持");
    private static final Map<String, String> RATING = codes(
            "SATISFIED", "满意", "FAIRLY_SATISFIED", "基本满意", "DISSATISFIED", "不满意");
    private static final Map<String, String> VISIT_LEVEL = codes(
            "TOWNSHIP", "到乡镇", "COUNTY", "到县", "CITY", "到市", "PROVINCE", "到省", "BEIJING", "进京");
    private static final Map<String, String> VISIT_PLACE = codes("RECEPTION", "接待场所", "OTHER", "其他场所");

    private static final Map<String, String> CAUSE = codes(
            "UNLAWFUL_HANDLING", "违反规定受理、办理", "REFUSAL", "推诿", "PERFUNCTORY", "敷衍", "DELAY", "拖延",
            "FALSE_REPORTING", "弄虚作假", "FAILURE_TO_EXECUTE", "拒不执行信访处理意见", "OTHER", "其他");
    private static final Map<String, String> PROPOSAL_KIND = codes(
            "IMPROVEMENT", "改进工作", "POLICY", "完善政策", "ACCOUNTABILITY", "追究责任");
    private static final Map<String, String> ADOPTION = codes(
            "ADOPTED", "采纳", "PARTLY", "部分采纳", "NOT_ADOPTED", "未采纳");

    @Produces @Singleton
    static final Table PETITIONS = table(
            "petition.petition.v1", "petition_fact", "/petition/v1/petitions/", "信访事项", "承办信访事项的机关所在区划",
            column(ID,        "matterId",                 "事项编号"),
            column(REFERENCE, "petitionNumber",           "信访编号"),
            column(OPEN_CODE, "nationalNumber",           "国家信访信息系统编号"),
            code(             "status",                   "状态", STATUS),
            column(DIVISION,  "registeredDivision",       "登记信访事项的机关所在区划").orElse("division"),
            column(DIVISION,  "place",                    "问题发生地"),
            code(             "form",                     "信访形式", FORM),
            code(             "subChannel",               "渠道", SUB_CHANNEL),
            code(             "source",                   "来源", SOURCE),
            column(DIVISION,  "senderDivision",           "转送、交办机关所在区划"),
            code(             "purpose",                  "信访目的", PURPOSE),
            code(             "handlingClass",            "办理类别", HANDLING_CLASS),
            code(             "route",                    "办理途径", ROUTE),
            classCode(        "contentClass",             "内容分类", CONTENT),
            code(             "repetition",               "初重件", REPETITION),
            column(FLAG,      "joint",                    "联名"),
            column(INTEGER,   "persons",                  "人数"),
            code(             "handlingUnit",             "承办单位", HANDLING_UNIT),
            column(DATE,      "petitionedOn",             "信访日期"),
            column(DATE,      "registeredOn",             "登记日期"),
            column(DATE,      "exchangedOn",              "交换日期"),
            column(DATE,      "receivedOn",               "收到日期"),
            column(DATE,      "toldOn",                   "书面告知"),
            column(DATE,      "tellDueOn",                "告知期限"),
            column(DATE,      "tellDueOrToldOn",          "告知或告知期限（以先到者为准）"),
            column(DATE,      "acceptedOn",               "受理日期"),
            column(DATE,      "refusedOn",                "不予受理日期"),
            column(DATE,      "redirectedOn",             "告知另行提出日期"),
            column(DATE,      "withdrawnOn",              "撤回日期"),
            column(DATE,      "dueOn",                    "办理期限"),
            column(DATE,      "dueOrConcludedOn",         "办结或办理期限（以先到者为准）"),
            column(DATE,      "limitStartedOn",           "办理期限起算日期").orElse("acceptedOn", "dueOn"),
            column(INTEGER,   "extensionDays",            "延长天数"),
            column(DATE,      "concludedOn",              "办结"),
            code(             "conclusionKind",           "办结方式", CONCLUSION),
            code(             "opinionOutcome",           "处理意见", OPINION),
            column(DATE,      "replyReceivedOn",          "答复送达日期"),
            column(DATE,      "resolvedOn",               "化解日期"),
            column(DATE,      "reexaminationRequestedOn", "申请复查日期"),
            column(DATE,      "reexaminedOn",             "复查日期"),
            column(DATE,      "finalReviewRequestedOn",   "申请复核日期"),
            column(DATE,      "finalReviewedOn",          "复核日期"),
            column(FLAG,      "rateable",                 "可以评价"),
            code(             "departmentRating",         "对信访部门的评价", RATING),
            column(DATE,      "departmentRatedOn",        "评价信访部门日期"),
            code(             "unitRating",               "对责任单位的评价", RATING),
            column(DATE,      "unitRatedOn",              "评价责任单位日期"),
            column(ID,        "referralId",               "委托调解编号"),
            column(ID,        "referralCommitteeId",      "受托调委会"),
            code(             "referralDisputeType",      "委托调解纠纷类型", MediationChapter.DISPUTE_TYPE),
            column(DATE,      "referredToMediationOn",    "委托调解日期"),
            code(             "mediationOutcome",         "调解结果", MediationChapter.STATUS),
            column(DATE,      "mediationEndedOn",         "调解结束日期"))
            .noting(NO_ACCUSATIONS);
    @Produces @Singleton
    static final Table VISITS = table(
            "petition.visit.v1", "visit_fact", "/petition/v1/visits/", "走访", "属地",
            column(DATE,      "visitedOn",                "走访日期"),
            code(             "visitLevel",               "走访层级", VISIT_LEVEL).from("level"),
            column(INTEGER,   "persons",                  "人数"),
            column(ID,        "petitionId",               "信访事项记录"),
            column(ID,        "matterId",                 "事项编号"),
            code(             "visitPlace",               "接待地点", VISIT_PLACE).from("place"),
            column(FLAG,      "groupVisit",               "集体访（五人以上）"),
            column(FLAG,      "skipLevel",                "越级走访"))
            .noting(NO_ACCUSATIONS);
    @Produces @Singleton
    static final Table BACKLOG = table(
            "petition.backlog.v1", "backlog_fact", "/petition/v1/backlog-cases/", "信访积案", "承办积案的机关所在区划",
            column(DATE,      "listedOn",                 "列入日期"),
            column(DATE,      "resolvedOn",               "化解日期"),
            column(ID,        "petitionId",               "信访事项记录"),
            classCode(        "contentClass",             "内容分类", CONTENT))
            .noting(NO_ACCUSATIONS);

    // No indicator counts these two yet: they are kept for parity, and for the record's page.
    @Produces @Singleton
    static final Table SUPERVISIONS = table(
            "petition.supervision.v1", "supervision_fact", "/petition/v1/supervisions/", "督办", "被督办机关所在区划",
            column(DATE,      "supervisedOn",             "督办日期"),
            code(             "cause",                    "督办事由", CAUSE),
            column(DATE,      "dueOn",                    "反馈期限"),
            column(DATE,      "answeredOn",               "反馈日期"),
            column(ID,        "petitionId",               "信访事项记录"))
            .noting(NO_ACCUSATIONS);
    @Produces @Singleton
    static final Table PROPOSALS = table(
            "petition.proposal.v1", "proposal_fact", "/petition/v1/improvement-proposals/", "改进建议", "受建议机关所在区划",
            column(DATE,      "proposedOn",               "建议日期"),
            code(             "kind",                     "建议类别", PROPOSAL_KIND),
            column(DATE,      "answeredOn",               "书面反馈日期"),
            code(             "adopted",                  "采纳情况", ADOPTION))
            .noting(NO_ACCUSATIONS);
    // @formatter:on

    PetitionFacts() {}
}
