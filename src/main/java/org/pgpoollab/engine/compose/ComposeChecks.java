package org.pgpoollab.engine.compose;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/** Checks whether hosts can be made of containers on this machine. Builds and downloads nothing. */
public record ComposeChecks(Shell shell) {

    /** What {@code Dockerfile.pgpool} begins with if nothing else is asked for. */
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
        var image = new LabImage(Release.OF_MACHINE, shell, line -> {});
        if (image.id().isPresent()) {
            return MachineCheck.met("image", image.name() + " is built");
        }
        var base = image.release().baseImage();
        var isHere = docker.run("image", "inspect", "--format", "{{.Id}}", base).succeeded();
        return MachineCheck.met(
                "image",
                "the first up builds " + image.name() + ", which takes a minute; " + base
                        + (isHere ? " is here" : " is pulled from a registry"));
    }
}
