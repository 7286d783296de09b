package org.pgpoollab.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One program to run: nothing here is interpreted by a shell. A secret goes into a file or {@code input}, never into {@code argv}.
 *
 * @param environment added to this program's own
 * @param input what it reads from its standard input; empty: nothing
 * @param deadline after which it is killed
 */
public record Command(List<String> argv, Map<String, String> environment, String input, Duration deadline) {

    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);

    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... argv) {
        return of(List.of(argv));
    }

    public static Command of(List<String> argv) {
        return new Command(argv, Map.of(), "", USUAL_DEADLINE);
    }

    public Command reading(String text) {
        return new Command(argv, environment, text, deadline);
    }

    public Command within(Duration limit) {
        return new Command(argv, environment, input, limit);
    }

    public Command with(String variable, String value) {
        var all = new LinkedHashMap<>(environment);
        all.put(variable, value);
        return new Command(argv, all, input, deadline);
    }

    /** The command as one would type it into a shell. */
    public String shellLine() {
        return ShellQuoting.join(argv);
    }
}
