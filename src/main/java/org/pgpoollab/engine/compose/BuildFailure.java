package org.pgpoollab.engine.compose;

import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Shell;

/** Explains why an image could not be built, and shows the last lines of the build, which tell what its failed command said. */
final class BuildFailure {

    private static final int LAST_LINES = 6;
    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

    /** What docker adds about itself. */
    private static final Pattern HINTS = Pattern.compile("DEPRECATED|buildx|docs\\.docker\\.com");

    /** The failed command, as docker repeats it: all of a RUN line. */
    private static final Pattern COMMAND = Pattern.compile("The command '.*' returned a non-zero code: (\\d+)");

    private static final Pattern NO_NETWORK = Pattern.compile(
            "Temporary failure resolving|Could not resolve|Could not connect|Unable to connect|timed out");

    private static final Pattern NO_BASE =
            Pattern.compile("registry-1\\.docker\\.io|pull access denied|manifest unknown|manifest for .* not found");

    private BuildFailure() {}

    static LabException of(LabImage image, Shell.Ended ended) {
        var what = "the image " + image.name() + " could not be built";
        var lines = lines(ended);
        var cause = cause(what, image.release().baseImage(), lines, ended);
        var last =
                lines.stream().filter(line -> !COMMAND.matcher(line).matches()).toList();
        var shown = last.subList(Math.max(0, last.size() - LAST_LINES), last.size());
        return new LabException(
                Exit.MISSING,
                List.of(new Problem(
                        what, cause.why() + "\nthe build ends with:\n" + String.join("\n", shown), cause.remedy())));
    }

    private static List<String> lines(Shell.Ended ended) {
        return (ended.output() + "\n" + ended.errors())
                .lines()
                .map(line -> ESCAPES.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty() && !HINTS.matcher(line).find())
                .toList();
    }

    private static Problem cause(String what, String base, List<String> lines, Shell.Ended ended) {
        if (lines.stream().anyMatch(line -> NO_BASE.matcher(line).find())) {
            return new Problem(
                    what,
                    "its base image " + base + " is not here, and no registry gives it",
                    "docker pull " + base
                            + " where there is a network, or bring it from another machine: docker save, docker load");
        }
        var unreachable =
                lines.stream().filter(line -> NO_NETWORK.matcher(line).find()).findFirst();
        if (unreachable.isPresent()) {
            return new Problem(
                    what,
                    "the packages of Debian cannot be fetched: " + unreachable.get(),
                    "docker run --rm " + base + " apt-get update, and see to Docker's network or proxy until it works");
        }
        var status = lines.stream()
                .map(COMMAND::matcher)
                .filter(command -> command.matches())
                .map(command -> command.group(1))
                .findFirst();
        if (status.isPresent() && lines.stream().noneMatch(line -> line.contains("o space left on device"))) {
            return new Problem(
                    what, "a command of the build ended with status " + status.get(), "up, when the cause is gone");
        }
        var known = DockerFailure.problem(what, ended);
        return known.remedy().isEmpty() ? new Problem(what, known.why(), "up, when the cause is gone") : known;
    }
}
