package org.pgpoollab.observe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;

/**
 * Builds command lines of the pcp tools that neither ask for a password nor show one.
 *
 * @param directory the directory of the tools
 * @param passwordFile a file in the format of {@code .pcppass}
 */
public record PcpTools(Path directory, Path passwordFile, String user, Map<String, String> environment) {

    public PcpTools {
        environment = Map.copyOf(environment);
    }

    /** @param tool its name, including {@code pcp_} */
    public Command command(String tool, Endpoint pcp, List<String> options) {
        var words = new ArrayList<>(List.of(
                directory.resolve(tool).toString(),
                "-h",
                pcp.host(),
                "-p",
                String.valueOf(pcp.port()),
                "-U",
                user,
                "-w"));
        words.addAll(options);
        var command = Command.of(words).with("PCPPASSFILE", passwordFile.toString());
        for (var variable : environment.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command;
    }
}
