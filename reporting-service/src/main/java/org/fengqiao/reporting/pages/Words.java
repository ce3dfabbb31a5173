package org.fengqiao.reporting.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.pages.Verdict.Outcome;

/** The words of the pages in Chinese; the English ones stand in {@code messages/msg_en}. */
@MessageBundle
interface Words {

    // @formatter:off
    @Message("枫桥 · 报告统计")                          String suite();
    @Message("跳到正文")                                 String skip();
    @Message("主要页面")                                 String sections();
    @Message("首页")                                     String home();
    @Message("登录单位：")                               String office();
    @Message("指标数据与年度报告，每个数字都可点开，看到背后的记录。") String footer();
    @Message("{#when tab}{#is FIGURES}指标数据{#is REPORTS}年度报告{#is CHECKS}一致性检查{/when}") String tab(Tab tab);

    @Message("选择年度和区划")                           String choose();
    @Message("年度")                                     String year();
    @Message("区划")                                     String division();
    @Message("查看")                                     String show();

    @Message("{year}年")                                 String ofYear(String year);
    @Message("法治政府建设报告与指标")                   String indexTitle();
    @Message("各年度")                                   String years();
    @Message("法治政府建设指标数据")                     String figuresTitle();
    @Message("本页内容")                                 String onThisPage();
    @Message("报告用数")                                 String reportFigures();
    @Message("其他指标")                                 String otherFigures();
    @Message("指标")                                     String indicator();
    @Message("数值")                                     String value();
    @Message("与上年比")                                 String change();
    @Message("上年")                                     String before();
    @Message("数据表")                                   String dataTable();
    @Message("分组")                                     String row();
    @Message("您的权限只看数字，不看这一部分背后的记录。") String onlyNumbers();

    @Message("{#when status}{#is OK}{#is NIL_REPORTED}零报告{#is NOT_REPORTED}未报告{#is NO_DENOMINATOR}没有基数{#is PARTIAL}数据不全{/when}")
    String status(Status status);
    @Message("{#when status}{#is OK}{#is NIL_REPORTED}各月均已确认为零{#is NOT_REPORTED}没有记录，也没有确认为零{#is NO_DENOMINATOR}本期没有应计的记录{#is PARTIAL}有一段时间没有收到业务系统的数据{/when}")
    String why(Status status);
    @Message("{whole} 中的 {part}")                      String share(String part, String whole);
    @Message("未到期 {number}")                          String notYetDue(String number);
    @Message("没有期限 {number}")                        String noLimit(String number);
    @Message("比上年多 {amount}{#if points}个百分点{/if}") String more(String amount, boolean points);
    @Message("比上年少 {amount}{#if points}个百分点{/if}") String less(String amount, boolean points);
    @Message("与上年持平")                               String same();
    @Message("上年没有可比的数")                         String incomparable();
    @Message("上年 {number}")                            String lastYear(String number);

    @Message("一致性检查")                               String checksTitle();
    @Message("检查 {blocking} 项须改正")                      String toMend(long blocking);
    @Message("检查 {look} 项请留意")                          String toLookAt(long look);
    @Message("{all} 项检查没有发现问题。")               String allWell(long all);
    @Message("逐条查看")                                 String allChecks();
    @Message("没有报告的不检查；须改正的排在最前，未解决前报告不能公布。") String checksNote();
    @Message("{#when outcome}{#is FAILED}不通过（须改正）{#is LOOK}请留意{#is INCOMPLETE}数据不全，无法判断{#is NOTHING_REPORTED}未检查{#is PASSED}通过{/when}")
    String outcome(Outcome outcome);

    @Message("{year}年法治政府建设报告")                 String reportTitle(String year);
    @Message("正文以中文为准。")                         String chineseText();
    @Message("文中带链接的数字都可点开，看到背后的每一条记录。") String linkedNumbers();
    @Message("查看背后的记录")                           String openRecords();

    @Message("背后的记录")                               String receiptTitle();
    @Message("{#when part}{#is NUMERATOR}分子{#is DENOMINATOR}分母{#is NOT_YET_DUE}未到期{#is NO_LIMIT}没有期限{/when}") String part(Part part);
    @Message("比率的清单")                               String parts();
    @Message("期间")                                     String period();
    @Message("记录数")                                   String recordCount();
    @Message("口径")                                     String cohort();
    @Message("摘要（SHA-256）")                          String digest();
    @Message("记录")                                     String record();
    @Message("版本")                                     String version();
    @Message("计入")                                     String contribution();
    @Message("同一件")                                   String countedOnce();
    @Message("没有记录。")                               String noRecords();
    @Message("下一页")                                   String nextPage();

    @Message("项目")                                     String field();
    @Message("以上为统计所依据的字段，不含个人信息。原记录在业务系统：") String recordNote();

    @Message("不能打开这一页")                           String refusedTitle();
    // @formatter:on
}
