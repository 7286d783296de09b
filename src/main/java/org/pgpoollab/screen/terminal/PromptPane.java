package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.terminal.emulator.VirtualScreen;

/**
 * A terminal inside the screen. Programs use {@link #terminal()} like a real terminal, and their output becomes a picture. It can
 * be used by several threads. Sending keys and resizing never wait for the program, even if it reads nothing.
 */
public final class PromptPane implements AutoCloseable {

    private static final int SCROLLBACK_LINES = 5000;
    private static final String INTERRUPT = "\u0003";
    private static final String BELL = "\u0007";

    /** ^L, on which line editors clear the screen. */
    private static final String FORM_FEED = "\f";

    private static final String CLEARED = "\u001b[H\u001b[2J";
    private static final String PASTE_BEGINS = "\u001b[200~";
    private static final String PASTE_ENDS = "\u001b[201~";

    /** {@code ESC [ A}, which JLine's editor does not recognise: it expects {@code ESC O A}. */
    private static final Pattern CURSOR_KEY = Pattern.compile("\u001b\\[([ABCDHF])");

    private final VirtualScreen screen;
    private final PaneTerminal terminal;
    private final KeyFeeder feeder = new KeyFeeder(new Program());
    private final ThreadPoolExecutor resizer = resizer();
    private volatile boolean isClosed;

    public PromptPane(int columns, int rows) throws IOException {
        screen = new VirtualScreen(columns, rows, SCROLLBACK_LINES);
        terminal = new PaneTerminal(new PaneOutput(this::show));
        terminal.setSize(new Size(columns, rows));
        feeder.start();
    }

    /** Creates an executor with one thread and one waiting task, so that many resizes in a row reach the program as one or two. */
    private static ThreadPoolExecutor resizer() {
        var pool = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                task -> {
                    var thread = new Thread(task, "pane size");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Returns the terminal that programs in the pane read from and write to, of type xterm-256color. ^C raises its {@code INT}, a
     * resize its {@code WINCH}.
     */
    public Terminal terminal() {
        return terminal;
    }

    /**
     * Returns the pane's contents, to search in and to listen for changes. Listeners are called by threads of the program and must
     * not block.
     */
    public VirtualScreen screen() {
        return screen;
    }

    public Picture picture(int back, String highlighted) {
        return screen.picture(back, highlighted);
    }

    /** Resizes the pane to at least 1 by 1. The program is notified later, by another thread. */
    public void resize(int columns, int rows) {
        if (isClosed) {
            return;
        }
        var size = new Size(Math.max(1, columns), Math.max(1, rows));
        if (size.equals(terminal.getSize())) {
            return;
        }
        screen.resize(size.getColumns(), size.getRows());
        terminal.setSize(size);
        resizer.execute(this::tellSize);
    }

    private void tellSize() {
        if (!isClosed) {
            terminal.raise(Terminal.Signal.WINCH);
        }
    }

    /**
     * Types keys as the keyboard sends them. Cursor keys of either form become those of terminfo's xterm-256color. A single ^C that
     * the program takes as a signal is sent before all waiting keys, which are dropped.
     *
     * @return false, with a bell, if too many keys are waiting and these were dropped
     */
    public boolean send(String keys) {
        if (keys.equals(INTERRUPT) && !isClosed && terminal.raisesSignals()) {
            feeder.interrupt(keys);
            return true;
        }
        return offer(CURSOR_KEY.matcher(keys).replaceAll("\u001bO$1"));
    }

    /** Types ^C. */
    public void interrupt() {
        send(INTERRUPT);
    }

    private boolean offer(String keys) {
        var isTaken = feeder.offer(keys);
        if (!isTaken) {
            screen.write(BELL);
        }
        return isTaken;
    }

    /** Clears the pane. A line editor does that itself, because it keeps the current line. */
    public void clear() {
        if (terminal.editsLine()) {
            offer(FORM_FEED);
        } else {
            screen.write(CLEARED);
        }
    }

    /**
     * Types pasted text, marked as pasted if the program requested that. Control characters except tabs and newlines are left out.
     */
    public boolean paste(String text) {
        var harmless = text.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}\\x80-\\x9f&&[^\t\n]]", "");
        var typed = harmless.replace('\n', '\r');
        return offer(screen.bracketedPaste() ? PASTE_BEGINS + typed + PASTE_ENDS : typed);
    }

    private void show(CharSequence text) {
        screen.write(text);
        var reply = screen.takeReply();
        if (!reply.isEmpty()) {
            feeder.offer(reply);
        }
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        feeder.close();
        resizer.shutdownNow();
        terminal.close();
    }

    private final class Program implements KeyFeeder.Program {

        @Override
        public void type(byte[] keys) throws IOException {
            terminal.processInputBytes(keys);
        }

        @Override
        public void discardTypeAhead() throws IOException {
            terminal.discardTypeAhead();
        }
    }
}
