package org.pgpoollab.engine.compose;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Shell;

/**
 * Finds why this machine cannot run a lab of containers. The first obstacle hides the others that only it would cause.
 *
 * @param dockerHost the environment variable {@code DOCKER_HOST}, which docker follows; empty if it is not set
 */
record ComposeObstacles(Shell shell, String dockerHost) {

    private static final String CANNOT = "this machine cannot run a lab of containers";
    private static final String OTHER_ENGINE = ", or another engine: --engine native";

    static ComposeObstacles ofThisProcess(Shell shell) {
        var variable = System.getenv("DOCKER_HOST");
        return new ComposeObstacles(shell, variable == null ? "" : variable);
    }

    List<Problem> all() {
        var docker = new Docker(shell);
        var obstacles = new ArrayList<Problem>();
        Shell.Ended version;
        try {
            daemonElsewhere(docker, obstacles);
            if (!obstacles.isEmpty()) {
                return obstacles;
            }
            version = docker.run("version", "--format", "{{.Server.Version}}");
        } catch (LabException noClient) {
            var trouble = noClient.problems().get(0);
            return List.of(new Problem(
                    CANNOT,
                    trouble.what() + (trouble.why().isEmpty() ? "" : ": " + trouble.why()),
                    "install docker.io and docker-compose, or Docker Desktop" + OTHER_ENGINE));
        }
        if (!version.succeeded()) {
            var known = DockerFailure.problem(CANNOT, version);
            return List.of(
                    dockerHost.isBlank()
                            ? new Problem(known.what(), known.why(), orOtherEngine(known.remedy()))
                            : new Problem(
                                    known.what(),
                                    known.why() + "; DOCKER_HOST is set to " + dockerHost,
                                    orOtherEngine("unset DOCKER_HOST"
                                            + (known.remedy().isEmpty() ? "" : ", or: " + known.remedy()))));
        }
        otherNumbersOfUsers(docker, obstacles);
        if (new ComposeCommand(shell).words().isEmpty()) {
            obstacles.add(new Problem(
                    CANNOT,
                    "there is no compose: neither docker compose nor docker-compose is here",
                    ComposeCommand.INSTALL + OTHER_ENGINE));
        }
        return obstacles;
    }

    private static String orOtherEngine(String remedy) {
        return remedy.isEmpty() ? "--engine native" : remedy + OTHER_ENGINE;
    }

    /** A daemon on another machine has neither the lab's directory nor the ports on 127.0.0.1. */
    private void daemonElsewhere(Docker docker, List<Problem> obstacles) {
        var host = !dockerHost.isBlank()
                ? dockerHost
                : docker.run("context", "inspect", "--format", "{{.Endpoints.docker.Host}}")
                        .output()
                        .strip();
        if (isElsewhere(host)) {
            obstacles.add(new Problem(
                    CANNOT,
                    "the Docker daemon is at " + host
                            + ", and a lab needs one that has the directories of this machine",
                    "unset DOCKER_HOST; docker context use default" + OTHER_ENGINE));
        }
    }

    static boolean isElsewhere(String host) {
        return host.startsWith("ssh://") || host.startsWith("tcp://") || host.startsWith("http");
    }

    /** With mapped numbers of users a host could not read the lab's files, and the user could not remove the host's. */
    private static void otherNumbersOfUsers(Docker docker, List<Problem> obstacles) {
        var options =
                docker.run("info", "--format", "{{json .SecurityOptions}}").output();
        for (var option : List.of("rootless", "userns")) {
            if (options.contains("name=" + option)) {
                obstacles.add(new Problem(
                        CANNOT,
                        "the Docker daemon maps the numbers of users (" + option
                                + "), so files that nodes write would not be yours",
                        "docker context use default, for a daemon without it" + OTHER_ENGINE));
            }
        }
    }
}
