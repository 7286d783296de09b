package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;

/** Removes the lab's directory with everything in it. */
public record RemoveFiles(Path directory) implements Step {

    /** The number of attempts: a program that watches the lab may write an event just after the directory was emptied. */
    private static final int TRIES = 3;

    /** The depth of a node's database directories: NODE/data/base/NUMBER. */
    private static final int DATABASES = 4;

    @Override
    public String title() {
        return "remove the lab's files";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(removal().shellLine()));
    }

    private Command removal() {
        var words = new ArrayList<>(List.of("rm", "-rf", "--"));
        if (Files.isSymbolicLink(directory)) {
            // If the path is a symbolic link, rm would remove only the link.
            words.add(real(directory).toString());
        }
        words.add(directory.toString());
        return Command.of(words).within(Duration.ofMinutes(1));
    }

    private static Path real(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException leadsNowhere) {
            return link;
        }
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        FileChanges.removeBranches(context.shell(), List.of(directory), DATABASES);
        var ended = context.shell().run(removal());
        for (var again = 0; again < TRIES && Files.exists(directory); again++) {
            ended = context.shell().run(removal());
        }
        if (Files.exists(directory)) {
            throw LabException.failed("the lab's directory " + directory + " is not gone", ended.lastWords(), "down");
        }
    }
}
