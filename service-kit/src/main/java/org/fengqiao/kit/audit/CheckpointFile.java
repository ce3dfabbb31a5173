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

    /** The last whole line; null where there is none. */
    String lastLine() throws IOException {
        byte[] tail = tail();
        String whole = new String(tail, 0, end(tail), StandardCharsets.UTF_8);
        String[] lines = whole.strip().split("\n");
        String last = lines[lines.length - 1];
        return last.isEmpty() ? null : last;
    }

    /**
     * Appends a line; it is on disk when this returns. What a full disk or a crash left of one that
     * was not written to its end gives way: it signed nothing, and would spoil this one.
     */
    void append(String line) throws IOException {
        byte[] tail = tail();
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.truncate(channel.size() - (tail.length - end(tail)));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private byte[] tail() throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, bytes.length())];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            return tail;
        }
    }

    /** Behind its last whole line. */
    private static int end(byte[] tail) {
        int end = tail.length;
        while (end > 0 && tail[end - 1] != '\n') {
            end--;
        }
        return end;
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
