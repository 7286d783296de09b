package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.CheckedLab;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDefaults;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabFormat;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.StateHome;

/** Finds all labs of this user on this machine, and decides which of them a command means. */
final class LabRegistry {

    private static final Path FILE_HERE = Path.of("lab.yaml");

    private final StateHome home;
    private final Engines engines = new Engines(new ProcessShell());
    private Optional<EngineKind> usual = Optional.empty();

    LabRegistry(StateHome home) {
        this.home = home;
    }

    /** Returns the engine that this machine uses if none is chosen; finding it out starts a process, so it is remembered. */
    private synchronized EngineKind usualEngine() {
        if (usual.isEmpty()) {
            usual = Optional.of(engines.usual());
        }
        return usual.orElseThrow();
    }

    StateHome home() {
        return home;
    }

    /** Returns the lab that the lab file describes, with the options overriding it. */
    CheckedLab wished(ProgramOptions program, LabOptions options) {
        var all = options;
        if (!program.lab().isEmpty()) {
            all = all.with(LabKey.NAME, program.lab());
        }
        if (program.engine().isPresent() && !all.has(LabKey.ENGINE)) {
            all = all.with(LabKey.ENGINE, program.engine().get().word());
        }
        var wished = read(program, all, LabDefaults.withEngine(this::usualEngine));
        if (all.has(LabKey.ENGINE) && all.has(LabKey.RELEASE)) {
            return wished;
        }
        // A lab remembers its engine and its release, so those that it has decide, unless the lab file names others.
        var made = made(wished.lab().name());
        return made.isPresent() ? read(program, all, LabDefaults.of(made.get())) : wished;
    }

    private static CheckedLab read(ProgramOptions program, LabOptions options, LabDefaults defaults) {
        var file = file(program);
        return file.isPresent() ? LabFile.read(file.get(), options, defaults) : LabFile.withoutFile(options, defaults);
    }

    boolean hasFile(ProgramOptions program) {
        return file(program).isPresent();
    }

    private static Optional<Path> file(ProgramOptions program) {
        if (!program.file().isEmpty()) {
            return Optional.of(Path.of(program.file()));
        }
        return Files.exists(FILE_HERE) ? Optional.of(FILE_HERE) : Optional.empty();
    }

    /**
     * Returns the lab as it was created; empty if it was not.
     *
     * @throws LabException if its file is damaged, or names another lab (a copied directory is no lab of its own), or if the lab belongs to
     *     a newer program
     */
    Optional<Lab> made(String name) {
        var directory = home.lab(name);
        if (!Files.exists(directory.labFile())) {
            return Optional.empty();
        }
        LabFormat.requireKnown(directory);
        try {
            return Optional.of(owned(
                    directory,
                    LabFile.read(directory.labFile(), LabOptions.NONE).lab()));
        } catch (LabException damaged) {
            throw damaged.exit() == Exit.USAGE
                    ? unusable(directory, damaged.problems().get(0))
                    : damaged;
        }
    }

    private Lab owned(LabDirectory directory, Lab lab) {
        if (lab.name().equals(name(directory))) {
            return lab;
        }
        var owner = home.lab(lab.name()).root();
        var isCopy = Files.exists(owner);
        var place = directory.root().toString();
        throw LabException.failed(
                directory.labFile() + " says name: " + lab.name() + ", but its directory is that of the lab "
                        + name(directory),
                "the file was edited, or the directory was " + (isCopy ? "copied" : "renamed")
                        + "; a lab keeps the name with which it was made",
                "write name: " + name(directory) + " into it again, or for a " + (isCopy ? "copy: " : "renamed lab: ")
                        + ShellQuoting.join(
                                isCopy
                                        ? List.of("rm", "-rf", "--", place)
                                        : List.of("mv", "-T", place, owner.toString())));
    }

    /** Returns a command as it is typed for a lab, in any shell: the default lab needs no name. */
    static String typed(String command, String name) {
        return name.equals(Lab.USUAL_NAME) ? command : command + " --lab " + name;
    }

    private static LabException unusable(LabDirectory directory, Problem damage) {
        return LabException.failed(
                "the lab " + name(directory) + " cannot be used: " + directory.labFile() + " is damaged",
                damage.what() + (damage.why().isEmpty() ? "" : ": " + damage.why()),
                "down --lab " + name(directory) + ", or mend the file");
    }

    private static String name(LabDirectory directory) {
        return directory.root().getFileName().toString();
    }

    /** Returns the lab that the options mean: as it was created, otherwise as it would be created. */
    Lab meant(ProgramOptions program) {
        return made(meantName(program))
                .orElseGet(() -> wished(program, LabOptions.NONE).lab());
    }

