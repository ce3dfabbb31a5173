package org.fengqiao.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the demo ledgers anew: {@code java org.fengqiao.demo.Generate deploy/demo/wawu-2024}. */
final class Generate {

    private Generate() {}

    /**
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (Ledger ledger : new Township().ledgers()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(ledger.file()))) {
                ledger.write(out);
            }
        }
    }
}
