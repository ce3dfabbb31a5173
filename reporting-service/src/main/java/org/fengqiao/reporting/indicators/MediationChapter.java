package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.facts.Column.Type.AMOUNT;
import static org.fengqiao.reporting.facts.Column.Type.DATE;
import static org.fengqiao.reporting.facts.Column.Type.DIVISION;
import static org.fengqiao.reporting.facts.Column.Type.FLAG;
import static org.fengqiao.reporting.facts.Column.Type.ID;
import static org.fengqiao.reporting.facts.Column.Type.INTEGER;
import static org.fengqiao.reporting.facts.Column.Type.OPEN_CODE;
import static org.fengqiao.reporting.facts.Column.Type.REFERENCE;
import static org.fengqiao.reporting.facts.Column.code;
import static org.fengqiao.reporting.facts.Column.codes;
import static org.fengqiao.reporting.facts.Column.column;
import static org.fengqiao.reporting.facts.Table.table;
import static org.fengqiao.reporting.indicators.Indicator.count;
import static org.fengqiao.reporting.indicators.Indicator.share;
import static org.fengqiao.reporting.indicators.Indicator.sum;
import static org.fengqiao.reporting.indicators.Unit.CASE;
import static org.fengqiao.reporting.indicators.Unit.ITEM;
import static org.fengqiao.reporting.indicators.Unit.PERSON;
import static org.fengqiao.reporting.indicators.Unit.TIME;
import static org.fengqiao.reporting.indicators.Unit.YUAN;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.fengqiao.reporting.facts.Table;
import org.fengqiao.reporting.indicators.Filter.In;
import org.fengqiao.reporting.indicators.Filter.InTime;
import org.fengqiao.reporting.indicators.Filter.No;
import org.fengqiao.reporting.indicators.Filter.Settled;
import org.fengqiao.reporting.indicators.Filter.Yes;

/**
 * People's mediation: its events as facts, its indicators in the report's order (D1, M-01 to M-29).
 */
public final class MediationChapter {

    // @formatter:off
    static final Map<String, String> STATUS = codes(
            "REGISTERED", "已登记", "ACCEPTED", "已受理", "REFUSED", "不予受理", "IN_MEDIATION", "调解中",
            "AGREED", "调解成功", "NOT_AGREED", "调解不成", "ENDED_BY_PARTY", "当事人终止",
            "WITHDRAWN", "撤回", "HANDED_OVER", "移交");
    private static final Map<String, String> LEVEL = codes(
            "VILLAGE", "村", "COMMUNITY", "社区", "TOWNSHIP", "乡镇", "STREET", "街道",
            "ENTERPRISE", "企事业单位", "SPECIALIZED", "行业性专业性");
    private static final Map<String, String> SOURCE = codes(
            "OWN_INITIATIVE", "主动调解", "ON_APPLICATION", "依申请调解", "REFERRED", "委托移送");
    private static final Map<String, String> REFERRER = codes(
            "COURT", "法院", "PROCURATORATE", "检察院", "POLICE", "公安机关",
            "PETITION_OFFICE", "信访部门", "OTHER", "其他部门");
    static final Map<String, String> DISPUTE_TYPE = codes(
            "01", "婚姻家庭", "02", "邻里", "03", "房屋宅基地", "04", "合同", "05", "生产经营",
            "06", "损害赔偿", "07", "山林土地", "08", "征地拆迁", "09", "环境污染", "10", "劳动争议",
            "11", "旅游", "12", "消费", "13", "医疗", "14", "道路交通事故", "15", "物业",
            "16", "知识产权", "17", "互联网", "99", "其他");
    private static final Map<String, String> BASIS = codes(
            "PEOPLES_MEDIATION", "人民调解",
            "LAND_CONTRACT_MEDIATION", "农村土地承包经营纠纷调解");
    private static final Map<String, String> DIFFICULTY = codes(
            "SIMPLE", "简易", "ORDINARY", "一般", "DIFFICULT", "疑难", "MAJOR", "重大");
    private static final Map<String, String> FORM = codes("WRITTEN", "书面", "ORAL", "口头");

