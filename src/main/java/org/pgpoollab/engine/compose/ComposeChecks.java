package org.pgpoollab.engine.compose;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell;

/** Checks whether hosts can be made of containers on this machine. Builds and downloads nothing. */
public record ComposeChecks(Shell shell) {

    /** What {@code Dockerfile.pgpool} begins with if nothing else is asked for. */
    private static final String BASE_IMAGE = "debian:bookworm-slim";

    public List<MachineCheck> all() {
        var obstacles = ComposeObstacles.ofThisProcess(shell).all();
        if (!obstacles.isEmpty()) {
            return obstacles.stream()
                    .map(obstacle -> MachineCheck.unmet("Docker", obstacle))
                    .toList();
        }
        var docker = new Docker(shell);
        var checks = new ArrayList<MachineCheck>();
        checks.add(MachineCheck.met(
                "Docker",
                docker.run("version", "--format", "client {{.Client.Version}}, daemon {{.Server.Version}}")
                        .output()
                        .strip()));
        checks.add(compose());
        checks.add(image(docker));
        return checks;
    }

    private MachineCheck compose() {
        var words = new ArrayList<>(new ComposeCommand(shell).words().orElse(List.of("docker-compose")));
        words.add("version");
        var version = shell.run(Command.of(words)).output().strip().lines().findFirst();
        return MachineCheck.met("compose", version.orElse("of unknown version"));
    }

    private MachineCheck image(Docker docker) {
        if (new LabImage(shell, line -> {}).id().isPresent()) {
            return MachineCheck.met("image", LabImage.NAME + " is built");
        }
        var base = docker.run("image", "inspect", "--format", "{{.Id}}", BASE_IMAGE)
                        .succeeded()
                ? BASE_IMAGE + " is here"
                : BASE_IMAGE + " is pulled from a registry";
        return MachineCheck.met("image", "the first up builds " + LabImage.NAME + ", which takes a minute; " + base);
    }
}
