package org.pgpoollab.console;

import org.jline.terminal.Terminal;
import org.pgpoollab.Exit;
import org.pgpoollab.command.Display;
import org.pgpoollab.command.ProgramOptions;

/** The prompt, to be held on whichever terminal a full screen has for it. */
public final class PromptSession {

    /** What stands before that which is typed. */
    public static final String PROMPT = "lab> ";

    private final Console console;
    private final Invocation typed;
    private final ProgramOptions options;

    PromptSession(Console console, Invocation typed, ProgramOptions options) {
        this.console = console;
        this.typed = typed;
        this.options = options;
    }

    /** Those that the program was started with. */
    public ProgramOptions options() {
        return options;
    }

    /** What the process was given. */
    public Console.Setting setting() {
        return console.setting();
    }

    /**
     * Reads commands and runs them, until the person leaves; on the calling thread.
     *
     * @param begun what stands on the first line already, to be sent off or changed
     */
    public Exit hold(Terminal terminal, Display display, String begun) {
        return console.converse(typed, terminal, display, begun);
    }
}
