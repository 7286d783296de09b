package org.pgpoollab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.compose.ComposeEngine;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;

/** Creates engines, and knows what is common to all labs of an engine: which run, and whether a directory has its files. */
record Engines(Shell shell) {

    /**
     * @param programs returns what the programs of a host need, by its name; called only when a program is run
     * @param tell receives messages about what takes long, line by line
     */
    Engine of(Lab lab, Path directory, Function<String, HostPrograms> programs, Consumer<String> tell) {
        Supplier<List<String>> others = () -> others(directory);
        return switch (lab.engine()) {
            case NATIVE -> new NativeEngine(lab, directory, shell, programs, others);
            case COMPOSE -> new ComposeEngine(lab, directory, shell, others, tell);
        };
    }

    /** Returns an engine that only observes a lab and ends it. */
    Engine of(Lab lab, Path directory) {
        return of(lab, directory, host -> HostPrograms.none(), line -> {});
    }

    /** Returns the names of the labs, of whatever engine, that run beside the one in this directory. */
    private List<String> others(Path directory) {
        return running(directory.getParent()).stream()
                .map(lab -> lab.directory().getFileName().toString())
                .filter(name -> !name.equals(directory.getFileName().toString()))
                .distinct()
                .sorted()
                .toList();
    }

    /** A lab that runs, with or without files. */
    record RunningLab(Path directory, EngineKind kind) {}

    /** Returns the running labs that were created directly in this directory. */
    List<RunningLab> running(Path labs) {
        return Stream.concat(
                        NativeEngine.running(labs).stream()
                                .map(directory -> new RunningLab(directory, EngineKind.NATIVE)),
                        ComposeEngine.running(labs, shell).stream()
                                .map(directory -> new RunningLab(directory, EngineKind.COMPOSE)))
                .toList();
    }

    /** Returns another engine that has left files in a lab's directory, and still runs the lab; empty if there is none. */
    Optional<EngineKind> runningInsteadOf(EngineKind kind, Path directory) {
        return Stream.of(EngineKind.values())
                .filter(other -> other != kind && hasTraces(directory, other))
                .filter(other -> running(directory.getParent()).contains(new RunningLab(directory, other)))
                .findFirst();
    }

    /** Returns the engine that has left files in a lab's directory. */
    static Optional<EngineKind> traces(Path directory) {
        return Stream.of(EngineKind.values())
                .filter(kind -> hasTraces(directory, kind))
                .findFirst();
    }

    private static boolean hasTraces(Path directory, EngineKind kind) {
        return Files.exists(directory.resolve("." + kind.word()));
    }

    /** Returns the engine of a lab for which none was chosen: native where it can run, else compose where that can. */
    EngineKind usual() {
        if (NativeEngine.canRun(shell)) {
            return EngineKind.NATIVE;
        }
        // Where neither can run, what is said must be about the engine that this system is most likely to get.
        return !isLinux() || ComposeEngine.canRun(shell) ? EngineKind.COMPOSE : EngineKind.NATIVE;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }
}
