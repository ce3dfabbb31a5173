package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.AMOUNT;
import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.FLAG;
import static org.fengqiao.reporting.facts.Column.Type.ID;
import static org.fengqiao.reporting.facts.Column.Type.INTEGER;
import static org.fengqiao.reporting.facts.Column.Type.OPEN_CODE;
import static org.fengqiao.reporting.facts.Column.code;
import static org.fengqiao.reporting.facts.Column.codes;
import static org.fengqiao.reporting.facts.Column.column;
import static org.fengqiao.reporting.facts.Table.table;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.facts.Table;

/**
 * Law-based administration: decisions, study, enforcement, disclosure, plans; their events as
 * facts.
 */
public final class AdministrationFacts {

    // @formatter:off
    private static final Map<String, String> INSTITUTION_FIELD = Column.codes(
            "REPORTING", "重大事项报告", "PROBLEMS", "重大问题汇报", "DECISIONS", "重大决策审核", "PETITIONS", "处理信访工作",
            "PERSONNEL", "培养考核任用", "FINANCE", "财务管理", "PROJECTS", "工程项目管理", "ENFORCEMENT", "行政执法",
            "OTHER", "其他");
    private static final Map<String, String> LEADERSHIP_MEETING_KIND = Column.codes(
            "PARTY_COMMITTEE", "党委会", "GOVERNMENT", "政府办公会", "JOINT", "党政联席会", "OTHER", "其他");
    private static final Map<String, String> AGENDA_TAG = Column.codes(
            "RULE_OF_LAW", "法治政府建设", "MAJOR_DECISION", "重大决策", "PERSONNEL", "重要干部任免",
            "PROJECT", "重大项目安排", "LARGE_FUNDS", "大额资金使用", "PETITIONS", "信访工作", "OTHER", "其他");
    private static final Map<String, String> DECISION_STATUS = Column.codes(
            "PROPOSED", "已提出", "IN_REVIEW", "审查中", "REVIEWED", "已审查", "DECIDED", "已决定",
            "ARCHIVED", "已归档", "WITHDRAWN", "撤回");
    private static final Map<String, String> MAJOR_MATTER_KIND = Column.codes(
            "MAJOR_DECISION", "重大决策", "PERSONNEL", "重要干部任免", "PROJECT", "重大项目安排",
            "LARGE_FUNDS", "大额资金使用");
    private static final Map<String, String> DECISION_OUTCOME = Column.codes(
            "ADOPTED", "通过", "REJECTED", "不予通过", "POSTPONED", "暂缓");
    private static final Map<String, String> DUTY_REPORT_OCCASION = Column.codes(
            "ANNUAL_MEETING", "年度述职述廉述法", "SPECIAL_MEETING", "专题述法会", "WRITTEN", "书面述法");
    private static final Map<String, String> TRAINING_KIND = Column.codes(
            "POLITICAL", "思想政治教育", "PROFESSIONAL", "业务培训", "DRILL", "岗位练兵", "CERTIFICATE", "执法证考试培训");
    private static final Map<String, String> STUDY_AUDIENCE = Column.codes(
            "LEADERS", "领导干部", "STAFF", "机关干部", "VILLAGE_CADRES", "村（居）干部",
            "ENFORCEMENT_STAFF", "执法人员");
    private static final Map<String, String> STUDY_FORMAT = Column.codes(
            "CENTRAL_GROUP", "党委中心组学习", "BEFORE_MEETING", "会前学法", "EVENING_STUDY", "周一学习夜",
            "TRAINING", "法治培训", "NETWORK", "网络学习", "OTHER", "其他");
    private static final Map<String, String> ACCOUNTABILITY_GROUND = Column.codes(
            "UNLAWFUL_EXERCISE", "违法行使职权", "FAILURE_TO_ACT", "不履行职责", "OTHER", "其他");
    private static final Map<String, String> ACCOUNTABILITY_MEASURE = Column.codes(
            "TALK", "谈话提醒", "CRITICISM", "通报批评", "REMOVAL_FROM_POST", "调离执法岗位", "DISCIPLINE", "处分",
            "TRANSFERRED", "移送", "OTHER", "其他");
    private static final Map<String, String> ADMINISTRATIVE_PROCEDURE = Column.codes(
            "LITIGATION", "行政诉讼", "RECONSIDERATION", "行政复议");
    private static final Map<String, String> ADMINISTRATIVE_OUTCOME = Column.codes(
            "UPHELD", "维持或者驳回", "REVOKED", "撤销", "CHANGED", "变更", "ORDERED_TO_ACT", "责令履行",
            "DECLARED_UNLAWFUL", "确认违法", "WITHDRAWN", "撤回", "SETTLED", "调解和解", "OTHER", "其他");
    private static final Map<String, String> PENALTY_FIELD = Column.codes(
            "LAND", "土地规划", "CONSTRUCTION", "村镇建设", "ENVIRONMENT", "环境卫生", "FORESTRY", "林业",
            "WORK_SAFETY", "安全生产", "OTHER", "其他");
    private static final Map<String, String> PENALTY_RESULT = Column.codes(
            "WARNING", "警告、通报批评", "FINE", "罚款", "CONFISCATION", "没收", "NO_PENALTY", "不予处罚",
            "TRANSFERRED", "移送", "OTHER", "其他");
    private static final Map<String, String> DEMOCRATIC_VILLAGE_LEVEL = Column.codes(
            "COUNTY", "县级", "CITY", "市级", "PROVINCE", "省级", "NATIONAL", "全国");
    private static final Map<String, String> DEMOCRATIC_VILLAGE_REVIEW = Column.codes(
            "KEPT", "保留", "WITHDRAWN", "撤销", "CANCELLED", "取消");
    private static final Map<String, String> BOARD_KIND = Column.codes(
            "PARTY", "党务公开栏", "VILLAGE", "村务公开栏", "FINANCE", "财务公开栏");
    private static final Map<String, String> DISCLOSURE_KIND = Column.codes(
            "GOVERNMENT_INFORMATION", "政府信息", "SERVICE_COMMITMENT", "便民措施、服务承诺", "ENFORCEMENT", "行政执法",
            "PARTY_AFFAIRS", "党务", "VILLAGE_AFFAIRS", "村务", "FINANCE", "财务");
    private static final Map<String, String> DISCLOSURE_CHANNEL = Column.codes(
            "BOARD", "公开栏", "WEBSITE", "网站", "WECHAT", "微信公众号", "HALL", "服务大厅", "OTHER", "其他");
    private static final Map<String, String> ISSUE_FIELD = Column.codes(
            "LITERACY", "法治素养", "THINKING", "法治思维", "GOVERNANCE", "依法治理", "ENFORCEMENT", "行政执法",
            "OTHER", "其他");

