package org.pgpoollab.session;

import java.time.Clock;

/**
 * The environment of a command, the same for all commands of one prompt, script or argument list.
 *
 * @param sharesInput whether a program that a command starts may read standard input; false if a script is read from there
 * @param messagesOnTerminal whether a progress line can be overwritten
 * @param player plays scripts at the prompt, if there is one
 */
public record CommandEnvironment(
        UserPrompt prompt,
        Interruption interruption,
        HistoryFile history,
        Clock clock,
        boolean sharesInput,
        boolean messagesOnTerminal,
        Display display,
        ScriptPlayer player) {

    /** Returns the same environment without anybody to ask, and without a terminal that programs could share. */
    public CommandEnvironment alone() {
        return new CommandEnvironment(
                UserPrompt.NOBODY, interruption, history, clock, false, false, display, player.withoutPrompt());
    }
}
