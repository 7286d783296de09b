package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

class BuildFailureTest {

    private static final LabImage IMAGE = new LabImage(Release.OF_MACHINE, new FakeDocker(), line -> {});

    private static final String COMMAND =
            "The command '/bin/sh -c apt-get update     && apt-get install' returned a non-zero code: 100";

    @Test
    void aBuildWithoutNetworkSaysSoAndWhatAptSaid() {
        var problem = problem(
                "Step 4/11 : RUN apt-get update\nErr:1 http://deb.debian.org/debian bookworm InRelease\n"
                        + "  Temporary failure resolving 'deb.debian.org'\n",
                "\u001b[91mE: Unable to locate package tini\n\u001b[0m\nDEPRECATED: The legacy builder is deprecated\n"
                        + "            Install the buildx component to build images with BuildKit:\n" + COMMAND + "\n");

        assertEquals("""
                the packages of Debian cannot be fetched: Temporary failure resolving 'deb.debian.org'
                the build ends with:
                Step 4/11 : RUN apt-get update
                Err:1 http://deb.debian.org/debian bookworm InRelease
                Temporary failure resolving 'deb.debian.org'
                E: Unable to locate package tini""", problem.why());
        assertEquals(
                "docker run --rm debian:bookworm-slim apt-get update, and see to Docker's network or proxy until it works",
                problem.remedy());
    }

    /** What the failed command printed is no message of docker: it may contain any word. */
    @Test
    void aCommandThatFailsIsNotTakenForATroubleOfDocker() {
        var problem = problem("installing network tools\ninstall: permission denied\n", COMMAND);

        assertEquals(
                "a command of the build ended with status 100",
                problem.why().lines().findFirst().orElseThrow());
        assertEquals("up, when the cause is gone", problem.remedy());
    }

    @Test
    void aFullDiskAndALackingBaseImageAreNamed() {
        assertEquals(
                "docker system df; docker system prune",
                problem("dpkg: No space left on device\n", COMMAND).remedy());
        var lacking = problem(
                "Step 1/11 : ARG BASE_IMAGE=debian:bookworm-slim\n",
                "pull access denied for debian, repository does not exist");
        assertTrue(lacking.why().startsWith("its base image debian:bookworm-slim is not here"), lacking.why());
        assertTrue(lacking.remedy().startsWith("docker pull debian:bookworm-slim "), lacking.remedy());
    }

    private static Problem problem(String output, String errors) {
        return BuildFailure.of(IMAGE, new Shell.Ended(1, output, errors))
                .problems()
                .get(0);
    }
}
