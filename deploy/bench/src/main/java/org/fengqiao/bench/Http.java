package org.fengqiao.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * One kept HTTP/1.1 connection to a service on loopback. It does no more than a load needs, so that
 * the client takes as little of the machine as pgbench does on the other side.
 */
final class Http implements Closeable {
    private static final int TIMEOUT_MILLIS = 60_000;

    /** A status and a body of UTF-8 text. */
    record Answer(int status, String body) {
        /** The body, where the status is the one wanted. */
        String expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return body;
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final String token;

    /**
     * Connects.
     *
     * @param token the bearer token sent with every request
     */
    Http(int port, String token) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.token = token;
    }

    Answer get(String path) throws IOException {
        return send("GET " + path, "", "");
    }

    /** Posts JSON under a fresh {@code Idempotency-Key}. */
    Answer post(String path, String body) throws IOException {
        return send("POST " + path, "", body);
    }

    /** Posts a step on the record as it stands at {@code version}. */
    Answer step(String path, int version, String body) throws IOException {
        return send("POST " + path, "If-Match: \"" + version + "\"\r\n", body);
    }

    private Answer send(String request, String headers, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(1_200).append(request);
        head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ").append(token);
        head.append("\r\n").append(headers);
        if (request.startsWith("POST")) {
            head.append("Idempotency-Key: ").append(UUID.randomUUID());
            head.append("\r\nContent-Type: application/json\r\nContent-Length: ");
            head.append(content.length).append("\r\n");
        }
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        socket.getOutputStream().write(all);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
        }
        byte[] body = chunked ? chunks() : bytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(), 16);
            body.writeBytes(bytes(length));
            line();
        } while (length > 0);
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the service closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
