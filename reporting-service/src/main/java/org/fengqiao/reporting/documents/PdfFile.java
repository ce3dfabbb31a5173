package org.fengqiao.reporting.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock oneAtATime = new ReentrantLock();

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
     * Begins to draw a Word document; whoever called goes on meanwhile, and closes it.
     *
     * @throws DocumentsUnavailable where LibreOffice is not there
     */
    Drawing begin(byte[] docx) {
        oneAtATime.lock();
        Drawing drawing = new Drawing();
        try {
            drawing.start(docx);
            return drawing;
        } catch (IOException e) {
            drawing.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            drawing.close();
            throw e;
        }
    }

    /** A document that LibreOffice is drawing, with the files it needs. */
    final class Drawing implements AutoCloseable {
        private Path folder;
        private Process office;

        private void start(byte[] docx) throws IOException {
            folder = Files.createTempDirectory("fengqiao-documents");
            Path source = Files.write(folder.resolve("edition.docx"), docx);
            Path fonts = folder.resolve("fonts.conf");
            try (InputStream in = PdfFile.class.getResourceAsStream("/documents/fonts.conf")) {
                Files.copy(in, fonts);
            }
            ProcessBuilder command =
                    new ProcessBuilder(
                            PdfFile.this.command,
                            "--headless",
                            "--norestore",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--convert-to",
                            AS_PDF,
                            "--outdir",
                            folder.toString(),
                            source.toString());
            command.environment().put("FONTCONFIG_FILE", fonts.toString());
            office = PdfFile.this.start(command.redirectErrorStream(true).redirectOutput(said()));
        }

        private File said() {
            return folder.resolve("said").toFile();
        }

        /**
         * The PDF, as soon as it is there.
         *
         * @throws DocumentsUnavailable where LibreOffice fails or takes too long
         */
        byte[] finished() {
            await(office);
            try {
                Path pdf = folder.resolve("edition.pdf");
                if (!Files.exists(pdf)) {
                    String answer = Files.readString(said().toPath());
                    throw new DocumentsUnavailable(command + " made no PDF: " + answer);
                }
                return Files.readAllBytes(pdf);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                if (office != null) {
                    end(office);
                }
                if (folder != null) {
                    remove(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                oneAtATime.unlock();
            }
        }
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
        }
    }

    /** The command is a script: what draws is a process of its own below it. */
    private static void end(Process office) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(office.toHandle()), office.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> it.onExit().join());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path it : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(it);
            }
        }
    }
}
