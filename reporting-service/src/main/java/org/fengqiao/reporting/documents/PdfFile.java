package org.fengqiao.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An edition as PDF: its Word document as LibreOffice draws it, one at a time. */
@ApplicationScoped
class PdfFile {

    /** Tagged and with bookmarks, for readers who hear it; PDF/A-2b, for the archive. */
    private static final String AS_PDF =
            "pdf:writer_pdf_Export:{"
                    + "\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
                    + "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},"
                    + "\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    private static final String NONE = "none";

    private final String command;
    private final int limitSeconds;

    /**
     * @param command LibreOffice's; {@code none} where the operator wants no PDF
     * @param limitSeconds after which it is given up
     */
    PdfFile(
            @ConfigProperty(name = "fengqiao.documents.soffice", defaultValue = "soffice")
                    String command,
            @ConfigProperty(name = "fengqiao.documents.limit-seconds", defaultValue = "120")
                    int limitSeconds) {
        this.command = command;
        this.limitSeconds = limitSeconds;
    }

    /** Whether editions have a PDF. */
    boolean isWanted() {
        return !command.equals(NONE);
    }

    /**
     * The PDF of a Word document.
     *
     * @throws DocumentsUnavailable where LibreOffice is not there, fails or takes too long
     */
    synchronized byte[] of(byte[] docx) {
        try {
            Path folder = Files.createTempDirectory("fengqiao-documents");
            try {
                return drawn(folder, docx);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] drawn(Path folder, byte[] docx) throws IOException {
        Path source = Files.write(folder.resolve("edition.docx"), docx);
        Path fonts = folder.resolve("fonts.conf");
        try (InputStream in = PdfFile.class.getResourceAsStream("/documents/fonts.conf")) {
            Files.copy(in, fonts);
        }
        ProcessBuilder office =
                new ProcessBuilder(
                        command,
                        "--headless",
                        "--norestore",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        AS_PDF,
                        "--outdir",
                        folder.toString(),
                        source.toString());
        office.environment().put("FONTCONFIG_FILE", fonts.toString());
        Path said = folder.resolve("said");
        await(start(office.redirectErrorStream(true).redirectOutput(said.toFile())));
        Path pdf = folder.resolve("edition.pdf");
        if (!Files.exists(pdf)) {
            throw new DocumentsUnavailable(command + " made no PDF: " + Files.readString(said));
        }
        return Files.readAllBytes(pdf);
    }

    private Process start(ProcessBuilder office) {
        try {
            return office.start();
        } catch (IOException e) {
            throw new DocumentsUnavailable(command + " cannot be started", e);
        }
    }

    private void await(Process office) {
        try {
            if (!office.waitFor(limitSeconds, TimeUnit.SECONDS)) {
                throw new DocumentsUnavailable(
                        "%s did not end within %d seconds".formatted(command, limitSeconds));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentsUnavailable(command + " was interrupted", e);
        } finally {
            // The command is a script: what draws is a process of its own below it.
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(office.toHandle()), office.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(it -> it.onExit().join());
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(it);
            }
        }
    }
}
