package org.pgpoollab.console;

import org.jline.terminal.Terminal;
import org.pgpoollab.Exit;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.ScriptPlayer;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.tutorial.LessonListener;
import org.pgpoollab.tutorial.LessonSnapshots;
import org.pgpoollab.tutorial.LessonWatch;

/** Gives a full screen the prompt to run on its own terminal. */
public final class PromptSession {

    /** The text before the input. */
    public static final String PROMPT = "lab> ";

    private final Console console;
    private final Invocation typed;
    private final ProgramOptions options;
    private final ScriptPlayer player;

    PromptSession(Console console, Invocation typed, ProgramOptions options, ScriptPlayer player) {
        this.console = console;
        this.typed = typed;
        this.options = options;
        this.player = player;
    }

    /** The options with which the program was started. */
    public ProgramOptions options() {
        return options;
    }

    /** The streams and the environment of the process. */
    public ConsoleSetting setting() {
        return console.setting();
    }

    /**
     * Reads and runs commands on the calling thread until the user leaves.
     *
     * @param begun the text that is pre-filled on the first line, to be run or edited, unless a script is played
     */
    public Exit hold(Terminal terminal, Display display, String begun) {
        return console.converse(typed, terminal, display, begun, player);
    }

    /** Follows the lesson that is played on the lab of the prompt, until it is closed. The prompt itself does not tell of it. */
    public LessonWatch lessonWatch(LessonSnapshots snapshots, LessonListener listener) {
        return console.lessonWatch(typed, snapshots, listener);
    }
}
