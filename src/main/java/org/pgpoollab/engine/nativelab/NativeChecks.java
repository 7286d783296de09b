package org.pgpoollab.engine.nativelab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell;

/** Checks whether hosts can be made of Linux namespaces on this machine, by making some, and what the fault {@code slow} needs. */
public record NativeChecks(Shell shell) {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Sets up in a network of its own what {@code slow} sets up on a host. */
    private static final List<String> DELAY = List.of(
            "unshare", "--user", "--map-root-user", "--net", "tc", "qdisc", "add", "dev", "lo", "root", "netem");

    /** The status with which unshare ends if it does not find the program. */
    private static final int NOT_FOUND = 127;

    public List<MachineCheck> all() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return List.of(MachineCheck.unmet(
                    "kernel", System.getProperty("os.name") + " has no namespaces as Linux has", "--engine compose"));
        }
        var kernel = MachineCheck.met("kernel", "Linux " + System.getProperty("os.version"));
        var obstacles = new UserNamespaces(shell).obstacles();
        if (!obstacles.isEmpty()) {
            return List.of(kernel, MachineCheck.unmet("user namespaces", obstacles.get(0)));
        }
        var namespaces = MachineCheck.met("user namespaces", System.getProperty("user.name") + " can make them");
        return List.of(kernel, namespaces, delay());
    }

    private MachineCheck delay() {
        var subject = "packet delay";
        var remedy = "as root on this machine: modprobe -a sch_netem sch_prio cls_u32";
        try {
            var ended = shell.run(Command.of(DELAY).with("PATH", searchPath()).within(DEADLINE));
            if (ended.status() == NOT_FOUND) {
                return MachineCheck.limited(
                        subject, "slow was not tried: this machine has no tc", "apt-get install iproute2");
            }
            return ended.succeeded()
                    ? MachineCheck.met(subject, "the kernel can delay and lose packets: slow works")
                    : MachineCheck.limited(subject, "slow does not work: " + firstLine(ended.errors()), remedy);
        } catch (LabException e) {
            return MachineCheck.limited(
                    subject, "slow was not tried: " + e.problems().get(0).why(), "");
        }
    }

    /** Debian does not put sbin, where tc is, on the PATH of ordinary users. */
    private static String searchPath() {
        var path = System.getenv("PATH");
        return (path == null ? "" : path + ":") + Path.of("/usr/sbin") + ":" + Path.of("/sbin");
    }

    private static String firstLine(String errors) {
        return errors.strip().lines().findFirst().orElse("tc failed");
    }
}
