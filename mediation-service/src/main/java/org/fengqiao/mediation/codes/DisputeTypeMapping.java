package org.fengqiao.mediation.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;

/**
 * A class of another list, and the dispute type it becomes here; a row of {@code
 * dispute-type-mapping.csv}.
 *
 * @param name the class without the ending 纠纷
 * @param lossy whether the class is wider than the type: the type alone does not give it back
 * @param remarkZh what is lost; {@code null} where nothing is
 */
public record DisputeTypeMapping(
        Source source,
        String name,
        DisputeType disputeType,
        boolean lossy,
        String remarkZh,
        String remarkEn) {

    /** The lists that can be mapped. */
    @Schema(name = "DisputeTypeMappingSource")
    public enum Source implements Labelled {
        CIVIL_17("十七类纠纷", "The seventeen classes of governance platforms"),
        OLDER("旧人民调解统计表", "The older statistics form of people's mediation"),
        PETITION_2023("信访内容分类（2023）", "Content classes of petitions, 2023"),
        PETITION_OLDER("信访内容分类（旧）", "Content classes of petitions before 2023");

        Source(String zh, String en) {
            called(zh, en);
        }
    }

    private static final String FILE = "/dispute-type-mapping.csv";
    private static final List<DisputeTypeMapping> ALL = bundled();

    /** All rows, list by list. */
    public static List<DisputeTypeMapping> all() {
        return ALL;
    }

    private static List<DisputeTypeMapping> bundled() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                DisputeTypeMapping.class.getResourceAsStream(FILE),
                                StandardCharsets.UTF_8))) {
            return read(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rows {@code source,name,type,lossy,remarkZh,remarkEn} below a header; {@code #} starts a
     * remark.
     *
     * @throws IllegalArgumentException where a row has other columns, or names no list or no type
     */
    static List<DisputeTypeMapping> read(Stream<String> lines) {
        return lines.filter(it -> !it.startsWith("#"))
                .skip(1)
                .map(DisputeTypeMapping::row)
                .toList();
    }

    private static DisputeTypeMapping row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 6 || !cells[3].matches("true|false")) {
            throw new IllegalArgumentException("Not a row of the mapping: " + line);
        }
        return new DisputeTypeMapping(
                Source.valueOf(cells[0]),
                cells[1],
                DisputeType.ofCode(cells[2])
                        .orElseThrow(() -> new IllegalArgumentException("No such type: " + line)),
                Boolean.parseBoolean(cells[3]),
                cells[4].isEmpty() ? null : cells[4],
                cells[5].isEmpty() ? null : cells[5]);
    }
}
