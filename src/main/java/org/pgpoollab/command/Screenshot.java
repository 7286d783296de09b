package org.pgpoollab.command;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.ScreenSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Writes a picture of the screen; the file name decides its format.",
            "The format is .svg, .txt or .ansi. On the full screen it is the current screen; elsewhere it is what the screen would show of the lab now."
        })
@CommandHelp(examples = {"screenshot", "screenshot failover.svg", "screenshot grid.txt --size 80x24"})
public final class Screenshot implements LabCommand {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write (default pgpool-lab-DATE-TIME.svg).")
    private String file = "";

    @Option(
            names = "--size",
            paramLabel = "COLSxROWS",
            description = "The size of the picture outside the full screen (default 120x36).")
    private String size = "";

    @Override
    public Exit run(CommandContext context) {
        var name = file.isEmpty()
                ? "pgpool-lab-"
                        + STAMP.withZone(context.clock().getZone())
                                .format(context.clock().instant()) + ".svg"
                : file;
        if (!name.matches("(?i).*\\.(svg|txt|ansi)")) {
            throw LabException.usage(
                    "'" + name + "' says no format that a picture can have",
                    "its name has to end in .svg, .txt or .ansi",
                    "screenshot " + ShellQuoting.quote(name + ".svg"));
        }
        var wanted = size.isEmpty() ? ScreenSize.USUAL : ScreenSize.parse(size);
        var path = Path.of(name);
        if (!context.isDryRun()) {
            context.shoot(path, wanted);
        }
        var text = (context.isDryRun() ? "the picture would be in " : "the picture is in ") + path.toAbsolutePath();
        return context.show(AdHocReport.of(
                () -> List.of(text), () -> Map.of("file", path.toAbsolutePath().toString())));
    }
}
