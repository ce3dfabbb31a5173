package org.fengqiao.petition.petitions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A township's ledger of petitions in the making: a row per petition, as an export writes it. */
final class LedgerSheetOfPetitions {

    static final String BLANK = "";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** What every row says; of the person, all that can be said. */
    private static final String COMMON =
            "查询码=Q1234 信访形式=来信 信访渠道=领导信箱 信访日期=2024-03-01 登记日期=2024-03-04 信访目的=求决"
                    + " 办理类别=申诉求决 信访人=张三三 身份证号=999999199001010016 联系电话=13800000001"
                    + " 住址=婆娑街一组 信访人数=1 内容分类=宅基地 问题属地=婆娑街 户籍地=西沟 居住地=410423106000"
                    + " 概况信息=反映边界 诉求=请求丈量 初重件=初件 承办单位=自然资源所";

    private static final String SENT = " 信访来源=转送 转送机关=410400000000 交换日期=2024-03-05 收到日期=2024-03-06";
    private static final String ACCEPTED = " 告知日期=2024-03-08 受理日期=2024-03-11 办理途径=出具信访处理意见书";
    private static final String CONCLUDED =
            ACCEPTED
                    + " 办结日期=2024-04-01 办结方式=信访处理意见书 处理意见=支持 答复收到日期=2024-04-03"
                    + " 信访部门评价=满意 责任单位评价=基本满意 评价日期=2024-04-10 化解日期=2024-04-11";
    private static final String REEXAMINED =
            CONCLUDED + " 申请复查日期=2024-04-15 复查意见日期=2024-05-06 复查结果=维持 复查答复收到日期=2024-05-08";

    /** What a row of that state says besides. */
    private static final Map<String, String> STATES = new LinkedHashMap<>();

    static {
        STATES.put("REGISTERED", " 信访来源=直接提出");
        STATES.put("TRANSFERRED", SENT);
        STATES.put("ASSIGNED", SENT.replace("=转送", "=交办") + " 交办期限=2024-05-31");
        STATES.put("REFUSED", " 告知日期=2024-03-08 不予受理日期=2024-03-11 不予受理理由=涉诉事项，由政法部门处理");
        STATES.put("ACCEPTED", ACCEPTED);
        STATES.put("EXTENDED", ACCEPTED + " 延期天数=20 延期批准日期=2024-05-06 延期告知日期=2024-05-07");
        STATES.put("WITHDRAWN", ACCEPTED + " 撤回日期=2024-03-20");
        STATES.put("CONCLUDED", CONCLUDED);
        STATES.put(
                "PROPOSAL",
                " 信访目的=意见建议 办理类别=建议意见 告知日期=2024-03-08 受理日期=2024-03-11"
                        + " 办结日期=2024-04-01 办结方式=建议意见答复");
        STATES.put("INQUIRY", " 信访目的=咨询 受理日期=2024-03-11 办理途径=履行法定职责 办结日期=2024-04-01 办结方式=依法履行或者答复");
        STATES.put("IN_REEXAMINATION", CONCLUDED + " 申请复查日期=2024-04-15");
        STATES.put("REEXAMINED", REEXAMINED);
        STATES.put("IN_FINAL_REVIEW", REEXAMINED + " 申请复核日期=2024-06-03");
        STATES.put(
                "FINALISED",
                REEXAMINED + " 申请复核日期=2024-06-03 复核意见日期=2024-06-24 复核结果=维持 复核答复收到日期=2024-06-26");
    }

    /** Another cell of each column. */
    private static final String OTHER =
            "查询码=Q9876 信访形式=来访 信访渠道=领导接访 信访来源=交办 转送机关=410423000000 交办期限=2024-06-14"
                    + " 信访日期=2024-02-28 登记日期=2024-03-05 交换日期=2024-03-06 收到日期=2024-03-07 信访目的=意见建议"
                    + " 办理类别=建议意见 信访人=李四四 身份证号=999999198507150038 联系电话=13800000002 住址=西沟二组"
                    + " 信访人数=3 内容分类=土地承包 问题属地=西沟 户籍地=婆娑街 居住地=410423107000 概况信息=反映面积"
                    + " 诉求=请求核实 初重件=重件 承办单位=司法所 告知日期=2024-03-12 受理日期=2024-03-12 办理途径=履行法定职责"
                    + " 不予受理日期=2024-03-13 不予受理理由=复核后以同一事实和理由再次提出 延期天数=10 延期批准日期=2024-04-29"
                    + " 延期告知日期=2024-04-30 办结日期=2024-04-02 办结方式=调解、和解协议 处理意见=不予支持"
                    + " 答复收到日期=2024-04-04 信访部门评价=不满意 责任单位评价=不满意 评价日期=2024-04-12"
                    + " 化解日期=2024-04-13 撤回日期=2024-03-21 申请复查日期=2024-04-16 复查意见日期=2024-05-07"
                    + " 复查结果=变更 复查答复收到日期=2024-05-09 申请复核日期=2024-06-04 复核意见日期=2024-06-25"
                    + " 复核结果=撤销 复核答复收到日期=2024-06-27";

