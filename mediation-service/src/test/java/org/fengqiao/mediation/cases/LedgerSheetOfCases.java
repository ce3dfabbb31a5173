package org.fengqiao.mediation.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fengqiao.mediation.Office;

/** A township's ledger of cases in the making: one row per case, written as an export writes it. */
final class LedgerSheetOfCases {

    static final String BLANK = "";

    private static final String COURT = " 司法确认申请日期 司法确认裁定日期 司法确认结果";
    private static final String AGREEMENT = " 协议形式 协议金额 是否确权 履行日期" + COURT;
    private static final String PREVENTION = " 防止情形 防止日期 防止人数";

    /**
     * The columns of which another cell, alone, is refused, by the state of the case: what needs
     * another cell beside it, what does not fit that state, the committee, and an outcome.
     */
    static final Map<String, Set<String>> LASTING =
            Map.of(
                    "REGISTERED",
                    lasting("调解日期 调解结果 结案日期 不受理理由 告知途径" + AGREEMENT + PREVENTION),
                    "ACCEPTED",
                    lasting("调解结果 结案日期 不受理理由 告知途径" + AGREEMENT + PREVENTION),
                    "IN_MEDIATION",
                    lasting("调解结果 结案日期 不受理理由 告知途径" + AGREEMENT + PREVENTION),
                    // A court was asked to confirm this agreement: it stays confirmable.
                    "AGREED",
                    lasting("调解结果 不受理理由 告知途径 协议形式 是否确权"),
                    "AGREED_WITHOUT_COURT",
                    lasting("调解结果 不受理理由 告知途径 司法确认裁定日期 司法确认结果" + PREVENTION),
                    "NOT_AGREED",
                    lasting("调解结果 不受理理由" + AGREEMENT),
                    "ENDED_BY_PARTY",
                    lasting("调解结果 不受理理由" + AGREEMENT + PREVENTION),
                    "WITHDRAWN",
                    lasting("调解日期 调解结果 不受理理由 告知途径" + AGREEMENT + PREVENTION),
                    "REFUSED",
                    lasting("受理日期 调解日期 调解结果 告知途径" + AGREEMENT + PREVENTION));

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final List<String> STATES =
            List.of(
                    "REGISTERED",
                    "ACCEPTED",
                    "IN_MEDIATION",
                    "AGREED",
                    "AGREED_WITHOUT_COURT",
                    "NOT_AGREED",
                    "ENDED_BY_PARTY",
                    "WITHDRAWN",
                    "REFUSED");

    private final String committee;
    private final String otherCommittee;
    private final String committeePath;
    private final String villageCode;
    private final List<Map<String, String>> rows = new ArrayList<>();

    private LedgerSheetOfCases(
            String committee, String otherCommittee, String committeePath, String villageCode) {
        this.committee = committee;
        this.otherCommittee = otherCommittee;
        this.committeePath = committeePath;
        this.villageCode = villageCode;
    }

    /** Two committees of one village, the first with two mediators. */
    static LedgerSheetOfCases ofNewCommittees(Office office, String township) {
        String village = township.substring(0, 9) + "201";
        String path = office.committee(village, "VILLAGE");
        String other = office.committee(village, "VILLAGE");
        for (String name : List.of("王调解", "赵调解")) {
            office.created(
                    "/mediators",
                    """
                    {"committeeId":"%s","name":"%s","sex":"MALE","role":"MEMBER",
                     "fullTime":false,"appointedOn":"2021-03-01"}"""
                            .formatted(Office.id(path), name));
        }
        return new LedgerSheetOfCases(
                office.read(path).getString("name"),
                office.read(other).getString("name"),
                path,
                village);
    }

    String committeePath() {
        return committeePath;
    }

    String villageCode() {
        return villageCode;
    }

    List<String> states() {
        return STATES;
    }

