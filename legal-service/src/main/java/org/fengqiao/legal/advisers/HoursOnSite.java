package org.fengqiao.legal.advisers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Division;

/** The hours of counsel in each village and month of a year, against what is asked for. */
@Schema(name = "HoursOnSite")
record HoursOnSite(
        @Schema(title = "年度 The year") int year,
        @Schema(title = "每月应到村服务时长（设定） Hours asked for a month, a setting")
                BigDecimal hoursPerMonth,
        @Schema(title = "各村（居） The villages, by their codes") List<Place> places) {

    private static final BigDecimal NONE = new BigDecimal("0.0");

    /** A village and the months of the year that have begun. */
    @Schema(name = "VillageHours")
    record Place(
            String division,
            @Schema(title = "村（居）名 Name of the village") String name,
            @Schema(title = "已开始的各月 The months that have begun") List<OfMonth> months) {}

    /** A month of a village. */
    @Schema(name = "MonthHours")
    record OfMonth(
            @Schema(title = "月份 The month, 1 to 12") int month,
            @Schema(title = "现场时长（小时） Hours on site") BigDecimal hours,
            @Schema(title = "走访次数 Visits") int visits,
            @Schema(title = "其中未记时长的 Visits of which no hours are recorded") int visitsWithoutHours,
            @Schema(title = "是否不足；未结束的月份不算 Whether it falls short; a month not over never does")
                    boolean fallsShort) {}

    /** Of a year that has begun. */
    static HoursOnSite of(
            int year,
            BigDecimal hoursPerMonth,
            List<Division> villages,
            Map<SiteHours.Month, SiteHours.Visits> visits,
            LocalDate today) {
        int begun = year < today.getYear() ? 12 : today.getMonthValue();
        List<YearMonth> months =
                IntStream.rangeClosed(1, begun).mapToObj(it -> YearMonth.of(year, it)).toList();
        List<Place> places = new ArrayList<>();
        for (Division village : villages) {
            String code = village.code().value();
            List<OfMonth> ofMonths =
                    months.stream()
                            .map(it -> month(it, visits(code, it, visits), hoursPerMonth, today))
                            .toList();
            places.add(new Place(code, village.name(), ofMonths));
        }
        return new HoursOnSite(year, hoursPerMonth, places);
    }

    private static SiteHours.Visits visits(
            String village, YearMonth month, Map<SiteHours.Month, SiteHours.Visits> visits) {
        return visits.getOrDefault(
                new SiteHours.Month(village, month.getMonthValue()),
                new SiteHours.Visits(0, 0, NONE));
    }

    private static OfMonth month(
            YearMonth month, SiteHours.Visits visits, BigDecimal wanted, LocalDate today) {
        boolean over = month.isBefore(YearMonth.from(today));
        return new OfMonth(
                month.getMonthValue(),
                visits.hours(),
                visits.number(),
                visits.unmeasured(),
                over && visits.hours().compareTo(wanted) < 0);
    }
}
