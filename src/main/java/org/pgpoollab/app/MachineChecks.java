package org.pgpoollab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.BinaryStore;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.compose.ComposeChecks;
import org.pgpoollab.engine.nativelab.NativeChecks;
import org.pgpoollab.report.ByteSize;
import org.pgpoollab.report.MachineReport;
import org.pgpoollab.report.MachineReport.EngineChecks;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabNeeds;
import org.pgpoollab.topology.SampleFile;

/** Checks what this machine and this terminal can do. Each check ends within seconds, changes nothing and fetches nothing. */
final class MachineChecks {

    /** The smallest terminal at which the full screen shows all of a lab of 3+3. */
    private static final int COLUMNS = 80;

    private static final int LINES = 24;
    private static final Pattern SIZE = Pattern.compile("^(\\d+) (\\d+)$");
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Shell shell;
    private final Map<String, String> environment;

    MachineChecks(Shell shell, Map<String, String> environment) {
        this.shell = shell;
        this.environment = environment;
    }

    /**
     * @param capacity what is free of the machine
     * @param usual the lab that {@code up} makes if nothing else is asked for
     */
    MachineReport report(Capacity capacity, Lab usual, TerminalLook look) {
        var general = new ArrayList<MachineCheck>();
        general.add(MachineCheck.met("Java", Runtime.version() + ", " + System.getProperty("java.home")));
        if (!SampleFile.isInstalled(environment)) {
            general.add(maven());
        }
        general.addAll(resources(capacity, LabNeeds.of(usual), usual));
        general.addAll(terminal(look));
        var engines = List.of(
                new EngineChecks(EngineKind.NATIVE.word(), ofNative()),
                new EngineChecks(EngineKind.COMPOSE.word(), new ComposeChecks(shell).all()));
        return new MachineReport(engines, general);
    }

    private List<MachineCheck> ofNative() {
        var checks = new ArrayList<>(new NativeChecks(shell).all());
        checks.add(servers());
        return checks;
    }

    private MachineCheck servers() {
        try {
            return BinaryStore.ofUser(shell, environment, line -> {}).check();
        } catch (LabException noCache) {
            return MachineCheck.unmet("servers", noCache.problems().get(0));
        }
    }

    private MachineCheck maven() {
        return Stream.of(environment.getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> MachineCheck.met("Maven", path.toString()))
                .orElse(MachineCheck.met("Maven", "not on PATH; needed only to build this program"));
    }

    private static List<MachineCheck> resources(Capacity capacity, LabNeeds needs, Lab usual) {
        var lab = "a lab of " + usual.postgresCount() + "+" + usual.pgpoolCount();
        return List.of(
                bytes("memory", capacity.memory(), needs.memory(), lab),
                bytes("disk", capacity.disk(), needs.disk(), lab),
                enough(
                        "processes",
                        capacity.processes(),
                        needs.processes(),
                        count(capacity.processes()),
                        lab + " has " + needs.processes()));
    }

    private static MachineCheck bytes(String subject, long free, long needed, String lab) {
        var text = free != Capacity.UNREAD ? ByteSize.text(free) + " free" : "";
        return enough(subject, free, needed, text, lab + " needs " + ByteSize.text(needed));
    }

    private static String count(long processes) {
        return processes != Capacity.UNREAD ? "%,d more can be started".formatted(processes) : "";
    }

    private static MachineCheck enough(String subject, long free, long needed, String text, String use) {
        if (free == Capacity.UNREAD) {
            return MachineCheck.limited(subject, "cannot be read; " + use, "");
        }
        return free >= needed
                ? MachineCheck.met(subject, text + "; " + use)
                : MachineCheck.unmet(subject, text + "; " + use, "up --postgres 1 --pgpool 1");
    }

    private List<MachineCheck> terminal(TerminalLook look) {
        return List.of(
                size(),
                look.colour()
                        ? MachineCheck.met("colours", "TERM is " + environment.getOrDefault("TERM", "not set"))
                        : MachineCheck.limited(
                                "colours",
                                "none: output is no terminal, or NO_COLOR or TERM=dumb is set; signs say the same",
                                ""),
                look.unicode()
                        ? MachineCheck.met("characters", "UTF-8")
                        : MachineCheck.limited(
                                "characters",
                                "the locale has no UTF-8: signs are shown as ASCII letters",
                                "export LC_ALL=C.UTF-8"));
    }

    private MachineCheck size() {
        var size = SIZE.matcher(sizeOfTerminal());
        if (!size.matches()) {
            return MachineCheck.limited("terminal", "there is none: the full screen is not available", "");
        }
        var text = size.group(2) + "x" + size.group(1);
        var fits = Integer.parseInt(size.group(2)) >= COLUMNS && Integer.parseInt(size.group(1)) >= LINES;
        return fits
                ? MachineCheck.met("terminal", text)
                : MachineCheck.limited(
                        "terminal", text + "; the full screen shows more from " + COLUMNS + "x" + LINES + " on", "");
    }

    private String sizeOfTerminal() {
        try {
            return shell.run(Command.of("sh", "-c", "stty size </dev/tty").within(DEADLINE))
                    .output()
                    .strip();
        } catch (LabException noShell) {
            return "";
        }
    }
}
