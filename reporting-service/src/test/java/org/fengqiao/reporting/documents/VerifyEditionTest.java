package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fengqiao.reporting.documents.Drawn.Said;
import org.fengqiao.reporting.reports.Edition;
import org.fengqiao.reporting.reports.Edition.Digest;
import org.fengqiao.reporting.reports.Edition.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anybody can verify a downloaded edition, and whatever was changed in it is found and named. */
class VerifyEditionTest {

    private static final byte[] PAGE = "<p>甲𠮷</p>".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private Edition edition;
    private String file;
    private String lists;

    @BeforeEach
    void download() {
        edition = Editions.revised(30);
        String canonical = Seal.canonical(edition);
        Map<Format, byte[]> documents = Map.of(Format.HTML, PAGE);
        byte[] json = JsonFile.of(canonical, Seal.of(canonical), documents);
        file = new String(json, StandardCharsets.UTF_8);
        lists = lists(edition);
    }

    @Test
    void whatWasDownloadedIsVerified() {
        Said said = verify(file, PAGE, lists);
        assertEquals(0, said.code(), said::text);
        assertTrue(said.text().contains("✓ 封签相符 the seal is that of the content"), said::text);
        assertTrue(said.text().contains("✓ HTML 文件相符"), said::text);
        assertTrue(said.text().contains("✓ 32 份清单与数据相符"), said::text);
    }

    /** jq must write what the canonical form has, whatever the texts and numbers are. */
    @ParameterizedTest
    @CsvSource({
        "-9999999999999.99, 媱龑𠮷𬭚",
        "0.01, '\"\\/\t\n\r<&>\u0080\u2028\ufffd'",
        "1000000000000.01, ''",
        "100.50, é e\u0301 ﷺ 😀",
    })
    void theCommandReadsTheCanonicalFormAsJavaWritesIt(String number, String text) {
        Edition other = Editions.changed(text, new BigDecimal(number));
        String canonical = Seal.canonical(other);
        byte[] json = JsonFile.of(canonical, Seal.of(canonical), Map.of());
        Said said = verify(new String(json, StandardCharsets.UTF_8), null, null);
        assertEquals(0, said.code(), said::text);
    }

    @Test
    void aChangedContentIsFound() {
        differs(verify(file.replaceFirst("410件", "411件"), PAGE, lists), "封签不符");
        differs(verify(file.replaceFirst("𠮷", "吉"), PAGE, lists), "封签不符");
        differs(verify(file.replaceFirst("\"value\":410", "\"value\":411"), PAGE, lists), "封签不符");
    }

    @Test
    void aChangedDocumentIsFound() {
        byte[] changed = PAGE.clone();
        changed[1] = 'q';
        differs(verify(file, changed, lists), "HTML 文件不符");
    }

    @Test
    void aChangedListIsFound() {
        String version = lists.replaceFirst("\"version\":1,", "\"version\":2,");
        differs(verify(file, PAGE, version), "L-01 DENOMINATOR 清单不符");
        String less = lists.replaceFirst("(?m)(\"M-06\".*),\\{[^}]*}]}$", "$1]}");
        differs(verify(file, PAGE, less), "M-06 DENOMINATOR 清单不符");
    }

    @Test
    void aListThatDoesNotAddUpIsFoundThoughItsDigestIsRight() {
        String told = "\"key\":\"M-06\"";
        String before = file.substring(0, file.indexOf(told));
        String after = file.substring(file.indexOf(told));
        String other = before + after.replaceFirst("\"value\":12", "\"value\":13");
        differs(verify(other, PAGE, lists), "M-06 DENOMINATOR 清单合计不符");
    }

    @Test
    void whatIsNoEditionIsNotVerified() {
        assertEquals(2, verify("{}", null, null).code());
        assertEquals(2, verify("no JSON", null, null).code());
        assertEquals(2, verify(file, PAGE, "{\"figure\":").code());
    }

    @Test
    void itTellsHowItIsCalled() {
        Path command = Path.of("..", "deploy", "verify-edition");
        Said help = Drawn.run(command, "--help");
        assertEquals(0, help.code());
        assertTrue(help.text().startsWith("usage 用法: deploy/verify-edition "), help::text);
        assertEquals(2, Drawn.run(command).code());
        assertEquals(2, Drawn.run(command, "--verbose").code());
    }

    private static void differs(Said said, String where) {
        assertEquals(1, said.code(), said::text);
        assertTrue(said.text().contains("✗ " + where), said::text);
        assertTrue(said.text().endsWith("核验不通过 not verified\n"), said::text);
    }

    private Said verify(String json, byte[] page, String records) {
        List<Object> command = new ArrayList<>();
        command.add(Path.of("..", "deploy", "verify-edition"));
        command.add(Drawn.write(folder.resolve("edition.json"), utf8(json)));
        if (page != null) {
            command.add(Drawn.write(folder.resolve("edition.html"), page));
        }
        if (records != null) {
            command.add(Drawn.write(folder.resolve("lists.jsonl"), utf8(records)));
        }
        return Drawn.run(command.toArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One list a line, as they are downloaded; the lists of nothing, too. */
    private static String lists(Edition edition) {
        List<Behind> records = Editions.behind(edition);
        List<String> lines = new ArrayList<>();
        for (Value value : edition.figures()) {
            for (Digest list : value.lists()) {
                String found =
                        records.stream()
                                .filter(it -> it.figure().equals(value.key()))
                                .filter(it -> it.part() == list.part())
                                .map(VerifyEditionTest::line)
                                .collect(Collectors.joining(","));
                lines.add(
                        "{\"figure\":\"%s\",\"part\":\"%s\",\"records\":[%s]}"
                                .formatted(value.key(), list.part(), found));
            }
        }
        return String.join("\n", lines);
    }

    private static String line(Behind it) {
        return "{\"id\":\"%s\",\"version\":%d,\"contribution\":%s.00}"
                .formatted(it.id(), it.version(), it.contribution());
    }
}