    @Produces @Singleton
    static final Table INSTITUTION = table(
            "legal.institution.v1", "institution_fact", "/legal/v1/institutions/", "制度", "所在区划",
            code(             "field", "类别", INSTITUTION_FIELD),
            column(DATE,      "inForceOn", "施行日期"),
            column(DATE,      "repealedOn", "废止日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table LEADERSHIP_MEETING = table(
            "legal.leadership-meeting.v1", "leadership_meeting_fact", "/legal/v1/leadership-meetings/", "班子会议", "所在区划",
            column(DATE,      "heldOn", "会议日期"),
            code(             "meetingKind", "会议类型", LEADERSHIP_MEETING_KIND),
            codes(            "agendaTags", "议题类别", AGENDA_TAG),
            column(INTEGER,   "attendees", "参会人数"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table LEADING_GROUP = table(
            "legal.leading-group.v1", "leading_group_fact", "/legal/v1/leading-groups/", "领导小组", "所在区划",
            column(DATE,      "foundedOn", "成立日期"),
            column(DATE,      "endedOn", "撤销日期"),
            column(INTEGER,   "memberUnits", "成员单位数"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table MAJOR_DECISION = table(
            "legal.major-decision.v1", "major_decision_fact", "/legal/v1/major-decisions/", "重大决策", "所在区划",
            code(             "status", "状态", DECISION_STATUS),
            code(             "matterKind", "事项类别", MAJOR_MATTER_KIND),
            column(DATE,      "proposedOn", "提出日期"),
            column(DATE,      "commentFrom", "公开征求意见开始"),
            column(DATE,      "commentUntil", "公开征求意见截止"),
            column(DATE,      "papersOn", "送审日期"),
            column(DATE,      "reviewedOn", "合法性审查日期"),
            code(             "reviewResult", "合法性审查结论", LegalServiceFacts.LEGALITY_RESULT),
            column(DATE,      "counselOpinionOn", "法律顾问意见日期"),
            column(ID,        "adviserId", "法律顾问"),
            column(DATE,      "discussedOn", "集体讨论日期"),
            column(FLAG,      "headSpokeLast", "负责人末位发言"),
            column(INTEGER,   "dissents", "不同意见数"),
            column(DATE,      "decidedOn", "决定日期"),
            code(             "outcome", "决定结果", DECISION_OUTCOME),
            column(DATE,      "archivedOn", "归档日期"),
            column(DATE,      "withdrawnOn", "撤回日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table NORMATIVE_DOCUMENT = table(
            "legal.normative-document.v1", "normative_document_fact", "/legal/v1/normative-documents/", "行政规范性文件", "所在区划",
            column(DATE,      "issuedOn", "制定日期"),
            column(DATE,      "legalityReviewedOn", "合法性审查日期"),
            column(DATE,      "filedOn", "备案日期"),
            column(DATE,      "publishedOn", "公布日期"),
            column(DATE,      "expiresOn", "有效期至"),
            column(DATE,      "repealedOn", "废止日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table DUTY_REPORT = table(
            "legal.duty-report.v1", "duty_report_fact", "/legal/v1/duty-reports/", "述法", "所在区划",
            column(DATE,      "reportedOn", "述法日期"),
            code(             "occasion", "述法形式", DUTY_REPORT_OCCASION))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table ENFORCEMENT_TRAINING = table(
            "legal.enforcement-training.v1", "enforcement_training_fact", "/legal/v1/enforcement-trainings/", "执法人员培训", "所在区划",
            column(DATE,      "heldOn", "培训日期"),
            code(             "trainingKind", "培训类别", TRAINING_KIND),
            column(INTEGER,   "participants", "参加人次"),
            column(AMOUNT,    "hours", "学时"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table LAW_EXAM = table(
            "legal.law-exam.v1", "law_exam_fact", "/legal/v1/law-exams/", "学法考试", "所在区划",
            column(DATE,      "heldOn", "考试日期"),
            code(             "audience", "对象", STUDY_AUDIENCE),
            column(INTEGER,   "due", "应考人数"),
            column(INTEGER,   "taken", "参考人数"),
            column(INTEGER,   "passed", "合格人数"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table STUDY_SESSION = table(
            "legal.study-session.v1", "study_session_fact", "/legal/v1/study-sessions/", "学法", "所在区划",
            column(DATE,      "heldOn", "学习日期"),
            code(             "format", "学习形式", STUDY_FORMAT),
            code(             "audience", "对象", STUDY_AUDIENCE),
            column(INTEGER,   "attendance", "参加人数"),
            column(AMOUNT,    "hours", "学时"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table ACCOUNTABILITY_DECISION = table(
            "legal.accountability-decision.v1", "accountability_decision_fact", "/legal/v1/accountability-decisions/", "执法责任追究", "所在区划",
            column(DATE,      "decidedOn", "决定日期"),
            code(             "ground", "事由", ACCOUNTABILITY_GROUND),
            code(             "measure", "处理方式", ACCOUNTABILITY_MEASURE))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table ADMINISTRATIVE_CASE = table(
            "legal.administrative-case.v1", "administrative_case_fact", "/legal/v1/administrative-cases/", "行政诉讼、行政复议", "所在区划",
            code(             "procedure", "程序", ADMINISTRATIVE_PROCEDURE),
            column(DATE,      "filedOn", "受理日期"),
            column(DATE,      "decidedOn", "结案日期"),
            code(             "outcome", "结果", ADMINISTRATIVE_OUTCOME),
            column(FLAG,      "headInCourt", "负责人出庭"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table ENFORCEMENT_OFFICER = table(
            "legal.enforcement-officer.v1", "enforcement_officer_fact", "/legal/v1/enforcement-officers/", "执法人员", "所在区划",
            column(DATE,      "postFrom", "上岗日期"),
            column(DATE,      "postUntil", "离岗日期"),
            column(DATE,      "certificateFrom", "发证日期"),
            column(DATE,      "renewedOn", "换证日期"),
            column(DATE,      "certificateUntil", "有效期至"),
            column(DATE,      "certificateWithdrawnOn", "收回日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table PENALTY_CASE = table(
            "legal.penalty-case.v1", "penalty_case_fact", "/legal/v1/penalty-cases/", "行政处罚", "所在区划",
            column(DATE,      "filedOn", "立案日期"),
            code(             "field", "执法领域", PENALTY_FIELD),
            column(INTEGER,   "officers", "执法人员数"),
            column(FLAG,      "cardShown", "是否亮证"),
            column(FLAG,      "wholeProcessRecorded", "是否全过程记录"),
            column(FLAG,      "legalReviewed", "是否法制审核"),
            column(DATE,      "decidedOn", "决定日期"),
            column(DATE,      "dueOn", "决定期限"),
            code(             "result", "处理结果", PENALTY_RESULT),
            column(AMOUNT,    "amountYuan", "罚没金额"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table DEMOCRATIC_VILLAGE = table(
            "legal.democratic-village.v1", "democratic_village_fact", "/legal/v1/democratic-villages/", "民主法治（示范）村", "所在区划",
            column(DATE,      "startedOn", "创建日期"),
            code(             "level", "级别", DEMOCRATIC_VILLAGE_LEVEL),
            column(DATE,      "namedOn", "命名日期"),
            column(DATE,      "reviewedOn", "复核日期"),
            code(             "review", "复核结果", DEMOCRATIC_VILLAGE_REVIEW),
            column(DATE,      "endedOn", "称号终止日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table DISCLOSURE_BOARD = table(
            "legal.disclosure-board.v1", "disclosure_board_fact", "/legal/v1/disclosure-boards/", "公开栏", "所在区划",
            code(             "boardKind", "公开栏类别", BOARD_KIND),
            column(DATE,      "setUpOn", "设立日期"),
            column(DATE,      "removedOn", "撤除日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table DISCLOSURE_ITEM = table(
            "legal.disclosure-item.v1", "disclosure_item_fact", "/legal/v1/disclosure-items/", "公开事项", "所在区划",
            code(             "disclosureKind", "公开类别", DISCLOSURE_KIND),
            column(DATE,      "formedOn", "形成日期"),
            column(DATE,      "dueOn", "公开期限"),
            column(DATE,      "publishedOn", "公开日期"),
            code(             "channel", "公开方式", DISCLOSURE_CHANNEL))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    static final Table LEADER_RECEPTION = table(
            "legal.leader-reception.v1", "leader_reception_fact", "/legal/v1/leader-receptions/", "领导接访", "所在区划",
            column(DATE,      "receivedOn", "接访日期"),
            column(INTEGER,   "batches", "接访批次"),
            column(INTEGER,   "persons", "接访人次"),
            column(INTEGER,   "resolvedOnTheSpot", "当场解决件数"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    public static final Table ISSUE_ITEM = table(
            "legal.issue-item.v1", "issue_item_fact", "/legal/v1/issue-items/", "问题清单", "所在区划",
            column(DATE,      "foundOn", "发现日期"),
            code(             "field", "类别", ISSUE_FIELD),
            column(DATE,      "dueOn", "整改期限"),
            column(DATE,      "resolvedOn", "整改完成日期"))
            .on(LegalServiceFacts.TOPIC);
    @Produces @Singleton
    public static final Table PLAN_ITEM = table(
            "legal.plan-item.v1", "plan_item_fact", "/legal/v1/plan-items/", "年度工作安排", "所在区划",
            column(DATE,      "plannedOn", "安排日期"),
            column(INTEGER,   "planYear", "年度"),
            column(ID,        "issueId", "问题编号"),
            column(DATE,      "dueOn", "完成期限"),
            column(DATE,      "doneOn", "完成日期"),
            column(OPEN_CODE, "indicator", "指标"),
            column(AMOUNT,    "target", "目标值"))
            .on(LegalServiceFacts.TOPIC);
    // @formatter:on

    AdministrationFacts() {}
}
