package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Shell;

class DockerFailureTest {

    @Test
    void everyKnownErrorHasACauseAndARemedy() {
        Map.of(
                        "Error response from daemon: Pool overlaps with other one on this address space",
                        "subnet",
                        "Bind for 127.0.0.1:15432 failed: port is already allocated",
                        "port",
                        "Error starting userland proxy: listen tcp4 127.0.0.1:15999: bind: address already in use",
                        "port",
                        "Error response from daemon: Conflict. The container name \"/x\" is already in use by container \"1\".",
                        "name",
                        "Unable to find image 'x:1' locally",
                        "image",
                        "Get \"https://registry/\": dial tcp: lookup registry: no such host",
                        "registry",
                        "write /x: no space left on device",
                        "disk",
                        "Error response from daemon: Container x is paused, unpause the container before exec",
                        "paused",
                        "docker.errors.DockerException: Error while fetching server API version: ('Connection aborted.',"
                                + " PermissionError(13, 'Permission denied'))",
                        "may not use")
                .forEach((said, word) -> assertExplained(said, word));
        assertExplained("error during connect: lookup nonsense: no such host", "daemon cannot be reached");
        assertExplained(
                "user specified IP address is supported only when connecting to networks with user configured subnets",
                "network of the lab's name");
    }

    private static void assertExplained(String said, String word) {
        var problem = DockerFailure.problem("it failed", new Shell.Ended(1, "", said + "\n"));

        assertTrue(problem.why().contains(word), problem.why());
        assertFalse(problem.remedy().isEmpty(), said);
    }

    @Test
    void theLineWithTheErrorIsShownNotTheHintAfterIt() {
        var ended =
                new Shell.Ended(125, "", "docker: Error response from daemon: strange.\nSee 'docker run --help'.\n");

        assertEquals("docker: Error response from daemon: strange.", DockerFailure.lastLine(ended));
    }
}
