package org.pgpoollab.engine.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** The client program of Docker. Its errors become problems with cause and remedy. Safe for use by several threads. */
record Docker(Shell shell) {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /**
     * A container of the lab.
     *
     * @param state as docker names it: running, exited, paused, created, restarting, dead
     * @param networks the names of its networks
     */
    record Container(String id, String host, String state, List<String> networks) {

        Container {
            networks = List.copyOf(networks);
        }

        /** Returns whether its processes exist; those of a paused one do. */
        boolean isOn() {
            return state.equals("running") || state.equals("paused") || state.equals("restarting");
        }
    }

    Shell.Ended run(String... words) {
        return run(List.of(words));
    }

    /** @throws LabException if there is no client, or it does not end in time */
    Shell.Ended run(List<String> words) {
        return shell.run(command(words).within(DEADLINE));
    }

    static Command command(List<String> words) {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(words);
        return Command.of(all);
    }

    /**
     * Runs a command that must succeed.
     *
     * @param what the failure in words, if it does not
     * @return its output
     */
    String must(String what, List<String> words) {
        var ended = run(words);
        if (!ended.succeeded()) {
            throw DockerFailure.of(what, ended);
        }
        return ended.output();
    }

    /** Returns all containers that these filters select, whatever their state. */
    List<Container> containers(String... filters) {
        var words = new ArrayList<>(List.of("ps", "-a", "--no-trunc"));
        for (var filter : filters) {
            words.addAll(List.of("--filter", filter));
        }
        words.addAll(
                List.of("--format", "{{.ID}}\t{{.State}}\t{{.Label \"" + ContainerNames.HOST + "\"}}\t{{.Networks}}"));
        return must("the lab's containers cannot be listed", words)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 4)
                .map(fields -> new Container(fields[0], fields[2], fields[1], List.of(fields[3].split(","))))
                .toList();
    }

    /**
     * Returns the names of networks or volumes that have a label.
     *
     * @param kind network or volume
     */
    List<String> named(String kind, String filter) {
        return must(
                        "the lab's " + kind + "s cannot be listed",
                        List.of(kind, "ls", "--filter", filter, "--format", "{{.Name}}"))
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }
}
