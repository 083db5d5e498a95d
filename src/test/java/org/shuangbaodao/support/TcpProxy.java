package org.shuangbaodao.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A wire between the service and its database that can be cut. It listens on loopback from its making to its end; what it does
 * with connections changes: {@link #pass}, {@link #refuse}, {@link #freeze},
 * {@link #cutCommitOf}.
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

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> planned = new AtomicReference<>();
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

    /** Loses the connection on which {@code words} were sent when it commits, with or without the commit itself. */
    public void cutCommitOf(String words, Commit fate) {
        planned.set(new Cut(words, fate));
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
            AtomicBoolean severed = new AtomicBoolean();
            thread(() -> answer(server, client, severed));
            ask(client, server, severed);
        } catch (IOException e) {
            close(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Socket client, Socket server, AtomicBoolean severed) {
        byte[] buffer = new byte[1 << 16];
        boolean meant = false;
        try (client; server; InputStream in = client.getInputStream(); OutputStream out = server.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                Cut cut = planned.get();
                String sent = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                meant |= cut != null && sent.contains(cut.words);
                if (meant && cut != null && sent.length() < 20 && sent.toLowerCase(Locale.ROOT).endsWith("commit")) {
                    planned.set(null);
                    severed.set(true);
                    if (cut.fate == Commit.ARRIVES) {
                        out.write(buffer, 0, read);
                        out.flush();
                        // Closing at once could overtake it.
                        Thread.sleep(500);
                    }
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side ended it; the other is closed with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void answer(Socket server, Socket client, AtomicBoolean severed) {
        byte[] buffer = new byte[1 << 16];
        try (server; client; InputStream in = server.getInputStream(); OutputStream out = client.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                if (!severed.get()) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // As above.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(server);
        }
    }

    private record Cut(String words, Commit fate) {
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