    private final List<Map<String, String>> rows = new ArrayList<>();
    private final String prefix;

    /**
     * @param prefix of the national numbers
     */
    LedgerSheetOfPetitions(String prefix) {
        this.prefix = prefix;
    }

    Set<String> states() {
        return STATES.keySet();
    }

    Map<String, String> cells(String state) {
        return cellsIn(COMMON + STATES.get(state));
    }

    /** For each column: another cell than the row of that state has. */
    Map<String, String> otherCells(String state) {
        Map<String, String> other = cellsIn(OTHER);
        Map<String, String> second = cellsIn("信访来源=转送 信访目的=申诉 办理类别=申诉求决 办理途径=仲裁");
        cells(state)
                .forEach(
                        (column, cell) -> {
                            if (cell.equals(other.get(column))) {
                                other.put(column, second.get(column));
                            }
                        });
        return other;
    }

    /** One more row, of a petition in this state. */
    Map<String, String> add(String state) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("信访件编号", prefix + String.format("%06d", NUMBERS.incrementAndGet()));
        row.putAll(cells(state));
        rows.add(row);
        return row;
    }

    Map<String, String> row(int index) {
        return rows.get(index);
    }

    /** Its line in the file: below the header. */
    static int line(int index) {
        return index + 2;
    }

    /**
     * What a cell says in that row: a blank one what registration makes of it, as the template
     * tells.
     */
    static String meant(Map<String, String> row, String column, String cell) {
        boolean sent = List.of("转送", "交办").contains(row.getOrDefault("信访来源", BLANK));
        if (!cell.equals(BLANK)) {
            return cell;
        }
        return switch (column) {
            case "信访来源" -> "直接提出";
            case "初重件" -> "初件";
            case "转送机关" -> sent ? "410423000000" : BLANK;
            case "交换日期" -> sent ? row.get("登记日期") : BLANK;
            // It follows from purpose, route or conclusion, which the row has.
            case "办理类别" -> row.get("信访目的").equals("意见建议") ? "建议意见" : "申诉求决";
            default -> BLANK;
        };
    }

    /** The columns that a refusal may name for this one: itself, and what goes with it. */
    static List<String> with(String column) {
        String companions =
                switch (column) {
                    // How it came is one statement.
                    case "信访来源" -> "转送机关 交换日期 交办期限";
                    case "转送机关", "交换日期" -> "信访来源";
                    // What kind of matter it is decides how it may be handled and concluded.
                    case "信访目的", "办理类别" -> "办理类别 办理途径 办结方式";
                    case "办理途径" -> "办结方式 延期天数";
                    case "延期天数" -> "延期批准日期";
                    case "受理日期" -> "办理途径";
                    case "办结日期" -> "办结方式";
                    case "复查意见日期" -> "复查结果";
                    case "复核意见日期" -> "复核结果";
                    case "信访部门评价", "责任单位评价" -> "评价日期";
                    default -> "";
                };
        return List.of((column + " " + companions).strip().split(" "));
    }

    String csv() {
        Set<String> titles = new TreeSet<>(cellsIn(OTHER).keySet());
        rows.forEach(row -> titles.addAll(row.keySet()));
        List<String> header = List.copyOf(titles);
        StringBuilder csv = new StringBuilder(String.join(",", header)).append('\n');
        for (Map<String, String> row : rows) {
            csv.append(
                            header.stream()
                                    .map(title -> row.getOrDefault(title, BLANK))
                                    .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    /** The rows of an export that are in this sheet, in its order. */
    List<Map<String, String>> read(String export) {
        List<String> header = cellsOf(export.lines().findFirst().orElseThrow().substring(1));
        Map<String, Map<String, String>> byNumber = new LinkedHashMap<>();
        export.lines()
                .skip(1)
                .map(LedgerSheetOfPetitions::cellsOf)
                .forEach(
                        cells -> {
                            Map<String, String> row = new LinkedHashMap<>();
                            for (int i = 0; i < header.size(); i++) {
                                row.put(header.get(i), cells.get(i));
                            }
                            byNumber.put(row.get("信访件编号"), row);
                        });
        return rows.stream().map(row -> byNumber.get(row.get("信访件编号"))).toList();
    }

    /** The export with no other rows than those of this sheet. */
    String ownLines(String export) {
        Set<String> numbers =
                rows.stream().map(row -> row.get("信访件编号")).collect(Collectors.toSet());
        String header = export.lines().findFirst().orElseThrow();
        return export.lines()
                .filter(line -> line.equals(header) || numbers.contains(cellsOf(line).get(0)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cellsOf(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static Map<String, String> cellsIn(String pairs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String pair : pairs.strip().split(" +")) {
            cells.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return cells;
    }
}
