package org.pgpoollab.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;

@Command(description = "Shows the version of this program and of its Java.")
@CommandHelp(examples = "version")
public final class Version implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(built from source)");
        var java = Runtime.version().toString();
        return context.show(AdHocReport.of(
                () -> List.of("pgpool-lab " + own, "Java " + java), () -> Map.of("version", own, "java", java)));
    }
}
