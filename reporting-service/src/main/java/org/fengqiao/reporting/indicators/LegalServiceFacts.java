package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.AMOUNT;
import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.FLAG;
import static org.fengqiao.reporting.facts.Column.Type.ID;
import static org.fengqiao.reporting.facts.Column.Type.INTEGER;
import static org.fengqiao.reporting.facts.Column.code;
import static org.fengqiao.reporting.facts.Column.codes;
import static org.fengqiao.reporting.facts.Column.column;
import static org.fengqiao.reporting.facts.Table.table;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;

/** Legal services: advisers, what they do, reviews, publicity, legal aid; their events as facts. */
final class LegalServiceFacts {

    /** All registers share it: the schema names the kind. */
    static final String TOPIC = "legal.record.v1";

    // @formatter:off
    private static final Map<String, String> ADVISER_ROLE = Column.codes(
            "GOVERNMENT", "政府法律顾问", "VILLAGE", "村（居）法律顾问");
    private static final Map<String, String> ADVISER_PROFESSION = Column.codes(
            "LAWYER", "律师", "GRASSROOTS_LEGAL_WORKER", "基层法律服务工作者", "PUBLIC_LAWYER", "公职律师",
            "JUSTICE_OFFICE_STAFF", "司法所工作人员", "NOTARY", "公证员", "OTHER", "其他");
    private static final Map<String, String> RESOURCE_PERSON_POSITION = Column.codes(
            "VILLAGE_CADRE", "村（居）干部", "MEDIATOR", "人民调解员", "GRID_WORKER", "网格员", "VILLAGER", "村（居）民",
            "OTHER", "其他");
    private static final Map<String, String> COUNSEL_WORK_KIND = Column.codes(
            "DRAFTING", "代写文书", "DECISION_OPINION", "重大决策意见", "LITIGATION", "参与诉讼",
            "LEGAL_OPINION", "法律意见书", "LAWYERS_LETTER", "律师函");
    private static final Map<String, String> CONSULTATION_PROVIDER = Column.codes(
            "VILLAGE_COUNSEL", "村（居）法律顾问", "GOVERNMENT_COUNSEL", "政府法律顾问", "JUSTICE_OFFICE", "司法所",
            "LEGAL_AID_STATION", "法律援助工作站", "OTHER", "其他");
    private static final Map<String, String> CONSULTATION_CHANNEL = Column.codes(
            "ON_SITE", "现场", "PHONE", "电话", "ONLINE", "网络", "IN_WRITING", "书面", "OTHER", "其他");
    private static final Map<String, String> CONSULTATION_TOPIC = Column.codes(
            "LABOUR", "劳动人事", "CONTRACT", "合同", "DEBT", "债权债务", "CONSUMER", "消费维权", "CRIMINAL", "刑事",
            "TRAFFIC", "交通事故", "TORT", "侵权", "HOUSING", "房产", "WORK_INJURY", "工伤",
            "CHILD_SUPPORT", "子女抚养", "SOCIAL_SECURITY", "社会保障", "LAND", "土地", "INHERITANCE", "遗产继承",
            "PROPERTY_MANAGEMENT", "物业", "ADMINISTRATIVE", "行政", "EXPROPRIATION", "征收补偿",
            "WAGE_ARREARS", "欠薪", "ELDERLY_SUPPORT", "老人赡养", "NEIGHBOURS", "邻里",
            "MARRIAGE_FAMILY", "婚姻家庭", "MEDICAL", "医疗", "ENVIRONMENT", "环境", "OTHER", "其他");
    private static final Map<String, String> PARTICIPATION_SOURCE = Column.codes(
            "MEDIATION_CASE", "人民调解案件", "UNREGISTERED", "未登记的纠纷");
    private static final Map<String, String> REVIEW_STATUS = Column.codes(
            "RECEIVED", "待审查", "REVIEWED", "已审查", "DECIDED", "已答复采纳情况", "WITHDRAWN", "撤回");
    private static final Map<String, String> REVIEWER_ROLE = Column.codes(
            "GOVERNMENT_COUNSEL", "政府法律顾问", "VILLAGE_COUNSEL", "村（居）法律顾问", "JUSTICE_OFFICE", "司法所",
            "PUBLIC_LAWYER", "公职律师", "OTHER", "其他");
    private static final Map<String, String> REVIEW_CLIENT = Column.codes(
            "TOWNSHIP_GOVERNMENT", "乡镇人民政府（街道办事处）", "DEPARTMENT", "部门、站所",
            "VILLAGE_COMMITTEE", "村（居）委会", "VILLAGE_ENTERPRISE", "村集体经济组织、村办企业", "OTHER", "其他");
    private static final Map<String, String> CONTRACT_TYPE = Column.codes(
            "PROJECT", "工程建设", "PROCUREMENT", "政府采购", "LAND", "土地承包流转", "LEASE", "租赁",
            "LABOUR", "劳动用工", "SERVICE", "服务", "COOPERATION", "招商合作", "LOAN", "借贷担保", "OTHER", "其他");
    private static final Map<String, String> OPINION_ADOPTION = Column.codes(
            "ADOPTED", "采纳", "PARTLY", "部分采纳", "NOT_ADOPTED", "未采纳");
    private static final Map<String, String> LEGALITY_SUBJECT = Column.codes(
            "NORMATIVE_DOCUMENT", "行政规范性文件", "MAJOR_DECISION", "重大决策",
            "ENFORCEMENT_DECISION", "行政执法决定", "CONTRACT", "合同", "OTHER", "其他");
    static final Map<String, String> LEGALITY_RESULT = Column.codes(
            "LAWFUL", "合法", "LAWFUL_WHEN_CHANGED", "修改后合法", "UNLAWFUL", "不合法");
    private static final Map<String, String> PUBLICITY_TAG = Column.codes(
            "THEME_DAY", "主题日", "CAMPAIGN", "专项宣传", "LECTURE", "法治讲座", "SCHOOL_LECTURE", "中小学讲座",
            "LEGAL_AID_OUTREACH", "法律援助送法进农村", "HOTLINE", "热线宣传", "OTHER", "其他");
    private static final Map<String, String> THEME_DAY = Column.codes(
            "WOMENS_DAY", "国际妇女节", "CONSUMER_RIGHTS_DAY", "国际消费者权益日", "ANTI_DRUG_DAY", "国际禁毒日",
            "CONSTITUTION_DAY", "国家宪法日", "NATIONAL_SECURITY_DAY", "国家安全教育日", "WETLANDS_DAY", "世界湿地日",
            "WATER_DAY", "世界水日", "EARTH_DAY", "世界地球日", "INTELLECTUAL_PROPERTY_DAY", "世界知识产权日",
            "DISASTER_PREVENTION_DAY", "全国防灾减灾日", "ENVIRONMENT_DAY", "世界环境日",
            "CREDIT_RECORD_DAY", "信用记录关爱日", "LAND_DAY", "全国土地日", "FIRE_SAFETY_DAY", "全国消防日",
            "DOMESTIC_VIOLENCE_DAY", "国际反家庭暴力日", "TRAFFIC_SAFETY_DAY", "全国交通安全日",
            "HUMAN_RIGHTS_DAY", "世界人权日", "CIVIL_CODE_MONTH", "民法典宣传月", "WORK_SAFETY_MONTH", "安全生产月",
            "PETITION_REGULATION_MONTH", "《信访工作条例》宣传月", "CONSTITUTION_WEEK", "宪法宣传周", "OTHER", "其他");
    private static final Map<String, String> ACTIVITY_SPEAKER = Column.codes(
            "VILLAGE_COUNSEL", "村（居）法律顾问", "GOVERNMENT_COUNSEL", "政府法律顾问", "JUSTICE_OFFICE", "司法所",
            "POLICE_STATION", "派出所", "PEOPLES_TRIBUNAL", "法庭", "OTHER", "其他");
    private static final Map<String, String> ACTIVITY_ORGANISER = Column.codes(
            "JUSTICE_OFFICE", "司法所", "POLICE_STATION", "派出所", "PEOPLES_TRIBUNAL", "法庭",
            "SOCIAL_GOVERNANCE_CENTER", "综治中心", "WOMENS_FEDERATION", "妇联",
            "MARKET_SUPERVISION", "市场监管所", "ANTI_DRUG_OFFICE", "禁毒办", "LEGAL_AID_AGENCY", "法律援助中心",
            "YOUTH_LEAGUE", "团委", "SCHOOL", "学校", "VILLAGE", "村（居）委会",
            "PARTY_GOVERNMENT_OFFICE", "党政办", "OTHER", "其他");
    private static final Map<String, String> ACTIVITY_AUDIENCE = Column.codes(
            "MINORS", "未成年人", "VILLAGERS", "村（居）民", "WOMEN", "妇女", "CADRES", "干部", "ENTERPRISES", "企业",
            "PUBLIC", "社会公众");
    private static final Map<String, String> AID_STATUS = Column.codes(
            "REFERRED", "已引导", "APPLIED", "已申请", "PAPERS_ASKED", "待补正", "GRANTED", "给予援助",
            "REFUSED", "不予援助", "APPOINTED", "已指派", "OBJECTION", "异议中", "CLOSED", "已办结",
            "WITHDRAWN", "撤回申请");
    private static final Map<String, String> AID_APPLICANT_KIND = Column.codes(
            "MIGRANT_WORKER", "农民工", "DISABLED", "残疾人", "ELDERLY", "老年人", "MINOR", "未成年人",
            "WOMAN", "妇女", "LOW_INCOME", "经济困难公民", "OTHER", "其他");
    private static final Map<String, String> AID_MATTER = Column.codes(
            "STATE_COMPENSATION", "国家赔偿", "SOCIAL_INSURANCE", "社会保险待遇、社会救助",
            "PENSION_FOR_BEREAVED", "抚恤金", "SUPPORT", "赡养费、抚养费、扶养费", "LABOUR", "确认劳动关系、劳动报酬",
            "CAPACITY", "认定民事行为能力", "INJURY", "工伤、交通、食品药品、医疗事故人身损害", "ENVIRONMENT", "环境污染、生态破坏",
            "OTHER", "其他");
    private static final Map<String, String> AID_EXEMPTION = Column.codes(
            "HEROES", "英烈人格权益", "BRAVERY", "见义勇为", "RETRIAL_ACQUITTAL", "再审改判无罪赔偿",
            "DOMESTIC_ABUSE", "虐待、遗弃、家庭暴力受害人", "OTHER", "其他");
    private static final Map<String, String> AID_RESULT = Column.codes(
            "WON", "胜诉或者调解、和解", "PARTLY", "部分支持", "NOT_SUPPORTED", "未获支持", "ENDED", "终止",
            "OTHER", "其他");

