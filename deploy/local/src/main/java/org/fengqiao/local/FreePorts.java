package org.fengqiao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address. */
public final class FreePorts {
    private FreePorts() {}

    /** A port that nobody listens on at this moment. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    /** Whether another process listens on {@code port}. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A closed connection's port may be taken again at once, as the servers here do.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static int orFree(int port) {
        return port == 0 ? next() : port;
    }
}
