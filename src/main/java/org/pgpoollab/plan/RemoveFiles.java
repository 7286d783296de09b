package org.pgpoollab.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;

/** Removes the lab's directory with everything in it. */
record RemoveFiles(Path directory) implements Step {

    /** Whoever watches the lab may write down an event just when the directory is empty. */
    private static final int TRIES = 3;

    @Override
    public String title() {
        return "remove the lab's files";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(removal().shellLine()));
    }

    private Command removal() {
        return Command.of("rm", "-rf", "--", directory.toString()).within(Duration.ofMinutes(1));
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        var ended = workshop.shell().run(removal());
        for (var again = 0; again < TRIES && Files.exists(directory); again++) {
            ended = workshop.shell().run(removal());
        }
        if (Files.exists(directory)) {
            throw LabException.failed(
                    "the lab's directory " + directory + " is not gone", ended.lastWords(), "pgpool-lab down");
        }
    }
}
