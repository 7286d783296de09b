package org.pgpoollab.engine.nativelab;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Problem;

/** What runs containers, with the file by which it is recognised inside one, and its words for lifting what it forbids there. */
enum ContainerRuntime {
    DOCKER(
            "/.dockerenv",
            "start the container with: ",
            " ",
            "--security-opt seccomp=unconfined",
            "--security-opt systempaths=unconfined",
            "--security-opt apparmor=unconfined"),
    PODMAN(
            "/run/.containerenv",
            "start the container with: ",
            " ",
            "--security-opt seccomp=unconfined",
            "--security-opt unmask=ALL",
            "--security-opt apparmor=unconfined"),
    KUBERNETES(
            "/run/secrets/kubernetes.io",
            "in the container's securityContext: ",
            ", ",
            "seccompProfile: {type: Unconfined}",
            "procMount: Unmasked",
            "appArmorProfile: {type: Unconfined}");

    private final Path sign;
    private final String where;
    private final String separator;
    private final String seccomp;
    private final String maskedPaths;
    private final String appArmor;

    ContainerRuntime(String sign, String where, String separator, String seccomp, String maskedPaths, String appArmor) {
        this.sign = Path.of(sign);
        this.where = where;
        this.separator = separator;
        this.seccomp = seccomp;
        this.maskedPaths = maskedPaths;
        this.appArmor = appArmor;
    }

    /** Returns what runs the container that this process is in; empty if it is in none, or in one of something else. */
    static Optional<ContainerRuntime> ofThisProcess() {
        return Stream.of(values()).filter(runtime -> Files.exists(runtime.sign)).findFirst();
    }

    /** Returns the problem that a container has these limits, with what to give the runtime so that it has none of them. */
    Problem obstacle(String what, String lastWords, List<ContainerLimit> limits) {
        var why = limits.stream()
                .map(ContainerLimit::words)
                .collect(joining(", and ", lastWords + "; in this container ", ""));
        var remedy = limits.stream().map(this::lifting).collect(joining(separator, where, ""));
        return new Problem(what, why, remedy);
    }

    private String lifting(ContainerLimit limit) {
        return switch (limit) {
            case SECCOMP -> seccomp;
            case MASKED_PATHS -> maskedPaths;
            case APPARMOR -> appArmor;
        };
    }
}
