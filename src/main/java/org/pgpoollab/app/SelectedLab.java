package org.pgpoollab.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.compose.ComposeEngine;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.save.UnfinishedRestore;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabOptions;

/**
 * The lab that a command works with, its parts and its lock. It is the one that the program's options name, until {@link #settle} or
 * {@link #selectForRemoval} decides otherwise. One thread selects and locks; after that, steps that run at the same time may ask for the lab
 * and its parts.
 */
final class SelectedLab implements AutoCloseable {

    private final ProgramOptions options;
    private final LabRegistry labs;
    private final Map<String, String> environment;
    private final Consumer<String> tell;
    private final Shell shell;
    private Lab lab;
    private LabComponents parts;
    private LabLock lock;
    private final List<LabLock> networks = new ArrayList<>();

    /** @param tell receives messages about what happens before a plan begins, line by line */
    SelectedLab(
            ProgramOptions options,
            LabRegistry labs,
            Map<String, String> environment,
            Shell shell,
            Consumer<String> tell) {
        this.options = options;
        this.labs = labs;
        this.environment = environment;
        this.shell = shell;
        this.tell = tell;
    }

    synchronized Lab lab() {
        if (lab == null) {
            lab = labs.meant(options);
        }
        return lab;
    }

    /** Selects another lab, whose parts are others. */
    private void select(Lab other) {
        lab = other;
        parts = null;
    }

    boolean isDryRun() {
        return options.dryRun();
    }

    Shell shell() {
        return shell;
    }

    LabDirectory directory() {
        return labs.home().lab(lab().name());
    }

    synchronized LabComponents parts() {
        if (parts == null) {
            parts = new LabComponents(lab(), directory(), environment, shell, this::policy, tell);
        }
        return parts;
    }

    private FetchPolicy policy() {
        return FetchPolicy.of(options.offline(), environment);
    }

    Engine engine() {
        return parts().engine();
    }

    /** @throws LabException if the lab does not run, or its files are gone */
    void requireRunning() {
        if (!engine().isRunning()) {
            throw new LabException(Exit.FAILED, List.of(notRunning()));
        }
        if (!isMade()) {
            throw new LabException(Exit.FAILED, List.of(LabRegistry.filesGone(directory())));
        }
        engine().blindness().ifPresent(problem -> {
            throw new LabException(Exit.FAILED, List.of(problem));
        });
    }

    private Problem notRunning() {
        var unknown = new Problem(
                "the lab " + lab().name() + " is not running",
                isMade() ? "it has files, but no processes" : "there is no lab of this name",
                LabRegistry.typed("up", lab().name()) + ", or see all labs: list");
        return isMade()
                ? UnfinishedRestore.of(new SaveStore(directory()))
                        .map(UnfinishedRestore::problem)
                        .or(() -> engine().whyNotRunning().map(known -> withRemedy(known, unknown.remedy())))
                        .orElse(unknown)
                : unknown;
    }

    private static Problem withRemedy(Problem known, String usual) {
        return known.remedy().isEmpty() ? new Problem(known.what(), known.why(), usual) : known;
    }

    private boolean isMade() {
        return labs.made(lab().name()).isPresent();
    }

    /**
     * Selects and locks the lab that these options describe. Its configuration is fixed from its creation until it is taken down, apart from
     * what {@link LabUpdate} allows.
     *
     * @param command the command that is named to others that try meanwhile
     */
    synchronized void settle(LabOptions wishes, String command) {
        var wished = labs.wished(options, wishes);
        wished.warnings().forEach(warning -> tell.accept(warning.text().replaceFirst("^✗", "!")));
        labs.requireLab(labs.home().lab(wished.lab().name()));
        lock(wished.lab().name(), command);
        var made = labs.made(wished.lab().name());
        select(made.map(old ->
                        LabUpdate.over(old, asksForNothing(wishes) ? ofChosenEngine(old) : wished.lab(), hasData(old)))
                .orElse(wished.lab()));
    }

    /**
     * Gives a lab of containers that is not running other addresses if its own are in use: all labs share the machine's networks. Its data
     * names no addresses. Does nothing if somebody chose the addresses.
     */
    synchronized void moveToFreeNetwork(LabOptions wishes) {
        if (isNetworkChosen(wishes)) {
            return;
        }
        new ComposeEngine(lab, directory().root(), shell)
                .insteadOfTakenNetwork(this::reserve)
                .ifPresent(network -> {
                    tell.accept("its network is " + network + ".0/24, because "
                            + lab.addresses().subnet() + " is in use on this machine, or by a lab that starts");
                    select(lab.with(lab.addresses().inNetwork(network)));
                });
    }

    /** Keeps a network from other labs of this user until this is closed: labs that are made at once would all find it free. */
    private boolean reserve(String network) {
        if (options.dryRun()) {
            return true;
        }
        var reserved = LabLock.ifFree(labs.home(), "network-" + network);
        reserved.ifPresent(networks::add);
        return reserved.isPresent();
    }

    /** Whether the lab has to have the addresses that it has, because somebody chose them. */
    private boolean isNetworkChosen(LabOptions wishes) {
        return !lab.addresses()
                        .equals(AddressPlan.DEFAULT.inNetwork(lab.addresses().network()))
                || (!asksForNothing(wishes)
                        && !labs.wished(options, wishes).lab().addresses().equals(AddressPlan.DEFAULT));
    }

    /**
     * Returns the lab for which a folder of containers is generated; empty if the lab that is meant is none of containers, or was made
     * already and nothing asks for a folder: its own files are meant then.
     *
     * @param folder the folder that was named; may be empty
     */
    Optional<Lab> containers(LabOptions wishes, String folder) {
        var wished = labs.wished(options, wishes);
        var made = labs.made(wished.lab().name());
        if (folder.isEmpty()
                && options.engine().isEmpty()
                && wished.lab().images().areOwn()
                && made.map(Lab::engine).filter(EngineKind.COMPOSE::equals).isPresent()) {
            return Optional.empty();
        }
        var known = asksForNothing(wishes) ? made : Optional.<Lab>empty();
        var meant = known.orElse(wished.lab());
        if (options.engine().orElse(meant.engine()) != EngineKind.COMPOSE) {
            return Optional.empty();
        }
        wished.warnings().forEach(warning -> tell.accept(warning.text().replaceFirst("^✗", "!")));
        return Optional.of(meant);
    }

    /** Whether neither options nor a lab file describe the lab. */
    private boolean asksForNothing(LabOptions wishes) {
        return wishes.isEmpty() && !labs.hasFile(options);
    }

    private Lab ofChosenEngine(Lab old) {
        return options.engine().map(old::with).orElse(old);
    }

    private boolean hasData(Lab old) {
        return labs.home().lab(old.name()).isOfValue();
    }

    /** Selects and locks the lab that is to be removed, even if its lab.yaml is damaged. */
    synchronized void selectForRemoval() {
        select(labs.toEnd(options));
        lock("down");
    }

    /** Tells the user a warning that does not keep the command from going on. */
    void warn(String warning) {
        tell.accept("! " + warning);
    }

    /** Keeps other commands from changing the lab until this is closed. */
    void lock(String command) {
        lock(lab().name(), command);
    }

    private void lock(String name, String command) {
        if (lock == null && !options.dryRun()) {
            lock = LabLock.of(labs.home(), name, command);
        }
    }

    @Override
    public void close() {
        networks.forEach(LabLock::close);
        networks.clear();
        if (lock != null) {
            lock.close();
        }
    }
}
