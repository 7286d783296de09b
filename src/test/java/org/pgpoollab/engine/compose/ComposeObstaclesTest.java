package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;

class ComposeObstaclesTest {

    @Test
    void aMachineWithDaemonAndComposeHasNone() {
        assertEquals(List.of(), new ComposeObstacles(FakeDocker.working(), "").all());
    }

    @Test
    void withoutClientThereIsOneObstacleWithARemedy() {
        var obstacle = only(new FakeDocker().without("docker"));

        assertEquals("docker cannot be started: No such file or directory", obstacle.why());
        assertTrue(obstacle.remedy().contains("docker.io"), obstacle.remedy());
    }

    @Test
    void aDaemonThatDoesNotRunIsToldFromOneThatMayNotBeUsed() {
        var off = only(
                new FakeDocker()
                        .failing(
                                "docker version",
                                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"));
        var forbidden = only(new FakeDocker()
                .failing(
                        "docker version",
                        "permission denied while trying to connect to the Docker daemon socket at"
                                + " unix:///var/run/docker.sock: connect: permission denied"));

        assertTrue(off.why().startsWith("the Docker daemon does not run"), off.why());
        assertTrue(forbidden.remedy().startsWith("sudo usermod -aG docker"), forbidden.remedy());
    }

    @Test
    void aVariableThatLeadsToNoDaemonIsNamed() {
        var docker = new FakeDocker().failing("docker version", "Cannot connect to the Docker daemon at unix:///x.");

        var obstacle = new ComposeObstacles(docker, "unix:///x").all().get(0);

        assertTrue(obstacle.why().endsWith("DOCKER_HOST is set to unix:///x"), obstacle.why());
        assertTrue(obstacle.remedy().startsWith("unset DOCKER_HOST, or: "), obstacle.remedy());
    }

    @Test
    void aDaemonOnAnotherMachineIsRefused() {
        var obstacle = only(FakeDocker.working().saying("docker context inspect", "ssh://root@far\n"));

        assertTrue(obstacle.why().contains("ssh://root@far"), obstacle.why());
        assertFalse(ComposeObstacles.isElsewhere("npipe:////./pipe/docker_engine"));
        assertFalse(ComposeObstacles.isElsewhere("unix:///run/docker.sock"));
        assertTrue(ComposeObstacles.isElsewhere("tcp://10.0.0.1:2375"));
    }

    @Test
    void mappedNumbersOfUsersAreRefused() {
        var obstacle = only(FakeDocker.working().saying("docker info", "[\"name=seccomp\",\"name=rootless\"]\n"));

        assertTrue(obstacle.why().contains("(rootless)"), obstacle.why());
    }

    @Test
    void withoutAnyComposeThePackagesAreNamed() {
        var obstacle = only(FakeDocker.working()
                .failing("docker compose version", "docker: 'compose' is not a docker command.")
                .without("docker-compose"));

        assertTrue(obstacle.remedy().contains("docker-compose"), obstacle.remedy());
    }

    private static Problem only(FakeDocker shell) {
        var all = new ComposeObstacles(shell, "").all();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }
}
