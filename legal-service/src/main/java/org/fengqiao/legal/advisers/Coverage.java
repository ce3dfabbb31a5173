package org.fengqiao.legal.advisers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.divisions.Division;

/** Which villages have counsel on a day (G-06). */
@Schema(name = "Coverage")
record Coverage(
        @Schema(title = "查询日 The day asked for") LocalDate on,
        @Schema(title = "村（居）数 Villages") int villages,
        @Schema(title = "有法律顾问的村（居）数 Villages with counsel") int covered,
        @Schema(title = "覆盖率 Share of villages with counsel") Share share,
        @Schema(title = "各村（居） The villages, by their codes") List<Place> places) {

    /** A village and its counsel. */
    @Schema(name = "VillageCoverage")
    record Place(
            String division,
            @Schema(title = "村（居）名 Name of the village") String name,
            @Schema(title = "当日是否有法律顾问 Whether it has counsel on the day") boolean covered,
            @Schema(title = "法律顾问编号 Ids of its counsel") List<UUID> adviserIds) {}

    /** A share with what it is made of. */
    @Schema(name = "CoverageShare")
    record Share(
            @Schema(title = "分子 Numerator") int numerator,
            @Schema(title = "分母 Denominator") int denominator,
            @Schema(title = "百分比，一位小数；分母为零则没有 In %, one decimal; absent without a denominator")
                    BigDecimal percent) {

        private static final BigDecimal ALL = new BigDecimal("100.0");
        private static final BigDecimal ALMOST_ALL = new BigDecimal("99.9");

        /** Less than all never reads as 100 %. */
        static Share of(int numerator, int denominator) {
            if (denominator == 0) {
                return new Share(numerator, denominator, null);
            }
            BigDecimal percent =
                    BigDecimal.valueOf(numerator * 100L)
                            .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP);
            boolean rounded = numerator < denominator && percent.equals(ALL);
            return new Share(numerator, denominator, rounded ? ALMOST_ALL : percent);
        }
    }

    /**
     * @param counsel ids of advisers by the code of their village
     */
    static Coverage of(LocalDate on, List<Division> villages, Map<String, List<UUID>> counsel) {
        List<Place> places =
                villages.stream()
                        .map(it -> place(it, counsel.getOrDefault(it.code().value(), List.of())))
                        .toList();
        int covered = (int) places.stream().filter(Place::covered).count();
        Share share = Share.of(covered, places.size());
        return new Coverage(on, places.size(), covered, share, places);
    }

    private static Place place(Division village, List<UUID> advisers) {
        return new Place(village.code().value(), village.name(), !advisers.isEmpty(), advisers);
    }
}
