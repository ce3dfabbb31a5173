package org.fengqiao.reporting;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A register in which boundaries changed. */
public final class ChangedRegister implements QuarkusTestProfile {

    static final String COUNTY = "410497000000";
    static final String TOWNSHIP = "410497101000";
    static final String OTHER = "410497102000";
    static final String ENDED = "410497109000";

    private static final List<String> CHANGES =
            List.of(
                    "410487000000,邻县",
                    "410487101000,邻镇",
                    "410487101201,迁入村民委员会,,2024-07-01",
                    "410497000000,变县",
                    "410497101000,甲镇",
                    "410497101201,并村民委员会,410497101202,,2024-06-30",
                    "410497101202,存村民委员会",
                    "410497101203,移村民委员会,410497102210,,2024-06-30",
                    "410497101204,分村民委员会,410497101205 410497101206,,2024-06-30",
                    "410497101205,分东村民委员会,,2024-07-01",
                    "410497101206,分西村民委员会,,2024-07-01",
                    "410497101207,裂村民委员会,410497101205;410497102210,,2024-06-30",
                    "410497101208,出村民委员会,410487101201,,2024-06-30",
                    "410497102000,乙镇",
                    "410497102210,移村民委员会,,2024-07-01",
                    "410497109000,丙乡,410497101000,,2024-06-30",
                    "410497109201,归村民委员会,410497101202,,2024-06-30",
                    "410497109202,随村民委员会,,,2024-06-30",
                    // Not before its day.
                    "410497102201,将村民委员会,410497102210,,2999-12-31");

    /** A village of the county, by its last six digits. */
    static String village(int number) {
        return COUNTY.substring(0, 6) + number;
    }

    /** The two counties of a test with random changes. */
    static List<String> counties(int number) {
        return List.of(
                "4104%d000000".formatted(70 + number), "4104%d000000".formatted(60 + number));
    }

    static RandomRegister random(int number) {
        List<String> counties = counties(number);
        return new RandomRegister(counties.get(0), counties.get(1), number);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        List<String> lines = new ArrayList<>(List.of("code,name,successor,validFrom,validTo"));
        lines.addAll(CHANGES);
        for (int number = 1; number < 3; number++) {
            lines.addAll(random(number).lines());
        }
        try {
            Path file = Files.createTempFile("divisions", ".csv");
            file.toFile().deleteOnExit();
            Files.write(file, lines);
            return Map.of("fengqiao.divisions.file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
