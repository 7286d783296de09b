package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** Runs compose, as a plugin of docker (version 2) or as a program of its own (version 1); only to make hosts, for it is slow. */
final class ComposeCommand {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final Shell shell;

    ComposeCommand(Shell shell) {
        this.shell = shell;
    }

    /** Returns the words with which compose is called here; empty if there is none. */
    Optional<List<String>> words() {
        for (var words : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            var question = new ArrayList<>(words);
            question.add("version");
            if (succeeds(question)) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private boolean succeeds(List<String> question) {
        try {
            return shell.run(Command.of(question).within(SHORT)).succeeded();
        } catch (LabException missing) {
            return false;
        }
    }

    /** Makes and starts these services; empty: all. Keeps containers that are there. */
    void up(String project, Path file, List<String> services) {
        var all = new ArrayList<>(words().orElseThrow(() -> LabException.missing(
                "there is no compose", "neither docker compose nor docker-compose is here", INSTALL)));
        all.addAll(List.of("-p", project, "-f", file.toString(), "up", "-d", "--no-recreate", "--no-build"));
        all.addAll(services);
        var ended = shell.run(Command.of(all).within(DEADLINE));
        if (!ended.succeeded()) {
            throw DockerFailure.of("the lab's containers could not be made", ended);
        }
    }

    static final String INSTALL = "install docker-compose-plugin or docker-compose";
}
