package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.ShellQuoting;

/** The containers of a generated folder. They are found by the labels that the folder gives them. */
public record FolderContainers(Shell shell, Path folder, String project) {

    private static final String NODE = "pgpool-lab.node";
    private static final String FOLDER = "pgpool-lab.folder";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** The container of a node. */
    public record FolderContainer(String node, String id, boolean isOn) {}

    /** Returns the containers of all PostgreSQL nodes, by name, whatever their state. */
    public List<FolderContainer> postgres() {
        return new Docker(shell)
                .must("the containers of " + folder + " cannot be listed", listing())
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 3)
                .map(fields -> new FolderContainer(fields[0], fields[1], fields[2].equals("running")))
                .sorted(Comparator.comparing(FolderContainer::node))
                .toList();
    }

    private List<String> listing() {
        return List.of(
                "ps",
                "-a",
                "--filter",
                "label=" + FOLDER + "=" + project,
                "--filter",
                "label=pgpool-lab.role=postgres",
                "--format",
                "{{.Label \"" + NODE + "\"}}\t{{.ID}}\t{{.State}}");
    }

    /** Runs a shell line in a container. */
    public Shell.Ended run(FolderContainer container, String line) {
        return shell.run(Docker.command(List.of("exec", container.id(), "sh", "-c", line))
                .within(ANSWER));
    }

    /** Makes the containers of these nodes anew, with the variables that the folder has now; their volumes stay. */
    public void recreate(List<String> nodes) {
        var words = new ArrayList<>(new ComposeCommand(shell)
                .words()
                .orElseThrow(() -> LabException.missing(
                        "there is no compose",
                        "neither docker compose nor docker-compose is here",
                        ComposeCommand.INSTALL)));
        words.addAll(arguments(nodes));
        var ended = shell.run(Command.of(words).within(LIMIT));
        if (!ended.succeeded()) {
            throw DockerFailure.of("the containers of " + String.join(", ", nodes) + " could not be made anew", ended);
        }
    }

    /** Returns the shell line that does what {@link #recreate} does. */
    public String recreating(List<String> nodes) {
        return "docker compose " + ShellQuoting.join(arguments(nodes));
    }

    private List<String> arguments(List<String> nodes) {
        var words = new ArrayList<>(List.of(
                "--project-directory",
                folder.toString(),
                "--env-file",
                folder.resolve(".env").toString(),
                "-f",
                folder.resolve("docker-compose.yml").toString(),
                "up",
                "-d",
                "--no-deps",
                "--force-recreate"));
        words.addAll(nodes);
        return words;
    }
}
