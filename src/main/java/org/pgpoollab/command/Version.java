package org.pgpoollab.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.Exit;
import picocli.CommandLine.Command;

@Command(description = "Shows the version of this program and of its Java.")
@CommandHelp(examples = "version")
final class Version implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(built from source)");
        var java = Runtime.version().toString();
        return context.show(AdHocReport.of(
                () -> List.of("pgpool-lab " + own, "Java " + java), () -> Map.of("version", own, "java", java)));
    }
}
