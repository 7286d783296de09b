package org.pgpoollab.session;

import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.script.PlayedScript;
import org.pgpoollab.script.Script;

/**
 * The script that is played at a prompt, if one is. Commands begin and move it, and the prompt offers its steps. Only the thread of the
 * prompt uses it.
 */
public final class ScriptPlayer {

    private final String program;
    private final boolean hasPrompt;
    private Optional<PlayedScript> playing = Optional.empty();

    private ScriptPlayer(String program, boolean hasPrompt) {
        this.program = program;
        this.hasPrompt = hasPrompt;
    }

    /**
     * Returns one that plays nothing yet.
     *
     * @param program how this program is called in a shell
     */
    public static ScriptPlayer ofPrompt(String program) {
        return new ScriptPlayer(program, true);
    }

    /** Returns one that refuses to play, because there is no prompt. */
    public ScriptPlayer withoutPrompt() {
        return new ScriptPlayer(program, false);
    }

    public Optional<PlayedScript> playing() {
        return playing;
    }

    /**
     * Plays a script, from then on, instead of any other.
     *
     * @throws LabException if there is no prompt
     */
    public void play(PlayedScript script) {
        if (!hasPrompt) {
            throw refusal(script.script());
        }
        playing = Optional.of(script);
    }

    private LabException refusal(Script script) {
        return LabException.usage(
                "a script is played at a prompt",
                "here nobody can press Enter for each command",
                program + " < " + ShellQuoting.quote(script.file()) + " runs all of them");
    }

    /** Ends the script. */
    public void stop() {
        playing = Optional.empty();
    }
}
