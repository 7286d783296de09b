package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Shell;

/** The running labs of containers beside one. Who asks all the time gets an answer that may be half a minute old. */
final class OtherLabs {

    private static final Duration REST = Duration.ofSeconds(30);

    private final Path lab;
    private final Shell shell;
    private List<String> last = List.of();
    private boolean known;
    private long listedNanos;

    /** @param lab the directory of the one */
    OtherLabs(Path lab, Shell shell) {
        this.lab = lab;
        this.shell = shell;
    }

    synchronized List<String> names() {
        if (!known || System.nanoTime() - listedNanos >= REST.toNanos()) {
            last = in(lab.getParent(), shell).stream()
                    .filter(name -> !name.equals(String.valueOf(lab.getFileName())))
                    .toList();
            known = true;
            listedNanos = System.nanoTime();
        }
        return last;
    }

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
