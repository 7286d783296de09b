package org.pgpoollab.script;

import java.time.Instant;

/**
 * A script that is being played, and the place in it.
 *
 * @param position the number of the step that comes, from 0; the number of steps at the end
 * @param started when it was started
 */
public record PlayedScript(Script script, int position, Instant started) {

    public PlayedScript {
        if (position < 0 || position > script.steps().size()) {
            throw new IllegalArgumentException("no step has the position " + position);
        }
    }

    public boolean isOver() {
        return position == script.steps().size();
    }

    /** The step that comes; there must be one. */
    public ScriptStep step() {
        return script.steps().get(position);
    }

    public PlayedScript at(int other) {
        return new PlayedScript(script, other, started);
    }

    public PlayedScript next() {
        return at(position + 1);
    }

    /**
     * Returns whether a typed line stands for the step that comes: it is the same, or was made of it and has the same command.
     *
     * @param isEdited whether the line was made from the step's by editing, and not typed after that was cleared
     */
    public boolean isStep(String line, boolean isEdited) {
        var typed = line.strip();
        return typed.equals(step().command()) || (isEdited && firstWord(typed).equals(firstWord(step().command())));
    }

    private static String firstWord(String line) {
        return line.split("[\\s;]", 2)[0];
    }
}