    /** One more row, of a case in this state. */
    Map<String, String> add(String state) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("编号", "〔2024〕" + NUMBERS.incrementAndGet() + "号");
        row.putAll(cells(state));
        rows.add(row);
        return row;
    }

    Map<String, String> row(int index) {
        return rows.get(index);
    }

    /** Its line in the file: below the header. */
    int line(int index) {
        return index + 2;
    }

    /** What a row of that state says. */
    Map<String, String> cells(String state) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("调委会", committee);
        put(
                cells,
                "案件来源=委托移送 移送单位=公安机关 纠纷类型=邻里 发生地=霍庄 简要案情=院墙滴水 登记日期=2024-03-01"
                        + " 调解员=王调解 当事人甲=张三三 甲性别=男 甲身份证号=999999199001010016"
                        + " 当事人乙=李四四 乙性别=女 乙身份证号=999999199001010024 涉及人数=2"
                        + " 涉案金额=800.00 难易程度=疑难 参与法律顾问=01927b11-7d0e-7c11-8a11-5f6b4b6f0001");
        switch (state) {
            case "REGISTERED" -> {}
            case "ACCEPTED" -> put(cells, "受理日期=2024-03-02");
            case "IN_MEDIATION" -> put(cells, "受理日期=2024-03-02 调解日期=2024-03-05");
            case "AGREED" ->
                    put(
                            cells,
                            "受理日期=2024-03-02 调解日期=2024-03-05 调解结果=调解成功 结案日期=2024-03-20"
                                    + " 协议形式=书面 协议金额=500.00 是否确权=无 履行日期=2024-04-01"
                                    + " 司法确认申请日期=2024-04-02 司法确认裁定日期=2024-04-10"
                                    + " 司法确认结果=确认 防止情形=民转刑 防止日期=2024-03-06 防止人数=3");
            case "AGREED_WITHOUT_COURT" ->
                    put(
                            cells,
                            "受理日期=2024-03-02 调解日期=2024-03-05 调解结果=调解成功 结案日期=2024-03-20"
                                    + " 协议形式=书面 协议金额=500.00 是否确权=无 履行日期=2024-04-01");
            case "NOT_AGREED" ->
                    put(
                            cells,
                            "受理日期=2024-03-02 调解日期=2024-03-05 调解结果=调解不成 结案日期=2024-03-20"
                                    + " 告知途径=诉讼 防止情形=民转刑 防止日期=2024-03-06 防止人数=3");
            case "ENDED_BY_PARTY" ->
                    put(
                            cells,
                            "受理日期=2024-03-02 调解日期=2024-03-05 调解结果=当事人终止 结案日期=2024-03-20"
                                    + " 告知途径=诉讼");
            case "WITHDRAWN" -> put(cells, "受理日期=2024-03-02 调解结果=撤回 结案日期=2024-03-04");
            case "REFUSED" -> put(cells, "调解结果=不予受理 结案日期=2024-03-04 不受理理由=当事人明确拒绝调解");
            default -> throw new IllegalArgumentException(state);
        }
        return cells;
    }

    /** The columns that a blank cell does not empty: all filled ones but these. */
    Set<String> lastingBlanks(String state) {
        Set<String> filled = new TreeSet<>(cells(state).keySet());
        // No counsel is a statement, no place is the committee's, and a party is given as a whole.
        filled.removeAll(Set.of("参与法律顾问", "发生地", "甲性别", "甲身份证号", "乙性别", "乙身份证号"));
        return filled;
    }

    private static Set<String> lasting(String columns) {
        // The source hangs on its referrer.
        return new TreeSet<>(List.of(("调委会 案件来源 " + columns).split(" +")));
    }

    /** For each column but the number: another cell than the row of that state has. */
    Map<String, String> otherCells(String state) {
        Map<String, String> other = new LinkedHashMap<>();
        other.put("调委会", otherCommittee);
        put(
                other,
                "案件来源=主动调解 移送单位=法院 纠纷类型=损害赔偿 发生地=尧山 简要案情=院墙倒塌 登记日期=2024-02-28"
                        + " 受理日期=2024-03-03 调解日期=2024-03-06 调解员=赵调解 当事人甲=张三 甲性别=女"
                        + " 甲身份证号=999999198507150038 当事人乙=李四 乙性别=男 乙身份证号=999999198507150038"
                        + " 涉及人数=5 涉案金额=900.00 难易程度=重大 调解结果=调解不成 结案日期=2024-03-21"
                        + " 不受理理由=不属于民间纠纷 告知途径=仲裁 协议形式=口头 协议金额=600.00 是否确权=适用其他特别程序"
                        + " 履行日期=2024-04-03 司法确认申请日期=2024-04-04 司法确认裁定日期=2024-04-11"
                        + " 司法确认结果=驳回 防止情形=自杀 防止日期=2024-03-07 防止人数=4 参与法律顾问=01927b11-7d0e-7c11-8a11-5f6b4b6f0002");
        if (cells(state).containsValue("调解不成")) {
            other.put("调解结果", "调解成功");
        }
        return other;
    }

    /** The column that a refusal may name in place of this one: what goes with it. */
    String companion(String column) {
        return switch (column) {
            case "案件来源" -> "移送单位";
            case "调解结果" -> "结案日期";
            case "防止情形" -> "防止日期";
            default -> column;
        };
    }

    /** What a cell says: no place is the committee's. */
    String meant(String column, String cell) {
        return column.equals("发生地") && cell.equals(BLANK) ? "尧山" : cell;
    }

    String csv() {
        Set<String> titles = new TreeSet<>();
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
                .map(LedgerSheetOfCases::cellsOf)
                .forEach(
                        cells -> {
                            Map<String, String> row = new LinkedHashMap<>();
                            for (int i = 0; i < header.size(); i++) {
                                row.put(header.get(i), cells.get(i));
                            }
                            byNumber.put(row.get("调委会") + serial(row), row);
                        });
        return rows.stream().map(row -> byNumber.get(committee + serial(row))).toList();
    }

    private static String serial(Map<String, String> row) {
        return row.get("编号").replaceAll("〔[0-9]+〕|号", "");
    }

    /** The export without other committees' rows. */
    String ownLines(String export) {
        String header = export.lines().findFirst().orElseThrow();
        return export.lines()
                .filter(line -> line.equals(header) || line.contains(committee))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cellsOf(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private static void put(Map<String, String> cells, String pairs) {
        for (String pair : pairs.split(" ")) {
            cells.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }
}
