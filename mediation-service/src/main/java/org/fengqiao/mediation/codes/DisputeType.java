package org.fengqiao.mediation.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Labelled;

/**
 * The eighteen types of dispute. The numbers are the suite's own until the ministry's standard SF/T
 * 0018-2019 has been read; older lists are mapped by {@link DisputeTypeMapping}.
 */
@Schema(
        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
        enumeration = {
            "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14",
            "15", "16", "17", "99"
        })
public enum DisputeType implements Labelled {
    MARRIAGE_FAMILY("01", "婚姻家庭", "Marriage and family"),
    NEIGHBOURHOOD("02", "邻里", "Neighbourhood"),
    HOUSE_HOMESTEAD("03", "房屋宅基地", "House and homestead"),
    CONTRACT("04", "合同", "Contract"),
    PRODUCTION_BUSINESS("05", "生产经营", "Production and business"),
    DAMAGES("06", "损害赔偿", "Damages"),
    FOREST_LAND("07", "山林土地", "Forest and land"),
    EXPROPRIATION("08", "征地拆迁", "Expropriation and demolition"),
    POLLUTION("09", "环境污染", "Pollution"),
    LABOUR("10", "劳动争议", "Labour"),
    TOURISM("11", "旅游", "Tourism"),
    CONSUMER("12", "消费", "Consumer"),
    MEDICAL("13", "医疗", "Medical"),
    TRAFFIC_ACCIDENT("14", "道路交通事故", "Traffic accident"),
    PROPERTY_MANAGEMENT("15", "物业", "Property management"),
    INTELLECTUAL_PROPERTY("16", "知识产权", "Intellectual property"),
    INTERNET("17", "互联网", "Internet"),
    OTHER("99", "其他", "Other");

    private static final Map<String, DisputeType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(it -> it.code, it -> it));

    private final String code;

    DisputeType(String code, String zh, String en) {
        this.code = code;
        called(zh, en);
    }

    /** The type of a two-digit code. */
    public static Optional<DisputeType> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    @JsonCreator
    static DisputeType read(String code) {
        return ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException("no dispute type has this code"));
    }

    @Override
    @JsonValue
    public String code() {
        return code;
    }
}
