package org.pgpoollab.app;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.BinaryStore;
import org.pgpoollab.binaries.ImagePrograms;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.binaries.NodePaths;
import org.pgpoollab.binaries.ProgramQuestions;
import org.pgpoollab.binaries.SettingCheck;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.compose.LabImage;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.Generator;
import org.pgpoollab.generate.ToolPaths;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.release.ReleaseStore;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;
import org.pgpoollab.topology.StateHome;
import org.pgpoollab.version.ProgramVersions;

/** Creates the parts with which one lab is built and observed, each at its first use. One thread at a time may use it. */
final class LabComponents {

    private final Lab lab;
    private final LabDirectory directory;
    private final Map<String, String> environment;
    private final Shell shell;
    private final Supplier<FetchPolicy> policy;
    private final Consumer<String> tell;
    private Optional<Binaries> binaries = Optional.empty();
    private Optional<Engine> engine = Optional.empty();

    /**
     * @param policy what may be fetched; called only if something must be
     * @param tell receives messages about downloads, line by line
     */
    LabComponents(
            Lab lab,
            LabDirectory directory,
            Map<String, String> environment,
            Shell shell,
            Supplier<FetchPolicy> policy,
            Consumer<String> tell) {
        this.lab = lab;
        this.directory = directory;
        this.environment = environment;
        this.shell = shell;
        this.policy = policy;
        this.tell = tell;
    }

    synchronized Engine engine() {
        if (engine.isEmpty()) {
            engine = Optional.of(new Engines(shell).of(lab, directory.root(), this::hostPrograms, tell));
        }
        return engine.orElseThrow();
    }

    /** Returns the programs' binaries, which are found or, if needed, downloaded; that may take a minute. */
    synchronized Binaries binaries() {
        if (binaries.isEmpty()) {
            binaries = known().or(() -> Optional.of(obtained()));
        }
        return binaries.orElseThrow();
    }

    /** Returns the programs of all nodes: those of upgraded nodes are read from the lab's directory at each call. */
    LabBinaries all() {
        return new LabBinaries(binaries(), LabBinaries.own(lab, directory));
    }

    private Binaries obtained() {
        return switch (lab.engine()) {
            case NATIVE -> obtained(lab.release());
            case COMPOSE -> ofImage(new LabImage(lab.release(), shell, tell));
        };
    }

    /** Returns the programs of a release, which is downloaded if it is not here. */
    Binaries obtained(Release release) {
        return release.isOfMachine()
                ? ofMachine(BinaryStore.ofUser(shell, environment, tell::accept))
                : ReleaseStore.ofUser(shell, environment, policy.get(), tell::accept)
                        .obtain(release);
    }

    private Binaries ofMachine(BinaryStore store) {
        if (policy.get().offline() && store.present().isEmpty()) {
            policy.get()
                    .refuseIfOffline(
                            "this machine has not all programs of a lab",
                            "doctor, which says what to install; or, where there is a network: up without --offline\nor: "
                                    + LocalRepository.elsewhere(Release.OF_MACHINE.name()));
        }
        return store.obtain();
    }

    private Binaries ofImage(LabImage image) {
        if (policy.get().offline() && image.id().isEmpty()) {
            policy.get()
                    .refuseIfOffline(
                            "the image " + image.name() + " of all hosts is not here",
                            "up without --offline, where there is a network, which builds it");
        }
        return new ImagePrograms(image, StateHome.of(environment).cache()).obtain();
    }

    /**
     * Returns the binaries with which the lab was created; empty if they were removed since. Those of an image cannot be seen from here.
     */
    Optional<Binaries> known() {
        return noted().filter(all -> switch (lab.engine()) {
            case NATIVE -> all.root().release().equals(lab.release().name()) && (all.areThere() || isHeldBy(all));
            case COMPOSE -> lab.release().postgresMajor().equals(Optional.of(all.postgresMajor()));
        });
    }

