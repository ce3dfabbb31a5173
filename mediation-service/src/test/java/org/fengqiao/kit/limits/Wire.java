package org.fengqiao.kit.limits;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that send what no HTTP client would, and as slowly as they like. */
final class Wire implements Closeable {

    private final List<Socket> sockets = new ArrayList<>();
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    Socket open(String sent) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        send(socket, sent);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** All that is answered until the other end closes. */
    static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // Reset, with something of ours unread: what came before stands.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        for (Socket it : sockets) {
            it.close();
        }
    }
}
