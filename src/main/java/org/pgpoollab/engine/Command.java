package org.pgpoollab.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One program to run: nothing here is interpreted by a shell. A secret goes into a file or {@code input}, never into {@code argv}.
 *
 * @param environment added to what the program gets of this program's own
 * @param input what it reads from its standard input; empty: nothing
 * @param deadline after which it is killed
 * @param inherits what the program gets of this program's own environment
 */
public record Command(
        List<String> argv, Map<String, String> environment, String input, Duration deadline, Inherits inherits) {

    /** What a program gets of this program's own environment. Never what would lead it to other servers or libraries. */
    public enum Inherits {
        ALL,
        /** Which terminal and which language there is, and nothing else: no secret of who calls gets onto a host. */
        TERMINAL
    }

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> argv, Map<String, String> environment, String input, Duration deadline) {
        this(argv, environment, input, deadline, Inherits.ALL);
    }

    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), "", USUAL_DEADLINE);
    }

    public Command reading(String text) {
        return new Command(argv, environment, text, deadline, inherits);
    }

    public Command within(Duration limit) {
        return new Command(argv, environment, input, limit, inherits);
    }

    public Command with(String variable, String value) {
        var all = new LinkedHashMap<>(environment);
        all.put(variable, value);
        return new Command(argv, all, input, deadline, inherits);
    }

    public Command inheriting(Inherits part) {
        return new Command(argv, environment, input, deadline, part);
    }

    /** The command as one would type it into a shell. */
    public String shellLine() {
        return ShellQuoting.join(argv);
    }
}