    @Produces @Singleton
    static final Table APPOINTMENT = table(
            "legal.appointment.v1", "appointment_fact", "/legal/v1/appointments/", "法律顾问聘任", "所在区划",
            column(ID,        "adviserId", "法律顾问"),
            code(             "role", "顾问类别", ADVISER_ROLE),
            column(DATE,      "appointedOn", "聘任日期"),
            column(DATE,      "endsOn", "聘期届满"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table LEGAL_ADVISER = table(
            "legal.legal-adviser.v1", "legal_adviser_fact", "/legal/v1/legal-advisers/", "法律顾问", "所在区划",
            column(ID,        "adviserId", "顾问编号"),
            codes(            "roles", "顾问类别", ADVISER_ROLE),
            code(             "profession", "职业", ADVISER_PROFESSION),
            column(DATE,      "engagedOn", "聘任日期"),
            column(DATE,      "endedOn", "解聘日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table LEGAL_RESOURCE_PERSON = table(
            "legal.legal-resource-person.v1", "legal_resource_person_fact", "/legal/v1/legal-resource-persons/", "法律明白人", "所在区划",
            code(             "position", "身份", RESOURCE_PERSON_POSITION),
            column(DATE,      "certifiedOn", "发证日期"),
            column(DATE,      "endedOn", "退出日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table COUNSEL_WORK = table(
            "legal.counsel-work.v1", "counsel_work_fact", "/legal/v1/counsel-works/", "法律顾问服务事项", "所在区划",
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "workedOn", "日期"),
            code(             "workKind", "事项", COUNSEL_WORK_KIND),
            column(INTEGER,   "pieces", "数量"),
            column(ID,        "serviceLogId", "工作日志编号"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table LEGAL_CONSULTATION = table(
            "legal.legal-consultation.v1", "legal_consultation_fact", "/legal/v1/consultations/", "法律咨询", "所在区划",
            code(             "provider", "提供者", CONSULTATION_PROVIDER),
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "consultedOn", "咨询日期"),
            code(             "channel", "咨询方式", CONSULTATION_CHANNEL),
            code(             "topic", "咨询主题", CONSULTATION_TOPIC),
            column(INTEGER,   "persons", "咨询人次"),
            column(ID,        "serviceLogId", "工作日志编号"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table MEDIATION_PARTICIPATION = table(
            "legal.mediation-participation.v1", "mediation_participation_fact", "/legal/v1/mediation-participations/", "参与纠纷调处", "所在区划",
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "joinedOn", "参与日期"),
            code(             "source", "来源", PARTICIPATION_SOURCE),
            column(ID,        "disputeId", "纠纷编号"),
            column(ID,        "caseId", "调解案件编号"),
            column(DATE,      "closedOn", "案件调结日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table SERVICE_LOG_ENTRY = table(
            "legal.service-log-entry.v1", "service_log_entry_fact", "/legal/v1/service-log/", "法律顾问工作日志", "所在区划",
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "servedOn", "服务日期"),
            column(FLAG,      "onSite", "是否到村"),
            column(AMOUNT,    "hoursOnSite", "现场时长"),
            column(INTEGER,   "counselPresent", "顾问人数"),
            column(INTEGER,   "personsMet", "接待群众人数"),
            column(INTEGER,   "lectureAttendance", "讲座人数"),
            column(INTEGER,   "draftings", "代写文书"),
            column(INTEGER,   "decisionOpinions", "重大决策意见"),
            column(INTEGER,   "litigations", "参与诉讼"),
            column(INTEGER,   "legalOpinions", "法律意见书"),
            column(INTEGER,   "lawyersLetters", "律师函"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table VILLAGE_VISIT = table(
            "legal.village-visit.v1", "village_visit_fact", "/legal/v1/village-visits/", "走访村（居）", "所在区划",
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "visitedOn", "走访日期"),
            column(INTEGER,   "counselPresent", "顾问人数"),
            column(INTEGER,   "personsMet", "接待群众人数"),
            column(AMOUNT,    "hoursOnSite", "现场时长"),
            column(ID,        "serviceLogId", "工作日志编号"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table CONTRACT_REVIEW = table(
            "legal.contract-review.v1", "contract_review_fact", "/legal/v1/contract-reviews/", "合同审查", "所在区划",
            code(             "status", "状态", REVIEW_STATUS),
            code(             "reviewerRole", "审查主体", REVIEWER_ROLE),
            column(ID,        "adviserId", "法律顾问"),
            code(             "client", "委托方", REVIEW_CLIENT),
            code(             "contractType", "合同类型", CONTRACT_TYPE),
            column(AMOUNT,    "amountYuan", "合同金额"),
            column(DATE,      "receivedOn", "收到日期"),
            column(DATE,      "reviewedOn", "首次审查日期"),
            column(INTEGER,   "opinionVersions", "审查意见版次"),
            column(INTEGER,   "risksFound", "最近风险点数"),
            code(             "adopted", "采纳情况", OPINION_ADOPTION),
            column(DATE,      "decidedOn", "答复日期"),
            column(DATE,      "withdrawnOn", "撤回日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table LEGALITY_REVIEW = table(
            "legal.legality-review.v1", "legality_review_fact", "/legal/v1/legality-reviews/", "合法性审查", "所在区划",
            code(             "status", "状态", REVIEW_STATUS),
            code(             "subject", "审查对象", LEGALITY_SUBJECT),
            column(FLAG,      "mandatory", "应当审查"),
            code(             "reviewerRole", "审查主体", REVIEWER_ROLE),
            column(ID,        "adviserId", "法律顾问"),
            code(             "client", "送审单位", REVIEW_CLIENT),
            column(AMOUNT,    "amountYuan", "合同金额"),
            column(DATE,      "receivedOn", "收到日期"),
            column(DATE,      "reviewedOn", "首次审查日期"),
            column(INTEGER,   "opinionVersions", "审查意见版次"),
            column(INTEGER,   "risksFound", "最近风险点数"),
            code(             "result", "审查结论", LEGALITY_RESULT),
            code(             "adopted", "采纳情况", OPINION_ADOPTION),
            column(DATE,      "decidedOn", "答复日期"),
            column(DATE,      "withdrawnOn", "撤回日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table PUBLICITY_ACTIVITY = table(
            "legal.publicity-activity.v1", "publicity_activity_fact", "/legal/v1/publicity-activities/", "法治宣传活动", "所在区划",
            column(DATE,      "heldOn", "活动日期"),
            codes(            "tags", "活动标签", PUBLICITY_TAG),
            code(             "themeDay", "主题日", THEME_DAY),
            code(             "speaker", "主讲人", ACTIVITY_SPEAKER),
            column(ID,        "adviserId", "法律顾问"),
            codes(            "organisers", "组织单位", ACTIVITY_ORGANISER),
            codes(            "audience", "对象", ACTIVITY_AUDIENCE),
            column(INTEGER,   "attendance", "参加人数"),
            column(INTEGER,   "materials", "发放资料份数"),
            column(INTEGER,   "onSiteConsultations", "现场咨询人次"),
            column(ID,        "serviceLogId", "工作日志编号"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table PUBLICITY_RESPONSIBILITY = table(
            "legal.publicity-responsibility.v1", "publicity_responsibility_fact", "/legal/v1/publicity-responsibilities/", "普法责任", "所在区划",
            column(DATE,      "listedOn", "列入日期"),
            column(DATE,      "dueOn", "完成期限"),
            column(DATE,      "doneOn", "完成日期"))
            .on(TOPIC);
    @Produces @Singleton
    static final Table LEGAL_AID_REFERRAL = table(
            "legal.legal-aid-referral.v1", "legal_aid_referral_fact", "/legal/v1/legal-aid-referrals/", "引导法律援助", "所在区划",
            code(             "status", "状态", AID_STATUS),
            column(DATE,      "referredOn", "引导日期"),
            column(INTEGER,   "persons", "人数"),
            code(             "applicantKind", "申请人类别", AID_APPLICANT_KIND),
            code(             "matter", "法律援助事项", AID_MATTER),
            code(             "exemption", "不受经济困难条件限制的情形", AID_EXEMPTION),
            column(FLAG,      "urgent", "是否紧急"),
            column(DATE,      "receivedOn", "机构收到申请日期"),
            column(DATE,      "papersAskedOn", "告知补正日期"),
            column(DATE,      "papersSuppliedOn", "补正日期"),
            column(DATE,      "decidedOn", "决定日期"),
            column(FLAG,      "granted", "是否给予援助"),
            column(DATE,      "appointedOn", "指派日期"),
            column(DATE,      "objectedOn", "提出异议日期"),
            column(DATE,      "objectionDecidedOn", "异议处理日期"),
            column(FLAG,      "objectionUpheld", "异议是否成立"),
            column(DATE,      "closedOn", "结案日期"),
            code(             "result", "援助结果", AID_RESULT),
            column(DATE,      "withdrawnOn", "撤回日期"))
            .on(TOPIC);
    // @formatter:on

    LegalServiceFacts() {}
}