    // "voided" records stay in the tables, for parity; no figure counts them.
    @Produces @Singleton
    static final Table CASES = table(
            "mediation.case.v1", "mediation_case_fact", "/mediation/v1/cases/", "调解案件", "调解该案的调委会所在区划",
            column(ID,       "matterId",                      "纠纷编号"),
            column(REFERENCE, "caseNumber",                   "卷号"),
            code(            "status",                        "状态", STATUS),
            column(DIVISION, "place",                         "纠纷发生地"),
            column(ID,       "committeeId",                   "调委会"),
            code(            "committeeLevel",                "调委会类别", LEVEL),
            code(            "source",                        "案件来源", SOURCE),
            code(            "referrer",                      "移送部门", REFERRER),
            code(            "disputeType",                   "纠纷类型", DISPUTE_TYPE),
            column(OPEN_CODE, "disputeSubtype",               "纠纷细类"),
            code(            "basis",                         "调解依据", BASIS),
            code(            "difficulty",                    "难易程度", DIFFICULTY),
            column(INTEGER,  "personsInvolved",               "涉及当事人"),
            column(AMOUNT,   "amountYuan",                    "涉案金额"),
            column(DATE,     "registeredOn",                  "登记日期"),
            column(DATE,     "acceptedOn",                    "受理日期"),
            column(DATE,     "refusedOn",                     "不予受理日期"),
            column(DATE,     "withdrawnOn",                   "撤回日期"),
            column(DATE,     "handedOverOn",                  "移交日期"),
            column(DATE,     "endedByPartyOn",                "当事人要求终止日期"),
            column(DATE,     "terminatedOn",                  "终止日期"),
            column(DATE,     "agreedOn",                      "达成协议日期"),
            column(DATE,     "closedOn",                      "调结日期（协议生效或终止之日）"),
            column(DATE,     "endedOn",                       "结束调解"),
            column(DATE,     "mediationDueOn",                "调解期限"),
            code(            "agreementForm",                 "协议形式", FORM),
            column(AMOUNT,   "agreementAmountYuan",           "协议涉及金额"),
            column(FLAG,     "confirmable",                   "可以申请司法确认"),
            column(DATE,     "confirmationWindowEndsOn",      "三十日申请期限"),
            column(DATE,     "confirmationAppliedOn",         "司法确认申请日期"),
            column(DATE,     "confirmationRuledOn",           "司法确认裁定日期"),
            column(FLAG,     "confirmed",                     "裁定确认有效"),
            column(DATE,     "performedOn",                   "履行完毕日期"),
            column(FLAG,     "guidedToLitigation",            "引导诉讼"),
            column(DATE,     "crimePreventedOn",              "防止民转刑日期"),
            column(INTEGER,  "crimePreventedPersons",         "防止民转刑人数"),
            column(DATE,     "groupPetitionPreventedOn",      "防止群体性上访日期"),
            column(INTEGER,  "groupPetitionPreventedPersons", "防止群体性上访人数"),
            column(DATE,     "suicidePreventedOn",            "防止自杀日期"),
            column(INTEGER,  "suicidePreventedPersons",       "防止自杀人数"),
            column(DATE,     "groupFightPreventedOn",         "防止群体性械斗日期"),
            column(INTEGER,  "groupFightPreventedPersons",    "防止群体性械斗人数"),
            column(DATE,     "archivedOn",                    "归档日期"),
            column(FLAG,     "acceptedElsewhere",             "受理后移交而来"));
    @Produces @Singleton
    static final Table COMMITTEES = table(
            "mediation.committee.v1", "committee_fact", "/mediation/v1/committees/", "人民调解委员会", "调委会所在区划",
            code(            "committeeLevel", "调委会类别", LEVEL).from("level"),
            column(DATE,     "establishedOn",  "设立日期"),
            column(DATE,     "termEndsOn",     "任期届满日期"),
            column(DATE,     "dissolvedOn",    "撤销"));
    @Produces @Singleton
    static final Table MEDIATORS = table(
            "mediation.mediator.v1", "mediator_fact", "/mediation/v1/mediators/", "人民调解员", "所属调委会所在区划",
            column(ID,       "committeeId",    "调委会"),
            code(            "committeeLevel", "调委会类别", LEVEL).from("level"),
            column(FLAG,     "fullTime",       "专职"),
            column(DATE,     "appointedOn",    "任职日期"),
            column(DATE,     "leftOn",         "离任"));
    @Produces @Singleton
    static final Table SCREENINGS = table(
            "mediation.screening.v1", "screening_fact", "/mediation/v1/screenings/", "矛盾纠纷排查", "排查的调委会所在区划",
            column(ID,       "committeeId",    "调委会"),
            code(            "committeeLevel", "调委会类别", LEVEL).from("level"),
            column(DATE,     "screenedOn",     "排查日期"),
            column(INTEGER,  "rounds",         "排查次数"),
            column(INTEGER,  "disputesFound",  "发现纠纷"),
            column(INTEGER,  "prevented",      "预防纠纷"));
    @Produces @Singleton
    static final Table MEETINGS = table(
            "mediation.meeting.v1", "meeting_fact", "/mediation/v1/meetings/", "职能部门例会", "召开例会的区划",
            column(DATE,     "heldOn",         "召开日期"),
            column(INTEGER,  "casesDiscussed", "研究案件"));

