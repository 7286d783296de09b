package org.pgpoollab.engine.nativelab;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.engine.HostLines;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Node;

/** The shell lines for hosts that are made of namespaces. */
public record NamespaceLines() implements HostLines {

    @Override
    public List<String> creating(Path directory) {
        return List.of(
                "# unshare --user --map-root-user --net --mount --uts --pid --fork --mount-proc sh",
                "# ip link add br0 type bridge; ip link add eth0 type veth peer name v-NODE; …");
    }

    @Override
    public List<String> destroying(Path directory) {
        var guard = directory.resolve(NamespaceLifecycle.DIRECTORY).resolve(NamespaceLifecycle.PID_FILE);
        return List.of("kill -KILL $(cat " + ShellQuoting.quote(guard.toString()) + ")");
    }

    @Override
    public List<String> removingImages() {
        return List.of();
    }

    @Override
    public String mounting(Node node, String line) {
        return line + asRoot(node);
    }

    private static String asRoot(Node node) {
        return "    (on " + node + (node.isPostgres() ? ", as root)" : ")");
    }

    @Override
    public List<String> cuttingPower(Node node) {
        return List.of(
                "kill -KILL -1" + asRoot(node),
                "# and from outside the process 1 of " + node + ", with which its network goes");
    }

    /** Nothing from outside holds a host of this engine. */
    @Override
    public List<String> releasing(Node node) {
        return List.of();
    }
}
