package org.fengqiao.demo;

import java.util.List;
import java.util.Locale;

/**
 * The registers of legal-service that the demo has a ledger of, in the order of import: those whom
 * others name come first. The titles are those of the register; who renames one does it here.
 */
enum Register {
    LEGAL_ADVISERS(
            "法律顾问名册",
            "村（居） 顾问编号 顾问类别 职业 姓名 电话 执业证号 执业机构 "
                    + "聘任日期 解聘日期"),
    APPOINTMENTS(
            "法律顾问聘任台账",
            "村（居） 法律顾问 顾问类别 聘任日期 聘期届满 协议编号"),
    LEGAL_RESOURCE_PERSONS(
            "法律明白人名册",
            "村（居） 姓名 电话 身份 发证日期"),
    SERVICE_LOG(
            "村法律顾问工作日志",
            "村（居） 法律顾问 服务日期 是否到村 现场时长 顾问人数 接待群众人数 "
                    + "工作内容 咨询人次 咨询方式 咨询主题 咨询人 咨询人电话 咨询内容 "
                    + "讲座主题 讲座人数 代写文书 重大决策意见 参与诉讼 法律意见书 律师函"),
    CONTRACT_REVIEWS(
            "合同审查台账",
            "村（居） 审查主体 法律顾问 合同类型 合同名称 对方当事人 合同金额 "
                    + "收到日期 审查日期 风险点数 审查意见 采纳情况 答复日期 撤回日期"),
    LEGALITY_REVIEWS(
            "合法性审查台账",
            "审查对象 应当审查 审查主体 名称 收到日期 审查日期 风险点数 "
                    + "审查意见 审查结论 采纳情况 答复日期"),
    PUBLICITY_ACTIVITIES(
            "法治宣传活动台账",
            "村（居） 活动日期 活动名称 活动标签 主题日 主讲人 组织单位 对象 "
                    + "地点 参加人数 发放资料份数 现场咨询人次"),
    PUBLICITY_RESPONSIBILITIES(
            "普法责任清单",
            "列入日期 责任单位 法律法规 普法任务 完成期限 完成日期"),
    LEGAL_AID_REFERRALS(
            "引导法律援助台账",
            "村（居） 引导日期 人数 申请人类别 法律援助事项 是否紧急 申请人 "
                    + "案情 机构收到申请日期 决定日期 是否给予援助 指派日期 结案日期 "
                    + "援助结果"),
    CONSULTATIONS(
            "法律咨询台账",
            "提供者 咨询日期 咨询方式 咨询主题 咨询人次 咨询人 咨询内容"),
    INSTITUTIONS(
            "制度台账",
            "制度名称 类别 文号 施行日期 废止日期"),
    LEADERSHIP_MEETINGS(
            "班子会议台账",
            "会议日期 会议类型 议题类别 议题 参会人数"),
    LEADING_GROUPS(
            "领导小组台账",
            "名称 成立日期 文号 组长职务 副组长职务 成员单位数"),
    MAJOR_DECISIONS(
            "重大决策台账",
            "事项名称 事项类别 提出日期 公开征求意见开始 公开征求意见截止 "
                    + "送审日期 合法性审查日期 合法性审查结论 法律顾问 法律顾问意见日期 "
                    + "集体讨论日期 负责人末位发言 不同意见数 决定日期 决定结果 归档日期"),
    STUDY_SESSIONS(
            "学法台账",
            "学习日期 学习形式 学习主题 法律法规 对象 参加人数 学时"),
    LAW_EXAMS(
            "学法考试台账",
            "考试日期 考试名称 对象 应考人数 参考人数 合格人数"),
    DUTY_REPORTS(
            "述法台账",
            "述法日期 职务 述法人 述法形式"),
    ENFORCEMENT_OFFICERS(
            "执法人员台账",
            "姓名 执法单位 上岗日期 离岗日期 执法证号 发证日期 有效期至"),
    ENFORCEMENT_TRAININGS(
            "执法人员培训台账",
            "培训日期 培训类别 培训主题 参加人次 学时"),
    PENALTY_CASES(
            "行政处罚台账",
            "立案日期 执法领域 执法人员数 是否亮证 是否全过程记录 是否法制审核 "
                    + "决定日期 处理结果 罚没金额 当事人 案情"),
    ACCOUNTABILITY_DECISIONS(
            "执法责任追究台账",
            "决定日期 事由 处理方式 责任人 情况说明"),
    ADMINISTRATIVE_CASES(
            "行政诉讼、行政复议台账",
            "程序 受理日期 案号 原告或者申请人 结案日期 结果 负责人出庭 案情"),
    DISCLOSURE_BOARDS(
            "公开栏台账",
            "村（居） 公开栏类别 设立日期 地点"),
    DISCLOSURE_ITEMS(
            "公开事项台账",
            "村（居） 公开类别 公开事项 形成日期 公开日期 公开方式"),
    LEADER_RECEPTIONS(
            "领导接访台账",
            "接访日期 领导职务 接访领导 接访批次 接访人次 当场解决件数"),
    DEMOCRATIC_VILLAGES(
            "民主法治（示范）村台账",
            "村（居） 创建日期 级别 命名日期 复核日期 复核结果"),
    ISSUE_ITEMS(
            "问题清单台账",
            "发现日期 类别 问题 原因 整改措施 责任人职务 整改期限 整改完成日期"),
    PLAN_ITEMS(
            "年度工作安排台账",
            "安排日期 年度 事项 责任人职务 完成期限 完成日期 指标 目标值");

    private final String title;
    private final List<String> columns;

    /**
     * @param title of the ledger, without year and township
     * @param columns separated by spaces, without number and remark
     */
    Register(String title, String columns) {
        this.title = title;
        this.columns = List.of(columns.split(" "));
    }

    /** The kind of ledger: the register's path. */
    String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    List<String> columns() {
        return columns;
    }
}
