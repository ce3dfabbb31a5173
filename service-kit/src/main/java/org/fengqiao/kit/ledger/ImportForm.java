package org.fengqiao.kit.ledger;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.kit.web.Refusal;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The form of an import, read strictly: a misspelt {@code dryRun} must not become a real import.
 *
 * @param year of the ledger; {@code null} takes the title's, else this year
 * @param division the unit that keeps the ledger; {@code null} is the caller's own
 */
record ImportForm(
        byte[] file, String fileName, String kind, Integer year, boolean dryRun, String division) {

    private static final Set<String> FIELDS = Set.of("file", "kind", "year", "dryRun", "division");

    /** What tells two requests apart: the form with its file's digest. */
    record Digested(
            String kind, Integer year, boolean dryRun, String division, String fileDigest) {}

    Digested digested(String unit) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return new Digested(kind, year, dryRun, unit, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", e);
        }
    }

    /** The form as the OpenAPI document describes it. */
    @Schema(
            name = "LedgerImportForm",
            requiredProperties = {"file", "kind"})
    static final class Described {

        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                format = "binary")
        public byte[] file;

        public String kind;

        @Schema(examples = "2024", minimum = "1990", maximum = "2100")
        public Integer year;

        @Schema(defaultValue = "false")
        public boolean dryRun;

        @Schema(pattern = "[0-9]{12}")
        public String division;
    }

    /**
     * Reads the form.
     *
     * @throws Refusal 400 with the field at fault
     */
    static ImportForm read(MultipartFormDataInput input) throws IOException {
        Map<String, Collection<FormValue>> values = input.getValues();
        values.forEach(
                (name, given) -> {
                    if (!FIELDS.contains(name)) {
                        throw invalid(name, "没有这个字段", "There is no such field");
                    }
                    if (given.size() > 1) {
                        throw invalid(name, "只能有一个", "May be given once");
                    }
                });
        FormValue file = values.getOrDefault("file", Set.of()).stream().findFirst().orElse(null);
        if (file == null || !file.isFileItem()) {
            throw invalid("file", "请上传文件", "A file is required");
        }
        String kind = text(values, "kind");
        if (kind == null) {
            throw invalid("kind", "必填", "Required");
        }
        byte[] content = file.getFileItem().getInputStream().readAllBytes();
        return new ImportForm(
                content,
                file.getFileName(),
                kind,
                year(text(values, "year")),
                dryRun(text(values, "dryRun")),
                text(values, "division"));
    }

    private static String text(Map<String, Collection<FormValue>> values, String name) {
        FormValue value = values.getOrDefault(name, Set.of()).stream().findFirst().orElse(null);
        if (value == null) {
            return null;
        }
        if (value.isFileItem()) {
            throw invalid(name, "应为文本", "Must be text");
        }
        return value.getValue().isBlank() ? null : value.getValue().strip();
    }

    private static Integer year(String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("(199[0-9]|20[0-9]{2})")) {
            throw invalid("year", "应为四位年份", "Must be a year of four digits");
        }
        return Integer.valueOf(text);
    }

    private static boolean dryRun(String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw invalid("dryRun", "应为 true 或 false", "Must be true or false");
        }
        return "true".equals(text);
    }

    static Refusal invalid(String field, String zh, String en) {
        return Refusal.of(400, "FORM_INVALID", "表单字段有误", "A field of the form is invalid")
                .at("/" + field, zh, en);
    }
}
