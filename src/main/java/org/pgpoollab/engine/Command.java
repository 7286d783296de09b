package org.pgpoollab.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program to run, with its arguments; no shell interprets them. A secret goes into a file or {@code input}, never into {@code argv}.
 *
 * @param environment variables added to the inherited ones
 * @param input what the program reads from its standard input; may be empty
 * @param deadline the time after which it is killed
 * @param inherits what the program inherits of this process's environment
 * @param onTerminal the words instead of {@code argv} if the program gets this process's terminal; empty if they are the same
 */
public record Command(
        List<String> argv,
        Map<String, String> environment,
        String input,
        Duration deadline,
        Inherits inherits,
        List<String> onTerminal) {

    /**
     * What a program inherits of this process's environment. It never inherits variables that would lead it to other servers or libraries.
     */
    public enum Inherits {
        ALL,
        /** Only the variables for terminal and language, so that no secret of the user gets onto a host. */
        TERMINAL
    }

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        onTerminal = List.copyOf(onTerminal);
    }

    public Command(List<String> argv, Map<String, String> environment, String input, Duration deadline) {
        this(argv, environment, input, deadline, Inherits.ALL, List.of());
    }

    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), "", USUAL_DEADLINE);
    }

    public Command reading(String text) {
        return new Command(argv, environment, text, deadline, inherits, onTerminal);
    }

    public Command within(Duration limit) {
        return new Command(argv, environment, input, limit, inherits, onTerminal);
    }

    public Command with(String variable, String value) {
        var all = new LinkedHashMap<>(environment);
        all.put(variable, value);
        return new Command(argv, all, input, deadline, inherits, onTerminal);
    }

    public Command inheriting(Inherits part) {
        return new Command(argv, environment, input, deadline, part, onTerminal);
    }

    /** Returns this command with other words for the case that it gets this process's terminal. */
    public Command onTerminal(List<String> words) {
        return new Command(argv, environment, input, deadline, inherits, words);
    }

    /** Returns the words of the command as they would be typed into a shell. */
    public String shellLine() {
        return ShellQuoting.join(argv);
    }

    /** Returns the same after the variables that the command needs, so that it can be typed anywhere on this machine. */
    public String shellLineWithVariables() {
        return new TreeMap<>(environment)
                        .entrySet().stream()
                                .map(variable ->
                                        variable.getKey() + "=" + ShellQuoting.quote(variable.getValue()) + " ")
                                .collect(Collectors.joining())
                + shellLine();
    }
}