    private static final String VILLAGE = "VILLAGE";
    private static final String COMMUNITY = "COMMUNITY";
    private static final String TOWNSHIP = "TOWNSHIP";
    private static final String STREET = "STREET";
    private static final String ENTERPRISE = "ENTERPRISE";
    private static final String SPECIALIZED = "SPECIALIZED";

    private static final Filter AGREED         = is("status", "AGREED");
    private static final Filter NOT_AGREED     = is("status", "NOT_AGREED");
    private static final Filter OUTCOME        = is("status", "AGREED", "NOT_AGREED");
    private static final Filter OWN_INITIATIVE = is("source", "OWN_INITIATIVE");
    private static final Filter ON_APPLICATION = is("source", "ON_APPLICATION");
    private static final Filter REFERRED       = is("source", "REFERRED");
    private static final Filter WRITTEN        = is("agreementForm", "WRITTEN");
    private static final Filter ORAL           = is("agreementForm", "ORAL");
    private static final Filter DIFFICULT      = is("difficulty", "DIFFICULT");
    private static final Filter MAJOR          = is("difficulty", "MAJOR");
    // A matter is accepted once, by the first committee that did (D3), whoever mediates it in the end.
    private static final Filter ACCEPTED_HERE  = new No(CASES.column("acceptedElsewhere"));
    private static final Filter CONFIRMABLE    = new Yes(CASES.column("confirmable"));
    private static final Filter CONFIRMED      = new Yes(CASES.column("confirmed"));
    private static final Filter LITIGATION     = new Yes(CASES.column("guidedToLitigation"));
    private static final Filter FULL_TIME      = new Yes(MEDIATORS.column("fullTime"));
    private static final Filter APPLIED_OR_LAPSED = new Settled(
            CASES.column("confirmationAppliedOn"), CASES.column("confirmationWindowEndsOn"));
    private static final Filter APPLIED_IN_TIME = new InTime(
            CASES.column("confirmationAppliedOn"), CASES.column("confirmationWindowEndsOn"));

    private static final Filter ENTERED_LATE = new InTime(CASES.column("closedOn"), CASES.column("enteredOn"));

    // Closed on: the day the agreement took effect, or of termination (D1).
    private static final Cohort CLOSED     = Cohort.by(CASES, "closedOn", OUTCOME);
    private static final Cohort ACCEPTED   = Cohort.by(CASES, "acceptedOn", ACCEPTED_HERE);
    private static final Cohort OPEN       = Cohort.open(CASES, "acceptedOn", "endedOn");
    private static final Cohort PERFORMED  = Cohort.by(CASES, "performedOn", AGREED);
    private static final Cohort RULED      = Cohort.by(CASES, "confirmationRuledOn");
    private static final Cohort REFUSED    = Cohort.by(CASES, "refusedOn");
    private static final Cohort WITHDRAWN  = Cohort.by(CASES, "withdrawnOn");
    private static final Cohort ENDED      = Cohort.by(CASES, "endedByPartyOn");
    private static final Cohort HANDED     = Cohort.by(CASES, "handedOverOn");
    private static final Cohort CRIME      = Cohort.by(CASES, "crimePreventedOn");
    private static final Cohort PETITION   = Cohort.by(CASES, "groupPetitionPreventedOn");
    private static final Cohort SUICIDE    = Cohort.by(CASES, "suicidePreventedOn");
    private static final Cohort FIGHT      = Cohort.by(CASES, "groupFightPreventedOn");
    private static final Cohort SCREENED   = Cohort.by(SCREENINGS, "screenedOn");
    private static final Cohort HELD       = Cohort.by(MEETINGS, "heldOn");
    private static final Cohort BODIES     = Cohort.inOffice(COMMITTEES, "establishedOn", "dissolvedOn");
    private static final Cohort PEOPLE     = Cohort.inOffice(MEDIATORS, "appointedOn", "leftOn");
    private static final Cohort SUCCEEDED  = mediations(CLOSED).narrowedTo(AGREED);
    private static final Cohort TWO_LEVELS = mediations(CLOSED).at(VILLAGE, COMMUNITY, TOWNSHIP, STREET);
    private static final Cohort WINDOWS    = SUCCEEDED.narrowedTo(WRITTEN).narrowedTo(CONFIRMABLE)
            .narrowedTo(APPLIED_OR_LAPSED);

