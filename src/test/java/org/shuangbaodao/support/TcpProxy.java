package org.shuangbaodao.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire between the service and its database that can be cut. It listens on loopback from its making to its end; what it does
 * with connections changes: {@link #pass}, {@link #refuse}, {@link #freeze}, {@link #cutNextCommit}.
 */
public final class TcpProxy implements AutoCloseable {

    /** What becomes of a commit whose answer never arrives. */
    public enum Commit {
        ARRIVES,
        IS_LOST
    }

    private enum State {
        PASSING,
        REFUSING,
        FROZEN,
        CLOSED
    }

    private static final byte QUERY = 3;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Commit> nextCommit = new AtomicReference<>();
    private State state = State.PASSING;

    public TcpProxy(int targetPort) throws IOException {
        target = targetPort;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void pass() {
        change(State.PASSING);
    }

    /** Ends all connections, and new ones at once: the server is gone, or restarting. */
    public void refuse() {
        change(State.REFUSING);
        cut();
    }

    /** Connections stay, new ones are taken, and nothing moves: a stopped process, or a network that swallows. */
    public void freeze() {
        change(State.FROZEN);
    }

    /** Ends all connections once, as a restart between two requests does. */
    public void cut() {
        open.forEach(TcpProxy::close);
    }

    /** Loses the connection at the next commit, with or without the commit itself. */
    public void cutNextCommit(Commit fate) {
        nextCommit.set(fate);
    }

    @Override
    public void close() throws IOException {
        change(State.CLOSED);
        door.close();
        cut();
    }

    private synchronized void change(State next) {
        state = next;
        notifyAll();
    }

    private synchronized State awaitThaw() throws InterruptedException {
        while (state == State.FROZEN) {
            wait();
        }
        return state;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                thread(() -> serve(client));
            } catch (IOException e) {
                // The door was closed, or the client went away before it was let in.
            }
        }
    }

    private void serve(Socket client) {
        try {
            if (awaitThaw() != State.PASSING) {
                close(client);
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            thread(() -> pump(server, client, false));
            pump(client, server, true);
        } catch (IOException e) {
            close(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to, boolean asking) {
        byte[] buffer = new byte[1 << 16];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                Commit fate = asking && isCommit(buffer, read) ? nextCommit.getAndSet(null) : null;
                if (fate != Commit.IS_LOST) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
                if (fate != null) {
                    awaitDone(fate, to);
                    return;
                }
            }
        } catch (IOException e) {
            // One side ended it; the other is closed with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    // The server's answer goes to the other pump; closing at once could overtake the commit itself.
    private static void awaitDone(Commit fate, Socket server) throws InterruptedException, IOException {
        if (fate == Commit.ARRIVES) {
            server.shutdownOutput();
            Thread.sleep(500);
        }
    }

    // A packet of the protocol: three bytes length, one sequence, one command, the statement.
    private static boolean isCommit(byte[] packet, int length) {
        return length == 11 && packet[4] == QUERY
                && new String(Arrays.copyOfRange(packet, 5, 11), StandardCharsets.US_ASCII).equalsIgnoreCase("commit");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
