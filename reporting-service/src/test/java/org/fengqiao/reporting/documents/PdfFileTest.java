package org.fengqiao.reporting.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a PDF when LibreOffice does not do its work. */
class PdfFileTest {

    @TempDir Path folder;

    @Test
    void whatIsNotThereIsNamed() {
        PdfFile pdf = new PdfFile("no-such-office", 10);
        DocumentsUnavailable why = assertThrows(DocumentsUnavailable.class, () -> drawn(pdf));
        assertEquals("no-such-office cannot be started", why.getMessage());
    }

    @Test
    void whatFailsIsQuoted() throws IOException {
        PdfFile pdf = new PdfFile(command("echo source file could not be loaded"), 10);
        DocumentsUnavailable why = assertThrows(DocumentsUnavailable.class, () -> drawn(pdf));
        assertTrue(why.getMessage().contains("source file could not be loaded"));
    }

    @Test
    void whatHangsIsEndedWithAllBelowIt() throws IOException {
        Path pid = folder.resolve("pid");
        PdfFile pdf = new PdfFile(command("sleep 600 &\necho $! >" + pid + "\nwait"), 2);
        assertThrows(DocumentsUnavailable.class, () -> drawn(pdf));
        long below = Long.parseLong(Files.readString(pid).strip());
        assertFalse(ProcessHandle.of(below).map(ProcessHandle::isAlive).orElse(false));
    }

    private static byte[] drawn(PdfFile pdf) {
        try (PdfFile.Drawing drawing = pdf.begin(new byte[0])) {
            return drawing.finished();
        }
    }

    private String command(String script) throws IOException {
        Path command = Files.writeString(folder.resolve("office"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        return command.toString();
    }
}
