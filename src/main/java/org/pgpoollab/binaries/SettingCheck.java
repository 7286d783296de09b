package org.pgpoollab.binaries;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.version.KnownSettings;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/**
 * Checks a lab's free settings before anything starts. Pgpool-II and repmgr leave out names that they do not know without a word, and
 * PostgreSQL does not start with one.
 */
public final class SettingCheck {

    private final ProgramVersions versions;
    private final Function<List<Settings.Override>, List<Refusal>> refusals;

    /** @param reason the program's own message; empty if it only does not know the name */
    record Refusal(Settings.Override setting, String reason) {}

    private SettingCheck(ProgramVersions versions, Function<List<Settings.Override>, List<Refusal>> refusals) {
        this.versions = versions;
        this.refusals = refusals;
    }

    /** Checks names and values by asking the programs, each once, which takes 10 to 30 ms for each file that has settings. */
    public static SettingCheck by(ProgramQuestions questions, ProgramVersions versions) {
        return new SettingCheck(versions, questions::refusals);
    }

    /** Checks only the names, by what is known of the versions, for programs that cannot be run quickly. */
    public static SettingCheck ofNames(ProgramVersions versions) {
        return new SettingCheck(versions, settings -> unknown(settings, versions));
    }

    private static List<Refusal> unknown(List<Settings.Override> settings, ProgramVersions versions) {
        return settings.stream()
                .filter(setting -> versions.of(program(setting))
                        .filter(version -> !KnownSettings.of(program(setting)).has(setting.name(), version))
                        .isPresent())
                .map(setting -> new Refusal(setting, ""))
                .toList();
    }

    /** Returns a problem for each setting that its program would refuse or ignore, in the order of the settings. */
    public List<Problem> problems(Lab lab) {
        return Stream.of(LabProgram.values())
                .flatMap(program -> problems(lab, program).stream())
                .toList();
    }

    /** Returns a problem for each setting of one program that it would refuse or ignore. */
    public List<Problem> problems(Lab lab, LabProgram program) {
        var settings = lab.settings().overrides().stream()
                .filter(setting -> program(setting) == program)
                .toList();
        return settings.isEmpty()
                ? List.of()
                : refusals.apply(settings).stream().map(this::problem).toList();
    }

    private static LabProgram program(Settings.Override setting) {
        return LabProgram.ofWord(setting.file()).orElseThrow();
    }

    private Problem problem(Refusal refusal) {
        var setting = refusal.setting();
        var program = program(setting);
        var version = versions.of(program).orElse(program.newest());
        var path = setting.file() + "." + (setting.scope().equals(Settings.ALL) ? "" : setting.scope() + ".")
                + setting.name();
        if (!refusal.reason().isEmpty()) {
            return new Problem(
                    program.title() + " " + version + " refuses " + path + "=" + setting.value(),
                    refusal.reason(),
                    "another value, or leave it out");
        }
        var known = KnownSettings.of(program);
        return new Problem(
                program.title() + " " + version + " has no setting " + path,
                known.whyNot(setting.name(), version),
                remedy(setting, known, version));
    }

    private static String remedy(Settings.Override setting, KnownSettings known, ProgramVersion version) {
        return Stream.concat(
                        known.nearest(setting.name(), version).stream()
                                .limit(1)
                                .map(name -> setting.file() + "." + name + " instead"),
                        Stream.of("leave it out"))
                .reduce((first, second) -> first + ", or " + second)
                .orElseThrow();
    }
}
