package org.pgpoollab.observe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;

/**
 * Builds command lines of the pcp tools, for the place where client programs run, that neither ask for a password nor show one.
 *
 * @param directory the directory of the tools
 * @param passwordFile a file in the format of {@code .pcppass}, as the tools find it
 */
public record PcpTools(Path directory, String passwordFile, String user) {

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
        return Command.of(words).with("PCPPASSFILE", passwordFile);
    }
}
