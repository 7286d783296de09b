package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.PromptSession;
import org.pgpoollab.engine.LaunchCommand;

/** Opens the full screen on a terminal: that of this process, unless another one is given. */
public final class LiveScreen implements FullScreen {

    private final Supplier<LabFeed> feed;
    private final Opening opening;
    private final Runnable stopper;

    /** Opens a terminal, which is closed at the end. */
    @FunctionalInterface
    interface Opening {
        Terminal open() throws IOException;
    }

    /**
     * Creates the full screen on this process's terminal.
     *
     * @param feed called only if the screen is shown
     */
    public LiveScreen(Supplier<LabFeed> feed) {
        this(feed, () -> TerminalBuilder.builder().system(true).dumb(true).build(), new JobControl());
    }

    /**
     * Creates the full screen on another terminal.
     *
     * @param stopper stops the process until it is continued
     */
    LiveScreen(Supplier<LabFeed> feed, Opening opening, Runnable stopper) {
        this.feed = feed;
        this.opening = opening;
        this.stopper = stopper;
    }

    @Override
    public boolean fits(ConsoleSetting setting) {
        return fits(setting.environment());
    }

    /** Tells whether the terminal that the environment names may have a full screen. */
    static boolean fits(Map<String, String> environment) {
        var type = environment.getOrDefault("TERM", "");
        return !type.isEmpty() && !type.equals("dumb") && !type.equals("unknown");
    }

    @Override
    public Exit show(PromptSession conversation) {
        try (var tty = opening.open()) {
            if (tty.getStringCapability(Capability.cursor_address) == null) {
                throw LabException.failed(
                        "This terminal has no full screen",
                        "TERM is " + tty.getType() + ", which cannot place its cursor",
                        LaunchCommand.as(conversation.setting().environment()) + " --plain");
            }
            return show(tty, conversation);
        } catch (IOException e) {
            throw LabException.failed(
                    "The terminal cannot be used",
                    String.valueOf(e.getMessage()),
                    LaunchCommand.as(conversation.setting().environment()) + " --plain");
        } finally {
            TerminalSettings.restore(conversation.setting().environment());
        }
    }

    private Exit show(Terminal tty, PromptSession conversation) throws IOException {
        var performance = new FullScreenSession(tty, conversation, feed.get(), stopper);
        var errors = System.err;
        // A library that writes to standard error must not write over the picture.
        System.setErr(new PrintStream(performance.paneOutput(), true, StandardCharsets.UTF_8));
        var hook = new RestoreHook(performance::fall);
        try {
            return performance.run();
        } finally {
            System.setErr(errors);
            hook.close();
        }
    }
}
