package org.fengqiao.mediation.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisputeTypeMappingTest {

    private static final String HEADER = "source,name,type,lossy,remarkZh,remarkEn";

    @Test
    void everyListIsMappedWhole() {
        Map<DisputeTypeMapping.Source, Long> rows =
                DisputeTypeMapping.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        DisputeTypeMapping::source, Collectors.counting()));
        assertEquals(
                Map.of(
                        DisputeTypeMapping.Source.CIVIL_17, 17L,
                        DisputeTypeMapping.Source.OLDER, 16L,
                        DisputeTypeMapping.Source.PETITION_2023, 20L,
                        DisputeTypeMapping.Source.PETITION_OLDER, 17L),
                rows);
    }

    @Test
    void everyTargetIsOneOfTheEighteenTypes() {
        assertEquals(18, DisputeType.values().length);
        for (DisputeTypeMapping it : DisputeTypeMapping.all()) {
            assertEquals(it.disputeType(), DisputeType.ofCode(it.disputeType().code()).get());
        }
    }

    @Test
    void aTargetThatIsNoTypeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> read("OLDER,村务管理,18,true,无,none"));
    }

    @Test
    void aRowOfAnUnknownListIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> read("NEWER,村务管理,99,true,无,none"));
    }

    @Test
    void aClassHasOneType() {
        List<DisputeTypeMapping> all = DisputeTypeMapping.all();
        assertEquals(
                all.size(),
                all.stream().map(it -> it.source() + it.name()).distinct().count(),
                "a class is mapped twice");
    }

    @Test
    void whatIsLostIsSaidInBothLanguages() {
        for (DisputeTypeMapping it : DisputeTypeMapping.all()) {
            assertEquals(it.lossy(), it.remarkZh() != null, it.name());
            assertEquals(it.lossy(), it.remarkEn() != null, it.name());
        }
    }

    @Test
    void whatBecomesOtherIsLossy() {
        assertTrue(
                DisputeTypeMapping.all().stream()
                        .filter(it -> it.disputeType() == DisputeType.OTHER)
                        .allMatch(DisputeTypeMapping::lossy));
    }

    @Test
    void twoClassesOfAListThatBecomeOneTypeAreLossy() {
        for (DisputeTypeMapping.Source source : DisputeTypeMapping.Source.values()) {
            Map<DisputeType, Long> byType =
                    DisputeTypeMapping.all().stream()
                            .filter(it -> it.source() == source)
                            .map(DisputeTypeMapping::disputeType)
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
            DisputeTypeMapping.all().stream()
                    .filter(it -> it.source() == source && byType.get(it.disputeType()) > 1)
                    .forEach(it -> assertTrue(it.lossy(), source + " " + it.name()));
        }
    }

    @Test
    void theOlderNamesThatStillExistKeepTheirType() {
        Map<String, DisputeType> byName =
                Stream.of(DisputeType.values())
                        .collect(Collectors.toMap(DisputeType::zh, Function.identity()));
        HashSet<String> kept = new HashSet<>();
        for (DisputeTypeMapping it : DisputeTypeMapping.all()) {
            if (it.source() == DisputeTypeMapping.Source.OLDER && byName.containsKey(it.name())) {
                assertEquals(byName.get(it.name()), it.disputeType(), it.name());
                kept.add(it.name());
            }
        }
        assertEquals(13, kept.size());
    }

    private static List<DisputeTypeMapping> read(String row) {
        return DisputeTypeMapping.read(Stream.of(HEADER, row));
    }
}
