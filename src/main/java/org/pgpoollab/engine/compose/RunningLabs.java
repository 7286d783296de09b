package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Shell;

/** Finds the labs of containers that run, by the labels of their containers. */
final class RunningLabs {

    private RunningLabs() {}

    /** Returns the names of the directories of running labs that are directly in this one. */
    static List<String> in(Path labs, Shell shell) {
        try {
            var ended = new Docker(shell)
                    .run(
                            "ps",
                            "--filter",
                            "label=" + ContainerNames.LAB,
                            "--format",
                            "{{.Label \"" + ContainerNames.DIRECTORY + "\"}}");
            return ended.output()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Path::of)
                    .filter(directory -> labs.equals(directory.getParent()))
                    .map(directory -> directory.getFileName().toString())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (LabException noDocker) {
            return List.of();
        }
    }
}
