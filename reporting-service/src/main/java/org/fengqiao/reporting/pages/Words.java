package org.fengqiao.reporting.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;
import org.fengqiao.reporting.documents.Format;
import org.fengqiao.reporting.figures.Differences.Change;
import org.fengqiao.reporting.figures.Figure.Status;
import org.fengqiao.reporting.indicators.Indicator.Part;
import org.fengqiao.reporting.pages.Frame.Tab;
import org.fengqiao.reporting.pages.Verdict.Outcome;
import org.fengqiao.reporting.reports.ReportStep;
import org.fengqiao.reporting.sets.SetStep;

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
    @Message("{#when tab}{#is FIGURES}指标数据{#is REPORTS}年度报告{#is CHECKS}一致性检查{#is DESK}报告进度{/when}") String tab(Tab tab);

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
    @Message("{#when outcome}{#is FAILED}不通过（须改正）{#is EXPLAINED}已说明{#is LOOK}请留意{#is INCOMPLETE}数据不全，无法判断{#is NOTHING_REPORTED}未检查{#is PASSED}通过{/when}")
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

    @Message("起草")                                     String begin();
    @Message("还没有本年度的报告。起草时用上一年的文本，没有时用系统的文本；数字由系统填入。") String beginNote();
    @Message("{day}前（含当日）")                        String dueBy(LocalDate day);
    @Message("退回原因：")                               String returnedBecause();
    @Message("公开后有变化的数")                         String causesTitle();
    @Message("现在可以办理")                             String stepsTitle();
    @Message("修改文本")                                 String edit();
    @Message("您起草过本报告，须由另一人签发。")         String draftedNoSign();
    @Message("现在没有您要办理的。")                     String nothingToDo();
    @Message("已公开的版本")                             String editionsTitle();
    @Message("任何人都可打开的页面")                     String publicAddress();
    @Message("报告文本")                                 String textTitle();
    @Message("没有办成：")                               String notTaken();
    @Message("{#when step}{#is BEGIN}起草{#is EDIT}修改{#is CHECK}核对，提请签发{#is RETURN}退回修改{#is SIGN}签发{#is SUBMIT}报送{#is REVIEW}保密审查{#is PUBLISH}公开{#is REVISE}启动修订{#is PUBLISH_REVISION}公开修订版{#is ABANDON}撤销修订{#is ABANDON_AGAIN}撤销修订{/when}")
    String step(ReportStep step);
    @Message("{#when step}{#is BEGIN}{#is EDIT}{#is CHECK}核对后文本不再改动，由另一人签发。{#is RETURN}退回后可以再改，须重新核对、签发。{#is SIGN}签发时固定文中全部数字及其背后的记录。{#is SUBMIT}报送上级，3月1日前。{#is REVIEW}公开前确认没有不宜公开的内容。{#is PUBLISH}公开后不再改动，任何人可以阅读，4月1日前。{#is REVISE}已公开的版本保留，修订版另行签发、公开，印有修订理由。{#is PUBLISH_REVISION}{#is ABANDON}已公开的版本和文本不变，修订中改动的文本不再保留。{#is ABANDON_AGAIN}{/when}")
    String stepNote(ReportStep step);
    @Message("未通过的检查")                             String checkBlocks();
    @Message("仍要签发的理由（附在报告后）")             String signAllTheSame();
    @Message("小数字：")                                 String smallNumber();
    @Message("可以公开")                                 String confirmNumber();
    @Message("不公开")                                   String suppressNumber();
    @Message("其他数字：勾选不公开的")                   String otherNumbers();
    @Message("理由")                                     String reason();
    @Message("日期")                                     String on();

    @Message("修改{year}年报告文本")                     String editTitle(String year);
    @Message("回到报告")                                 String backToReport();
    @Message("粘贴的文本中请核对：")                     String questionsTitle();
    @Message("尚未保存。")                               String unsaved();
    @Message("保存")                                     String save();
    @Message("怎样引用数字")                             String syntaxTitle();
    @Message("数字不直接填写，写指标代码，由系统填入。") String syntaxNote();
    @Message("本年的数")                                 String syntaxPlain();
    @Message("约数，如“20余”")                           String syntaxApproximate();
    @Message("保留一位小数")                             String syntaxDecimals();
    @Message("以万元计")                                 String syntaxMoney();
    @Message("比率连同分子、分母")                       String syntaxParts();
    @Message("没有记录可查的数，须写明理由")             String syntaxDeclared();
    @Message("报告年度")                                 String syntaxYear();
    @Message("可引用的指标")                             String syntaxFigures();
    @Message("现在的数")                                 String valueNow();
    @Message("签发说明：")                               String signedOver();
    @Message("本年度结束后，{day}起方可签发。")          String signableFrom(LocalDate day);
    @Message("结转的问题和本年安排")                     String carryOverTitle();
    @Message("年末未解决的问题")                         String openProblems();
    @Message("本年安排")                                 String plannedItems();
    @Message("没有。")                                   String noneCarried();
    @Message("查看记录")                                 String toRecord();
    @Message("报告标题")                                 String titleOfReport();
    @Message("开头（可不写）")                           String openingOfReport();
    @Message("标题（不写序号）")                         String sectionTitle();
    @Message("第{number}段")                             String partNumber(int number);
    @Message("小标题（可不写）")                         String partHeading();
    @Message("正文，每段一行")                           String partText();
    @Message("上移")                                     String up();
    @Message("本部分上移")                               String sectionUp();
    @Message("删去")                                     String remove();
    @Message("增加一段")                                 String add();
    @Message("他人已保存的文本")                         String nowTitle();
    @Message("您写的在上面的表单里，没有丢失。请比较；再次保存将以您的为准。") String nowNote();
    @Message("从Word粘贴")                               String pasteTitle();
    @Message("粘贴整篇报告。系统认出章节和数字，不能确定的逐一列出；保存前什么都不改变。") String pasteNote();
    @Message("原文是哪一年的")                           String pasteYear();
    @Message("按标题或文中年份识别")                     String pasteYearOfText();
    @Message("报告全文")                                 String pasteText();
    @Message("识别")                                     String pasteRead();

    @Message("年度报告和数据报送进度")                   String deskTitle();
    @Message("本级及下一级各单位，按区划代码排列。")     String deskNote();
    @Message("尚未起草")                                 String notBegun();

    @Message("数据报送")                                 String setsTitle();
    @Message("各乡镇按区划代码排列，不排名次。打开一格，看那一期的数据，办理报送或审核。") String setsNote();
    @Message("单位")                                     String unit();
    @Message("{day}前（含当日）报送")                    String setDue(LocalDate day);
    @Message("并列比较")                                 String compare();
    @Message("逾期{days}天，未报")                       String setMissing(long days);
    @Message("迟报{days}天")                             String setLate(long days);
    @Message("{day}首次报送")                            String firstSubmitted(LocalDate day);
    @Message("期末当日（{day}）起方可报送。")            String opensOn(LocalDate day);
    @Message("现在报送的将是这些数")                     String figuresNow();
    @Message("已报送的数")                               String figuresSubmitted();
    @Message("与上次报送不同的数及其原因")               String setCauses();
    @Message("报送之后的变化")                           String setChanges();
    @Message("没有变化。")                               String noChanges();
    @Message("{count}条记录")                            String records(long count);
    @Message("{#when change}{#is ADDED}新增{#is REMOVED}减去{#is CHANGED}变更{/when}") String moved(Change change);
    @Message("计入日期{day}")                            String countedOn(LocalDate day);
    @Message("录入日期{day}")                            String enteredOn(LocalDate day);
    @Message("办理经过")                                 String setHistory();
    @Message("{#when step}{#is OPEN_SET}开放填报{#is SUBMIT}报送{#is RETURN}退回{#is ACCEPT}审核锁定{#is REOPEN}解锁{/when}") String setStep(SetStep step);
    @Message("{#when step}{#is OPEN_SET}{#is SUBMIT}报送时固定全部数字及其背后的记录。{#is RETURN}退回后由乡镇改正，再次报送。{#is ACCEPT}审核后锁定，计入全县汇总。{#is REOPEN}解锁后不计入全县汇总，由乡镇再次报送。{/when}") String setStepNote(SetStep step);
    @Message("为零而无人确认的指标：确属零的，勾选作零报告") String nilReturns();
    @Message("说明（可不写）")                           String remark();
    @Message("全县汇总")                                 String countyTotal();
    @Message("状态")                                     String state();
    @Message("下载（xlsx）")                             String download();
    @Message("各乡镇数据并列")                           String comparisonTitle();

    @Message("已公开的报告")                             String publicTitle();
    @Message("还没有公开的报告。")                       String nothingPublished();
    @Message("{day}公开")                                String publishedOn(LocalDate day);
    @Message("第{number}版")                             String editionNumber(int number);
    @Message("{#when format}{#is HTML}在线阅读{#is DOCX}Word（docx）{#is PDF}PDF{#is XLSX}数据表（xlsx）{#is JSON}带封印的内容（json）{/when}") String file(Format format);
    @Message("封印（SHA-256）")                          String seal();
    @Message("现行")                                     String inForce();
    @Message("已被后来的版本取代")                       String superseded();
    @Message("修订版，{day}公开")                        String revisedOn(LocalDate day);
    @Message("下载后可离线核验，不需要网络和账户：")     String verifyCommand();
    @Message("怎样核验")                                 String verifyTitle();
    @Message("取json文件中的edition，按RFC 8785写成规范形式，对其UTF-8字节计算SHA-256，应与封印一致；其他文件的SHA-256列在同一文件中。") String verifyNote();

    @Message("退出")                                     String signOut();
    @Message("您可以打开本单位及其所辖区划的页面：")     String mayOpen();
    @Message("不能打开这一页")                           String refusedTitle();
    // @formatter:on
}
