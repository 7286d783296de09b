package org.pgpoollab.engine.nativelab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.engine.Shell;

/**
 * Checks whether this user may create namespaces on this machine, by creating them as a lab does; if not, it finds the kernel setting or
 * the container's limit that forbids it.
 */
final class UserNamespaces {

    /** The kernel settings of the distributions, each with the value that forbids namespaces and the command that allows them. */
    private static final Map<String, List<String>> SWITCHES = Map.of(
            "kernel/unprivileged_userns_clone", List.of("0", "sudo sysctl kernel.unprivileged_userns_clone=1"),
            "kernel/apparmor_restrict_unprivileged_userns",
                    List.of("1", "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"),
            "user/max_user_namespaces", List.of("0", "sudo sysctl user.max_user_namespaces=10000"));

    private final Shell shell;

    UserNamespaces(Shell shell) {
        this.shell = shell;
    }

    List<Problem> obstacles() {
        var what = "this machine does not let " + System.getProperty("user.name") + " make namespaces";
        try {
            var trial = Command.of(
                            "unshare",
                            "--user",
                            "--map-root-user",
                            "--mount",
                            "--net",
                            "--uts",
                            "--ipc",
                            "--pid",
                            "--fork",
                            "--mount-proc",
                            "true")
                    .within(Duration.ofSeconds(30));
            var ended = shell.run(trial);
            if (ended.succeeded()) {
                return List.of();
            }
            return List.of(ofContainer(what, ended)
                    .orElseGet(() -> new Problem(what, ended.lastWords() + setting(), remedy())));
        } catch (LabException e) {
            return List.of(new Problem(what, e.problems().get(0).why(), "apt-get install util-linux"));
        }
    }

    /** Returns the problem if this process is in a container, and something there is known to forbid namespaces. */
    private static Optional<Problem> ofContainer(String what, Shell.Ended ended) {
        var limits = ContainerLimit.ofThisProcess(ended.errors());
        return ContainerRuntime.ofThisProcess()
                .filter(runtime -> !limits.isEmpty())
                .map(runtime -> runtime.obstacle(what, ended.lastWords(), limits));
    }

    private static String setting() {
        return forbidding()
                .map(entry -> "; " + entry.getKey().replace('/', '.') + " is "
                        + entry.getValue().get(0))
                .orElse("");
    }

    private static String remedy() {
        return forbidding()
                .map(entry -> entry.getValue().get(1) + "\nor: " + asRoot())
                .orElseGet(UserNamespaces::asRoot);
    }

    private static String asRoot() {
        return "sudo " + LaunchCommand.ofProcess();
    }

    private static Optional<Map.Entry<String, List<String>>> forbidding() {
        return SWITCHES.entrySet().stream()
                .filter(entry -> valueOf(entry.getKey())
                        .filter(entry.getValue().get(0)::equals)
                        .isPresent())
                .findFirst();
    }

    private static Optional<String> valueOf(String name) {
        return ProcessTable.read(Path.of("/proc/sys", name)).map(String::strip);
    }
}
