package org.pgpoollab.engine.compose;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.engine.HostLines;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The shell lines for hosts that are containers. */
public record ContainerLines(Lab lab) implements HostLines {

    @Override
    public List<String> creating(Path directory) {
        var names = new ContainerNames(lab.name(), directory.toAbsolutePath());
        var file = directory.resolve(ComposeFiles.DIRECTORY).resolve(ComposeFiles.COMPOSE_FILE);
        return List.of(
                "docker compose -p " + names.project() + " -f " + ShellQuoting.quote(file.toString()) + " up -d");
    }

    @Override
    public List<String> destroying(Path directory) {
        var names = new ContainerNames(lab.name(), directory.toAbsolutePath());
        var mine = " --filter " + ShellQuoting.quote(names.filter());
        return List.of(
                "docker rm -f $(docker ps -aq" + mine + ")",
                "docker network rm " + names.project(),
                "docker volume rm " + names.sockets());
    }

    @Override
    public List<String> removingImages() {
        return List.of("docker image rm $(docker image ls --format '{{.Repository}}:{{.Tag}}' --filter "
                + ShellQuoting.quote(LabImage.ALL) + ")");
    }

    /** The host itself may not mount, so another container enters its file system. */
    @Override
    public String mounting(Node node, String line) {
        return "docker run --rm --network=none --pid=container:$(" + find(node) + ") "
                + ShellQuoting.join(ContainerCommands.MOUNTER) + " $(" + find("--format '{{.Image}}'", node)
                + ") --target=1 --mount -- " + line;
    }

    private String find(Node node) {
        return find("-q", node);
    }

    private String find(String what, Node node) {
        return "docker ps " + what + " --filter label=" + ContainerNames.LAB + "=" + lab.name() + " --filter label="
                + ContainerNames.HOST + "=" + node;
    }

    @Override
    public List<String> cuttingPower(Node node) {
        return List.of("docker kill $(" + findOfThisLab(node) + ")");
    }

    @Override
    public List<String> releasing(Node node) {
        return List.of("docker unpause $(" + findOfThisLab(node) + ")");
    }

    /** Names the network, too: another user's lab may have the same name, and its host would be affected as well. */
    private String findOfThisLab(Node node) {
        return find(node) + " --filter label=" + ContainerNames.SUBNET + "="
                + lab.addresses().subnet();
    }
}
