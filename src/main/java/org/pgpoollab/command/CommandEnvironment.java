package org.pgpoollab.command;

import java.time.Clock;

/**
 * Where a command runs: the same for all commands of one way in.
 *
 * @param sharesInput whether a program that a command starts may read standard input; not if a script comes from there
 * @param messagesOnTerminal whether a line about how things go can be written over
 */
public record CommandEnvironment(
        UserPrompt person,
        Interruption interruption,
        HistoryFile history,
        Clock clock,
        boolean sharesInput,
        boolean messagesOnTerminal,
        Display display) {}