    /** Whether the lab's hosts run and have the root directory of these binaries, whatever became of its files. */
    private boolean isHeldBy(Binaries binaries) {
        return !binaries.root().isOfMachine() && engine().isRunning();
    }

    /** Returns the binaries with which the lab was last started, whether they still exist or not. */
    private Optional<Binaries> noted() {
        var file = directory.binaries();
        try {
            return Files.exists(file) ? Optional.of(Binaries.read(file)) : Optional.empty();
        } catch (LabException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the versions of the lab's programs, or those that were found on this machine; starts no process. */
    synchronized ProgramVersions versions() {
        return binaries.or(this::known)
                .or(this::found)
                .map(usual -> new LabBinaries(usual, LabBinaries.own(lab, directory)).versions(lab))
                .orElse(ProgramVersions.UNKNOWN);
    }

    private Optional<Binaries> found() {
        return lab.engine() == EngineKind.NATIVE && lab.release().isOfMachine()
                ? BinaryStore.ofUser(shell, environment, tell::accept).known()
                : Optional.empty();
    }

    /** Returns what the lab's programs refuse of its free settings. */
    List<Problem> refusedSettings() {
        if (lab.settings().overrides().isEmpty() || !lab.images().areOwn()) {
            return List.of();
        }
        var programs = binaries();
        var check = lab.engine() == EngineKind.NATIVE
                ? SettingCheck.by(new ProgramQuestions(shell, programs), programs.versions())
                : SettingCheck.ofNames(programs.versions());
        return check.problems(lab);
    }

    /**
     * Prepares the binaries of a lab that is to be started. If the root directory of its release is damaged or was removed, it gets another
     * one.
     *
     * @throws LabException if the lab has data of value that the binaries cannot read
     */
    synchronized void prepareBinaries() {
        LabBinaries.own(lab, directory).forEach(this::renew);
        if (known().flatMap(all -> ReleaseStore.damage(all.root())).isPresent()) {
            binaries = Optional.of(obtained());
        }
        var before = noted().map(Binaries::postgresMajor);
        var now = binaries().postgresMajor();
        if (directory.isOfValue() && before.filter(major -> major != now).isPresent()) {
            throw LabException.failed(
                    "the lab " + lab.name() + " has data of PostgreSQL " + before.get()
                            + ", and its programs are now PostgreSQL " + now,
                    "another major version cannot read it",
                    LabRegistry.typed("down", lab.name()) + ", or make another lab beside it: up --name other");
        }
    }

    /** Replaces the programs of an upgraded node, if they were removed or damaged since. */
    private void renew(Node node, Binaries own) {
        if (!own.areThere() || ReleaseStore.damage(own.root()).isPresent()) {
            var others = obtained(new Release(own.root().release()));
            FileChanges.change("the lab's directory cannot be written", () -> others.write(directory.binaries(node)));
        }
    }

    /** Returns what a host needs. All servers use the time zone UTC, because their logs are merged by time. */
    HostPrograms hostPrograms(String host) {
        var programs = Node.parse(host).map(all()::of).orElseGet(this::binaries);
        var environment = new LinkedHashMap<>(programs.environment());
        environment.put("TZ", "UTC");
        return new HostPrograms(programs.root(), environment);
    }

    PcpTools pcpTools() {
        return new PcpTools(
                binaries().pcpBin(),
                engine().clients().files() + "/.pcppass",
                lab.credentials().user());
    }

    /** Returns all files as they would be generated now. */
    List<GeneratedFile> files() {
        return files(all());
    }

    /** Returns all files as they would be generated for these programs. */
    List<GeneratedFile> files(LabBinaries programs) {
        return Generator.files(lab, node -> tools(programs.of(node)));
    }

    private static ToolPaths tools(Binaries programs) {
        var paths = NodePaths.of(programs);
        return new ToolPaths(
                programs.versions(),
                paths.of(programs.postgresBin()).toString(),
                paths.of(programs.repmgr()).toString(),
                paths.of(programs.ip()).toString(),
                paths.of(programs.arping()).toString(),
                paths.of(programs.ping()).toString());
    }
}
