package org.pgpoollab.engine.compose;

import java.util.List;
import java.util.Locale;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Shell;

/** Explains why docker or compose failed, by the texts of their errors. */
final class DockerFailure {

    /**
     * A known error.
     *
     * @param text a part of the message, in lower case
     */
    private record Known(String text, String why, String remedy) {}

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "permission denied",
                    "you may not use Docker's socket",
                    "sudo usermod -aG docker $USER, then log in anew"),
            new Known(
                    "permissionerror",
                    "you may not use Docker's socket",
                    "sudo usermod -aG docker $USER, then log in anew"),
            new Known(
                    "cannot connect to the docker daemon",
                    "the Docker daemon does not run",
                    "start Docker Desktop, or: sudo systemctl start docker"),
            new Known(
                    "error while fetching server api version",
                    "the Docker daemon does not run",
                    "start Docker Desktop, or: sudo systemctl start docker"),
            new Known(
                    "error during connect",
                    "the Docker daemon cannot be reached",
                    "start Docker Desktop, or: sudo systemctl start docker"),
            new Known(
                    "user specified ip address is supported only",
                    "there is a network of the lab's name that is not the lab's",
                    "docker network ls, and remove that network"),
            new Known(
                    "pool overlaps",
                    "another network of Docker has addresses of the lab's subnet",
                    "docker network ls, or for other addresses: down; up --subnet 10.78.0.0/24"),
            new Known("port is already allocated", "another container has the port", "down --keep; up"),
            new Known(
                    "address already in use",
                    "another program has the port, or another container the address",
                    "down --keep; up"),
            new Known(
                    "is already in use",
                    "another container has the name",
                    "docker ps -a, and rename or remove that container"),
            new Known(
                    "no space left on device",
                    "the disk of the Docker daemon is full",
                    "docker system df; docker system prune"),
            new Known("no such host", "the image is not here, and its registry cannot be reached", "docker images"),
            new Known("pull access denied", "the image is not here, and no registry gives it", "docker images"),
            new Known("manifest unknown", "no registry has this version of the image", "docker images"),
            new Known("unable to find image", "the image is not here", "docker images"),
            new Known(
                    "is paused",
                    "the container is paused: somebody typed docker pause",
                    "docker unpause $(docker ps -q --filter status=paused)"),
            new Known("no such container", "the container was removed", "up"),
            new Known("is not running", "the container has ended", "up"),
            new Known(
                    "mounts denied",
                    "Docker may not use the lab's directory",
                    "share it in the settings of Docker Desktop, or set XDG_STATE_HOME to a directory below your home"),
            new Known("network", "a network is missing or was changed", "down --keep; up"));

    private DockerFailure() {}

    /** @param what the failure in words */
    static LabException of(String what, Shell.Ended ended) {
        return new LabException(Exit.FAILED, List.of(problem(what, ended)));
    }

    static Problem problem(String what, Shell.Ended ended) {
        var said = lastLine(ended);
        var all = (ended.errors() + "\n" + ended.output()).toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> all.contains(known.text()))
                .findFirst()
                .map(known -> new Problem(what, known.why() + "; docker says: " + said, known.remedy()))
                .orElseGet(() -> new Problem(what, "docker says: " + said, ""));
    }

    /** Returns the line that tells the error: the last one, without docker's hint to its own help. */
    static String lastLine(Shell.Ended ended) {
        var text = ended.errors().isBlank() ? ended.output() : ended.errors();
        var lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("See 'docker")
                        && !line.startsWith("Run 'docker")
                        && !line.startsWith("Encountered errors"))
                .toList();
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
                .reduce((one, later) -> later)
                .or(() -> lines.stream().reduce((one, later) -> later))
                .orElse("nothing");
    }
}
