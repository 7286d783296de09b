package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.pgpoollab.engine.ClientHost;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Gate;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;

/**
 * Runs client programs on the utility host, which has the sockets of all nodes in its file system. The pcp tools run through the gate,
 * because {@code docker exec} costs a tenth of a second of a processor.
 */
record UtilityPrograms(ContainerCommands commands, Gate gate, Shell shell) implements ClientHost {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** What the gate puts between a program's output and its status. */
    private static final String END = "\n\u0001";

    @Override
    public Command on(Command program) {
        return commands.asClient(program);
    }

    @Override
    public Shell.Ended run(Command program) {
        var name = program.argv().get(0);
        var isPcp = name.substring(name.lastIndexOf('/') + 1).startsWith("pcp_");
        if (!isPcp
                || !program.argv().stream().allMatch(word -> PLAIN.matcher(word).matches())) {
            return shell.run(on(program));
        }
        var millis = (int) Math.min(Integer.MAX_VALUE, program.deadline().toMillis());
        try (var connection = gate.open("run " + String.join(" ", program.argv()), millis)) {
            return ended(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException noAnswer) {
            return new Shell.Ended(1, "", "ERROR: " + noAnswer.getMessage());
        }
    }

    /** Parses what the script gate.sh writes. */
    static Shell.Ended ended(String answer) {
        var end = answer.lastIndexOf(END);
        if (end < 0 || answer.indexOf('\n', end + END.length()) < 0) {
            return new Shell.Ended(1, answer, "ERROR: the answer was cut off");
        }
        var rest = answer.substring(end + END.length());
        var line = rest.indexOf('\n');
        return new Shell.Ended(
                Integer.parseInt(rest.substring(0, line)), answer.substring(0, end), rest.substring(line + 1));
    }

    @Override
    public Endpoint vip() {
        return new Endpoint(Lab.VIP_NAME, Lab.PGPOOL_PORT);
    }

    @Override
    public String files() {
        return Engine.NODE_DIRECTORY + "/client";
    }
}
