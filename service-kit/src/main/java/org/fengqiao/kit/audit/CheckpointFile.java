package org.fengqiao.kit.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file of checkpoints, outside of the database: a signed line each, only ever appended to. */
final class CheckpointFile {

    // A line has some hundred bytes.
    private static final int TAIL_BYTES = 16_384;

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** The last line; null where there is none. */
    String lastLine() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            String[] lines = new String(tail, StandardCharsets.UTF_8).strip().split("\n");
            String last = lines[lines.length - 1];
            return last.isEmpty() ? null : last;
        }
    }

    /** Appends a line; it is on disk when this returns. */
    void append(String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    long bytes() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** From the first line on; empty where there is no file. */
    BufferedReader lines() throws IOException {
        return Files.exists(file)
                ? Files.newBufferedReader(file, StandardCharsets.UTF_8)
                : new BufferedReader(BufferedReader.nullReader());
    }
}
