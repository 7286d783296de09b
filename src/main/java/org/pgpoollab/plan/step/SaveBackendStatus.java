package org.pgpoollab.plan.step;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.StagedFile;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * Writes the file in which pgpools keep the status of their backends, before they start, so that they know which backends do not run yet:
 * see write_status_file in pgpool_main.c. Otherwise their children try to use those backends, and keep failing for a while after the
 * backends are back.
 */
public record SaveBackendStatus(Lab lab, LabDirectory directory, List<Node> down) implements Step {

    private static final String FILE = "pgpool_status";

    public SaveBackendStatus {
        down = List.copyOf(down);
    }

    @Override
    public String title() {
        return "start the pgpools with a saved status: down are "
                + down.stream().map(Node::name).collect(Collectors.joining(" and "));
    }

    @Override
    public List<ShellLine> shell() {
        var lines = content().strip().replace("\n", "\\n");
        return lab.pgpoolNodes().stream()
                .map(pool -> ShellLine.on(pool, "printf '" + lines + "\\n' >/run/lab/" + FILE))
                .toList();
    }

    private String content() {
        return lab.postgresNodes().stream()
                .map(node -> down.contains(node) ? "down\n" : "up\n")
                .collect(Collectors.joining());
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        lab.pgpoolNodes().forEach(pool -> StagedFile.write(directory.of(pool).resolve(FILE), content(), false));
    }
}
