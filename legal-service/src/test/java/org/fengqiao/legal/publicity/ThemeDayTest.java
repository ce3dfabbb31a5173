package org.fengqiao.legal.publicity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fengqiao.legal.RegisterClerk;
import org.fengqiao.testkit.Ledger;
import org.fengqiao.testkit.Platform;
import org.junit.jupiter.api.Test;

/** Theme days are read as offices write them, and asked for where an activity is of one. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ThemeDayTest {

    private static final String HOME = "410423212000";
    private static final String HEAD = "编号,日期,活动主题,活动类型,时间节点,组织单位\n";

    private final Ledger ledger = Ledger.at("/legal", HOME, "publicity-activities");
    private final RegisterClerk office = RegisterClerk.of(HOME);

    @Test
    void aDayIsReadHoweverItIsWritten() {
        List<String> words =
                List.of(
                        "3·8",
                        "3.8",
                        "3月8日",
                        "3-8",
                        "03.08",
                        "3．8",
                        "三八国际妇女节",
                        "三八",
                        "“3.8”妇女节",
                        "妇女节",
                        "3.8 妇女节",
                        "WOMENS_DAY");
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < words.size(); i++) {
            file.append(i + 1)
                    .append(",2024-03-08,维权宣传,主题日,")
                    .append(words.get(i))
                    .append(",司法所\n");
        }
        JsonPath done = ledger.imported(file.toString());
        assertEquals(words.size(), done.getInt("accepted"), done::prettify);
        JsonPath lines = ledger.lines(done, "ACCEPTED");
        IntStream.range(0, words.size())
                .mapToObj(i -> lines.getString("items[" + i + "].recordId"))
                .forEach(
                        it ->
                                office.shown("/publicity-activities/" + it)
                                        .body("record.themeDay", equalTo("WOMENS_DAY")));
        JsonPath again = ledger.imported(office.exported("publicity-activities", 2024));
        assertEquals(again.getInt("total"), again.getInt("unchanged"), again::prettify);
    }

    /** No audience is none, whether nobody said so or a cell was left blank. */
    @Test
    void whatWasEnteredByHandComesBackUnchanged() {
        accepted("[\"CAMPAIGN\"]", "");
        office.roundTrip("publicity-activities", 2024);
    }

    @Test
    void aTextOfBlanksIsNone() {
        office.refused(
                "/publicity-activities",
                body("[\"CAMPAIGN\"]", ",\"place\":\"　\""),
                "BLANK",
                "/place");
    }

    @Test
    void noWordIsOfTwoDays() {
        Map<String, ThemeDay> words = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (ThemeDay day : ThemeDay.values()) {
            Set<String> own = new TreeSet<>(day.label().aliases());
            own.add(day.zh());
            own.stream().filter(it -> words.put(it, day) != null).forEach(twice::add);
        }
        assertTrue(twice.isEmpty(), twice::toString);
    }

    @Test
    void thoseOfTheReportComeFirst() {
        List<MonthDay> first =
                List.of(ThemeDay.values()).subList(0, 4).stream()
                        .map(it -> it.day().orElseThrow())
                        .toList();
        assertEquals(
                List.of(
                        MonthDay.of(3, 8),
                        MonthDay.of(3, 15),
                        MonthDay.of(6, 26),
                        MonthDay.of(12, 4)),
                first);
        assertTrue(ThemeDay.CIVIL_CODE_MONTH.day().isEmpty());
        assertEquals("国家宪法日", ThemeDay.CONSTITUTION_DAY.zh());
    }

    @Test
    void anActivityOfAThemeDaySaysWhichAndALectureWhoSpoke() {
        refused("[\"THEME_DAY\"]", "", "THEME_DAY", "/themeDay");
        refused("[\"LECTURE\"]", "", "SPEAKER", "/speaker");
        refused("[\"CAMPAIGN\",\"SCHOOL_LECTURE\"]", "", "SPEAKER", "/speaker");
        accepted("[\"SCHOOL_LECTURE\"]", ",\"speaker\":\"POLICE_STATION\"");
        accepted("[\"CAMPAIGN\"]", ",\"themeDay\":\"FIRE_SAFETY_DAY\"");
    }

    private void refused(String tags, String more, String code, String pointer) {
        office.post("/publicity-activities", body(tags, more))
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private void accepted(String tags, String more) {
        office.post("/publicity-activities", body(tags, more)).then().statusCode(201);
    }

    private static String body(String tags, String more) {
        return """
               {"division":"%s","heldOn":"2024-11-09","title":"宣传","tags":%s,
                "organisers":["JUSTICE_OFFICE"]%s}"""
                .formatted(HOME, tags, more);
    }
}