    private String meantName(ProgramOptions program) {
        if (isPlainName(program.lab())) {
            return program.lab();
        }
        return program.lab().isEmpty() && file(program).isEmpty()
                ? Lab.USUAL_NAME
                : wished(program, LabOptions.NONE).lab().name();
    }

    /**
     * Returns the lab to take down. If its file cannot be read, only the name of the result is valid.
     *
     * @throws LabException if the directory is no lab, or belongs to another lab or to a newer program
     */
    Lab toEnd(ProgramOptions program) {
        var directory = home.lab(meantName(program));
        requireLab(directory);
        LabFormat.requireKnown(directory);
        return !Files.exists(directory.labFile()) || isDamaged(directory) ? unnamed(directory) : meant(program);
    }

    private static boolean isDamaged(LabDirectory directory) {
        if (!Files.exists(directory.labFile())) {
            return false;
        }
        try {
            LabFile.read(directory.labFile(), LabOptions.NONE);
            return false;
        } catch (LabException damaged) {
            return true;
        }
    }

    /** @throws LabException if something else, which must not be removed, lies in the lab's place */
    void requireLab(LabDirectory directory) {
        var root = directory.root();
        if (!Files.exists(root)
                || Files.exists(directory.labFile())
                || Engines.traces(root).isPresent()) {
            return;
        }
        if (!Files.isDirectory(root) || !isEmpty(root)) {
            throw LabException.failed(
                    root + " is not a lab",
                    Files.isDirectory(root) ? "it has no lab.yaml" : "it is a file",
                    "up --name demo, or see all labs: list");
        }
    }

    private static boolean isEmpty(Path directory) {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPlainName(String name) {
        return name.matches("[a-z][a-z0-9-]*");
    }

    /** Lists all labs that have a lab file, and all that run, with or without files. */
    List<LabSummary> all() {
        return Stream.concat(
                        withFiles().stream(),
                        engines.running(home.labs()).stream().map(Engines.RunningLab::directory))
                .distinct()
                .sorted()
                .map(root -> summary(new LabDirectory(root)))
                .toList();
    }

    private List<Path> withFiles() {
        if (!Files.isDirectory(home.labs())) {
            return List.of();
        }
        try (var directories = Files.list(home.labs())) {
            return directories
                    .filter(root -> Files.exists(new LabDirectory(root).labFile()))
                    .toList();
        } catch (IOException e) {
            throw LabException.failed("the labs cannot be listed", Reason.of(e), "ls " + home.labs());
        }
    }

    private LabSummary summary(LabDirectory directory) {
        try {
            var made = made(name(directory));
            return made.map(lab -> summary(lab, directory)).orElseGet(() -> unknown(directory, filesGone(directory)));
        } catch (LabException trouble) {
            return unknown(directory, trouble.problems().get(0));
        }
    }

    private LabSummary summary(Lab lab, LabDirectory directory) {
        return new LabSummary(
                lab.name(),
                lab.engine().word(),
                lab.postgresCount(),
                lab.pgpoolCount(),
                engine(lab, directory).isRunning(),
                directory.root().toString(),
                "",
                "");
    }

    /** The problem of a running lab whose files are gone. */
    static Problem filesGone(LabDirectory directory) {
        return new Problem(
                "the lab " + name(directory) + " runs, but its files are gone",
                directory.root() + " was removed or renamed while it ran",
                "down --lab " + name(directory));
    }

    /** Summarises a lab whose file cannot be used, by counting the hosts that run. */
    private LabSummary unknown(LabDirectory directory, Problem problem) {
        var any = unnamed(directory);
        var engine = engine(any, directory);
        var hosts = engine.hosts().stream()
                .map(Node::parse)
                .flatMap(Optional::stream)
                .toList();
        return new LabSummary(
                name(directory),
                any.engine().word(),
                (int) hosts.stream().filter(Node::isPostgres).count(),
                (int) hosts.stream().filter(node -> !node.isPostgres()).count(),
                engine.isRunning(),
                directory.root().toString(),
                problem.why(),
                problem.remedy());
    }

    private Engine engine(Lab lab, LabDirectory directory) {
        return engines.of(lab, directory.root());
    }

    /** Returns a lab of which only name and engine are valid: that which runs there, or has left its files. */
    private Lab unnamed(LabDirectory directory) {
        var engine = engines.running(directory.root().toAbsolutePath().getParent()).stream()
                .filter(running -> name(new LabDirectory(running.directory())).equals(name(directory)))
                .map(Engines.RunningLab::kind)
                .findFirst()
                .or(() -> Engines.traces(directory.root()))
                .orElse(EngineKind.NATIVE);
        return LabFile.withoutFile(
                        LabOptions.NONE.with(LabKey.NAME, name(directory)).with(LabKey.ENGINE, engine.word()))
                .lab();
    }
}