    static final List<Indicator> INDICATORS = List.of(
            count("M-01",   "调处矛盾纠纷", CASE, "RT 27", mediations(CLOSED))
                    .en("Disputes mediated"),
            count("M-02",   "其中村（居）调委会调处", CASE, "RT 8", mediations(CLOSED).at(VILLAGE, COMMUNITY))
                    .en("of them by village and residents' committees"),
            count("M-03",   "其中乡镇（街道）调委会调处", CASE, "RT 34", mediations(CLOSED).at(TOWNSHIP, STREET))
                    .en("of them by township and street committees"),
            count("M-04",   "调处成功", CASE, "RT 28", SUCCEEDED)
                    .en("Mediated with an agreement"),
            share("M-05",   "调处成功率", "RT 28", mediations(CLOSED), SUCCEEDED)
                    .en("Mediation success rate"),
            share("M-05-VT", "村（居）、乡镇（街道）调委会调处成功率", "RT 28", TWO_LEVELS,
                            TWO_LEVELS.narrowedTo(AGREED))
                    .en("Mediation success rate of village, residents', township and street committees"),
            share("M-05-L", "事后补登率", "P7", mediations(CLOSED), mediations(CLOSED).narrowedTo(ENTERED_LATE))
                    .en("Entered on or after the day of closing"),
            count("M-06",   "职能部门例会", TIME, "GK", HELD)
                    .en("Regular joint meetings"),
            sum("M-07",     "排查次数", TIME, "P7", SCREENED, "rounds")
                    .en("Screening rounds"),
            sum("M-08",     "排查发现纠纷", CASE, "P7", SCREENED, "disputesFound")
                    .en("Disputes found by screening"),
            sum("M-09",     "预防纠纷", CASE, "P7", SCREENED, "prevented")
                    .en("Disputes prevented"),
            count("M-10",   "协议已履行", CASE, "RT 31", mediations(PERFORMED))
                    .en("Agreements performed"),
            count("M-11",   "司法确认", CASE, "MS 206", mediations(RULED).narrowedTo(CONFIRMED))
                    .en("Agreements confirmed by a court"),
            sum("M-12",     "协议涉及金额", YUAN, "RT 28", SUCCEEDED, "agreementAmountYuan")
                    .en("Amount of the agreements"),
            share("M-13",   "三十日内申请司法确认比例", "RT 33", WINDOWS, WINDOWS.narrowedTo(APPLIED_IN_TIME))
                    .en("Joint applications for confirmation within 30 days: information, the parties' choice"),
            count("M-14",   "受理", CASE, "RT 17", mediations(ACCEPTED))
                    .en("Cases accepted"),
            count("M-15",   "调解未成功", CASE, "RT 26", mediations(CLOSED).narrowedTo(NOT_AGREED))
                    .en("Mediated without an agreement"),
            count("M-16",   "期末在调", CASE, "RT 17", mediations(OPEN))
                    .en("Cases in mediation at the end of the period"),
            count("M-17",   "不予受理", CASE, "RT 17", mediations(REFUSED))
                    .en("Cases refused"),
            count("M-17-W", "撤回", CASE, "RT 23", mediations(WITHDRAWN))
                    .en("Cases withdrawn"),
            count("M-17-E", "当事人要求终止", CASE, "RT 23", mediations(ENDED))
                    .en("Cases ended by a party"),
            count("M-17-H", "移交其他调委会", CASE, "GK", mediations(HANDED))
                    .en("Cases handed over to another committee"),
            count("M-18",   "其中企事业、行业性专业性调委会调处", CASE, "RT 34",
                            mediations(CLOSED).at(ENTERPRISE, SPECIALIZED))
                    .en("of them by enterprise and specialised committees"),
            sum("M-19",     "涉及当事人", PERSON, "RT 27", mediations(CLOSED), "personsInvolved")
                    .en("Persons involved"),
            count("M-20",   "防止民转刑", CASE, "RT 25", mediations(CRIME))
                    .en("Escalations to crime prevented"),
            sum("M-20-P",   "防止民转刑涉及人数", PERSON, "RT 25", mediations(CRIME), "crimePreventedPersons")
                    .en("Persons in escalations to crime prevented"),
            count("M-21",   "防止群体性上访", CASE, "RT 25", mediations(PETITION))
                    .en("Group petitions prevented"),
            sum("M-21-P",   "防止群体性上访涉及人数", PERSON, "RT 25", mediations(PETITION),
                            "groupPetitionPreventedPersons")
                    .en("Persons in group petitions prevented"),
            count("M-22",   "防止自杀", CASE, "RT 25", mediations(SUICIDE))
                    .en("Suicides prevented"),
            sum("M-22-P",   "防止自杀涉及人数", PERSON, "RT 25", mediations(SUICIDE), "suicidePreventedPersons")
                    .en("Persons in suicides prevented"),
            count("M-23",   "防止群体性械斗", CASE, "RT 25", mediations(FIGHT))
                    .en("Group fights prevented"),
            sum("M-23-P",   "防止群体性械斗涉及人数", PERSON, "RT 25", mediations(FIGHT),
                            "groupFightPreventedPersons")
                    .en("Persons in group fights prevented"),
            count("M-24",   "人民调解委员会", ITEM, "RT 10", BODIES)
                    .en("People's mediation committees"),
            count("M-25",   "人民调解员", PERSON, "RT 13", PEOPLE)
                    .en("People's mediators"),
            count("M-25-F", "其中专职人民调解员", PERSON, "RT 13", PEOPLE.narrowedTo(FULL_TIME))
                    .en("of them full-time"),
            count("M-26-O", "其中主动调解", CASE, "RT 17", mediations(CLOSED).narrowedTo(OWN_INITIATIVE))
                    .en("of M-01 on the committee's own initiative"),
            count("M-26-A", "其中依申请调解", CASE, "RT 17", mediations(CLOSED).narrowedTo(ON_APPLICATION))
                    .en("of M-01 on application"),
            count("M-26-R", "其中接受委托移送调解", CASE, "GK", mediations(CLOSED).narrowedTo(REFERRED))
                    .en("of M-01 referred"),
            count("M-27-O", "其中口头协议", CASE, "RT 30", SUCCEEDED.narrowedTo(ORAL))
                    .en("of M-04 with an oral agreement"),
            count("M-27-W", "其中书面协议", CASE, "RT 29", SUCCEEDED.narrowedTo(WRITTEN))
                    .en("of M-04 with a written agreement"),
            count("M-28",   "其中疑难复杂案件", CASE, "P10", mediations(CLOSED).narrowedTo(DIFFICULT))
                    .en("of M-01 difficult cases"),
            count("M-28-M", "其中重大案件", CASE, "P10", mediations(CLOSED).narrowedTo(MAJOR))
                    .en("of M-01 major cases"),
            count("M-29",   "引导诉讼", CASE, "RT 26", mediations(CLOSED).narrowedTo(LITIGATION))
                    .en("of M-01 guided to litigation"));
    // @formatter:on

    MediationChapter() {}

    /** Land-contract disputes settled by a village or township as such are not (TD 3, 7, 10). */
    private static Cohort mediations(Cohort cohort) {
        return cohort.narrowedTo(is("basis", "PEOPLES_MEDIATION"));
    }

    private static In is(String column, String... values) {
        return Filter.in(CASES, column, values);
    }
}
