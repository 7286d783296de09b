package org.pgpoollab.plan.step;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;

/**
 * Removes the data that servers have left in the nodes' directories. It is used for a lab that never became ready, so nothing of value is
 * lost.
 */
public record ClearData(Lab lab, LabDirectory directory) implements Step {

    /** The depth of the database directories below a data directory: base/NUMBER. */
    private static final int DATABASES = 2;

    @Override
    public String title() {
        return "remove what an unfinished start has left";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(removal().shellLine()));
    }

    private Command removal() {
        var words = new ArrayList<>(List.of("rm", "-rf", "--"));
        for (var node : lab.nodes()) {
            for (var left : List.of(
                    "data",
                    "data.new",
                    "data.old",
                    "data.part",
                    "rewinding",
                    "postgresql.log",
                    "repmgr.log",
                    "pgpool.log")) {
                words.add(directory.of(node).resolve(left).toString());
            }
            OwnTablespaces.of(directory.of(node)).forEach(space -> words.add(space.toString()));
        }
        // Without this, the writes that a load has recorded would be reported as lost, because their data is gone.
        words.add(directory.load().toString());
        return Command.of(words).within(FileChanges.COPY_LIMIT);
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var data = lab.postgresNodes().stream()
                .map(node -> directory.of(node).resolve("data"))
                .filter(Files::isDirectory)
                .toList();
        FileChanges.removeBranches(context.shell(), data, DATABASES);
        var ended = context.shell().run(removal());
        if (!ended.succeeded()) {
            throw LabException.failed("an unfinished start cannot be cleared away", ended.lastWords(), "down");
        }
    }
}
