package org.fengqiao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a source that are code, with their numbers. Left out is what every file says anew:
 * its package, its imports, and the annotations of OpenAPI, which stand at each operation and
 * component because nothing inherits them. Comments and blank lines are no code.
 */
record SourceLines(String file, List<String> code, List<Integer> numbers) {

    private static final Pattern TEXT_OR_COMMENT =
            Pattern.compile(
                    "(?s)(\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)+')"
                            + "|/\\*.*?\\*/|//[^\n]*");
    private static final Pattern OPENAPI =
            Pattern.compile("import org\\.eclipse\\.microprofile\\.openapi\\.[\\w.]*\\.(\\w+);");
    private static final Pattern HEAD = Pattern.compile("(package|import) .*");

    static SourceLines of(Path source) {
        try {
            return of(source.getFileName().toString(), Files.readString(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceLines of(String file, String source) {
        StringBuilder code = new StringBuilder(source);
        // Of the same length, so that a bracket in a text ends no annotation.
        StringBuilder brackets = new StringBuilder(source);
        Matcher found = TEXT_OR_COMMENT.matcher(source);
        while (found.find()) {
            blank(brackets, found.start(), found.end());
            if (found.group(1) == null) {
                blank(code, found.start(), found.end());
            }
        }
        Matcher imported = OPENAPI.matcher(source);
        while (imported.find()) {
            Matcher annotation =
                    Pattern.compile("@" + imported.group(1) + "\\b\\s*").matcher(brackets);
            while (annotation.find()) {
                blank(code, annotation.start(), end(brackets, annotation.end()));
            }
        }
        return of(file, code.toString().split("\n"));
    }

    private static SourceLines of(String file, String[] lines) {
        List<String> code = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip().replaceAll("\\s+", " ");
            if (!line.isEmpty() && !HEAD.matcher(line).matches()) {
                code.add(line);
                numbers.add(i + 1);
            }
        }
        return new SourceLines(file, code, numbers);
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** Behind the bracket that closes the one that opens there; there, where none opens. */
    private static int end(CharSequence text, int start) {
        int open = 0;
        for (int i = start; i < text.length(); i++) {
            char it = text.charAt(i);
            open += it == '(' ? 1 : it == ')' ? -1 : 0;
            if (open <= 0) {
                return it == ')' && i > start ? i + 1 : start;
            }
        }
        return start;
    }
}
