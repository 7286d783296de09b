package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Records the full screen as an asciicast file, which asciinema plays.",
            "It records until record --stop, or until the program ends."
        })
@CommandHelp(
        examples = {"record failover.cast", "record --stop"},
        byHand = {"asciinema rec failover.cast", "asciinema play failover.cast"})
public final class Record implements LabCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE.cast",
            description = "The file to write; an existing file is not overwritten.")
    private String file = "";

    @Option(names = "--stop", description = "Stops the recording.")
    private boolean stop;

    @Override
    public Exit run(CommandContext context) {
        if (stop == !file.isEmpty()) {
            throw LabException.usage(
                    "record needs a file, or --stop", stop ? "it was given both" : "", "record failover.cast");
        }
        if (context.isDryRun()) {
            return context.show(AdHocReport.of(
                    () -> List.of(stop ? "the recording would end" : "the screen would be recorded into " + file),
                    () -> Map.of("file", file, "recording", false)));
        }
        var path = stop ? context.display().stopRecording() : begin(context);
        var text = (stop ? "the recording is in " : "recording into ") + path.toAbsolutePath();
        return context.show(AdHocReport.of(
                () -> List.of(text), () -> Map.of("file", path.toAbsolutePath().toString(), "recording", !stop)));
    }

    private Path begin(CommandContext context) {
        var path = Path.of(file);
        context.display().record(path);
        return path;
    }
}
