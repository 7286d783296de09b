package org.pgpoollab.engine.compose;

import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Engine;

/** Explains why a lab does not run, or why its hosts cannot be asked. */
record LabTroubles(String lab, Docker docker, LabContainers containers, HostPresence presence) {

    Optional<Problem> whyNotRunning() {
        var what = "the lab " + lab + " is not running";
        try {
            var version = docker.run("version", "--format", "{{.Server.Version}}");
            if (!version.succeeded()) {
                return Optional.of(DockerFailure.problem(what, version));
            }
            return !containers.now().isEmpty()
                    ? Optional.of(new Problem(
                            what,
                            "its containers have ended: somebody stopped them, or the Docker daemon or the machine was restarted",
                            ""))
                    : Optional.empty();
        } catch (LabException noClient) {
            var trouble = noClient.problems().get(0);
            return Optional.of(new Problem(what, trouble.what() + ": " + trouble.why(), trouble.remedy()));
        }
    }

    Optional<Problem> blindness() {
        return switch (presence.outcome(Engine.UTILITY)) {
            case ANSWERED -> Optional.empty();
            case SILENT -> Optional.of(blind("its container does not answer: somebody typed docker pause"));
            case OFF, NO_GATE -> Optional.of(blind("its container is off, or has no network"));
        };
    }

    private Problem blind(String why) {
        return new Problem(
                "the nodes of " + lab + " cannot be asked: the utility host, through which all are, does not answer",
                why + "; the nodes themselves may well run",
                "up, or if that does not help: down --keep; up");
    }
}
