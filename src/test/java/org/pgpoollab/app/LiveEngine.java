package org.pgpoollab.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.compose.LabImage;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Release;

/** The engine of the labs of a test run. The tests are the same for each; what a machine must have and what may be left differs. */
record LiveEngine(EngineKind kind) {

    static LiveEngine ofThisRun() {
        return new LiveEngine(
                EngineKind.valueOf(System.getProperty("live.engine", "native").toUpperCase(Locale.ROOT)));
    }

    /** The options that every call of the program gets. */
    List<String> options() {
        return kind == EngineKind.NATIVE ? List.of() : List.of("--engine", kind.word());
    }

    /** The options of {@code up}: the release that {@code -Dlabs.release} names. */
    List<String> made() {
        var release = System.getProperty("labs.release", "");
        return release.isEmpty() ? List.of() : List.of("--release", release);
    }

    /** Returns why this machine cannot run its labs. */
    Optional<String> obstacle() {
        return switch (kind) {
            case NATIVE ->
                succeeds("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "true")
                        ? Optional.empty()
                        : Optional.of("this machine does not let us make namespaces");
            case COMPOSE ->
                !succeeds("docker", "version")
                        ? Optional.of("no Docker daemon can be reached here")
                        : hasImage()
                                ? Optional.empty()
                                : Optional.of("Docker has no debian:bookworm-slim and cannot pull it");
        };
    }

    /** Whether the image of the hosts is there, or can be built: what it begins with is there, or is pulled. */
    private static boolean hasImage() {
        return succeeds("docker", "image", "inspect", LabImage.name(Release.OF_MACHINE))
                || succeeds("docker", "image", "inspect", "debian:bookworm-slim")
                || succeeds("docker", "pull", "-q", "debian:bookworm-slim");
    }

    private static boolean succeeds(String... words) {
        try {
            return new ProcessShell().run(Command.of(words)).succeeded();
        } catch (LabException missing) {
            return false;
        }
    }

    /** Returns what Docker still has of the labs below a directory. */
    List<String> remains(Path state) {
        if (kind == EngineKind.NATIVE) {
            return List.of();
        }
        return Stream.of(List.of("ps", "-a"), List.of("network", "ls"), List.of("volume", "ls"))
                .flatMap(words -> listed(words).filter(line -> line.contains(state.toString())))
                .toList();
    }

    private static Stream<String> listed(List<String> words) {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(words);
        all.addAll(List.of("--filter", "label=pgpool-lab.lab", "--format", "{{.Label \"pgpool-lab.directory\"}}"));
        return new ProcessShell().run(Command.of(all)).output().lines();
    }
}
