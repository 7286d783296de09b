package org.pgpoollab.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Command;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.ShellLine;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;

/**
 * Starts the load process. The process has its own session, so that it outlives this command and its terminal.
 *
 * @param program the command line of the process
 * @param environment variables of the process in addition to the inherited ones
 * @param byHand a shell line that creates such a load without this program
 */
record StartLoad(
        LoadShape shape, LoadDirectory directory, List<String> program, Map<String, String> environment, String byHand)
        implements Step {

    private static final String DETACHED = "note=$1; log=$2; shift 2; setsid sh -c '" + "%s" + "' sh \"$note\" \"$@\""
            + " </dev/null >\"$log\" 2>&1 &";

    @Override
    public String title() {
        return "start a load: " + shape.words();
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(Node.pgpool(0), byHand));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        makeRoom();
        var words = new ArrayList<>(List.of("sh", "-c", script(), "sh"));
        words.add(directory.process().toString());
        words.add(directory.log().toString());
        words.addAll(program);
        var command = Command.of(words);
        for (var variable : environment.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        var ended = context.shell().run(command);
        if (!ended.succeeded()) {
            throw LabException.failed("the load could not be started", ended.lastWords(), "load start");
        }
    }

    private static String script() {
        return DETACHED.replace("%s", LoadProcess.NOTE_AND_RUN.replace("'", "'\\''"));
    }

    /**
     * Creates the directory and replaces the status of an earlier load, so that it is not taken for that of this one. On a disk without
     * room it fails here, where the reason can be told: the load process could not even write why it ends.
     */
    private void makeRoom() {
        try {
            Files.createDirectories(directory.root());
            Files.deleteIfExists(directory.process());
            new LoadStatusFile(directory.loadStatus()).reserve();
            directory.requireRoom();
        } catch (IOException e) {
            throw LabException.failed(
                    "there is no place for the load's files", Reason.of(e), FullDisk.remedy(directory.root()));
        }
    }
}
