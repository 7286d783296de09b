package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.generate.ConfigDiff;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.Generator;
import org.pgpoollab.generate.ToolPaths;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.ConfigChoice;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.TimingProfile;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Shows how the generated files of two versions or profiles differ.",
            "Each side is versions (pgpool=4.6,postgres=17), a profile, or machine for the lab as it is; commas join them."
                    + " A version without its last number is the first one: 4.3 is 4.3.0."
                    + " Comments and files with passwords are left out."
        })
@CommandHelp(
        examples = {
            "diff-config pgpool=4.3 pgpool=4.7",
            "diff-config machine pgpool=4.7,postgres=18",
            "diff-config fast bitnami --output json"
        },
        byHand = "diff -r -I '^#' one two    (on two directories written by generate)")
public final class DiffConfig implements LabCommand {

    /** All paths are the same on both sides, so that they are no difference. */
    private static final String BIN = "/usr/lib/postgresql/bin";

    @Parameters(
            index = "0",
            paramLabel = "A",
            completionCandidates = ConfigChoice.Words.class,
            description = "Versions or a profile.")
    private String before = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            completionCandidates = ConfigChoice.Words.class,
            description = "Versions or a profile to compare with.")
    private String after = "";

    @Override
    public Exit run(CommandContext context) {
        var session = context.session();
        var usual = usual(session);
        var first = ConfigChoice.parse(before, usual);
        var second = ConfigChoice.parse(after, usual);
        var found = ConfigDiff.between(files(session.lab(), first), files(session.lab(), second));
        return context.show(AdHocReport.of(() -> lines(first, second, found), () -> tree(first, second, found)));
    }

    /** Returns the versions of the lab; for a program whose version is not known, the newest known one. */
    private static ProgramVersions usual(LabSession session) {
        var versions = session.versions();
        for (var program : LabProgram.values()) {
            versions = versions.of(program).isPresent() ? versions : versions.with(program, program.newest());
        }
        return versions;
    }

    private static List<GeneratedFile> files(Lab lab, ConfigChoice choice) {
        var tools = new ToolPaths(
                choice.versions(), BIN, BIN + "/repmgr", "/usr/sbin/ip", "/usr/bin/arping", "/usr/bin/ping");
        return Generator.files(timed(lab, choice.profile()), tools);
    }

    private static Lab timed(Lab lab, String profile) {
        return Arrays.stream(TimingProfile.values())
                .filter(each -> each.word().equals(profile))
                .findFirst()
                .map(lab::with)
                .orElse(lab);
    }

    private static List<String> lines(ConfigChoice first, ConfigChoice second, List<ConfigDiff> found) {
        var lines = new ArrayList<String>();
        lines.add("- " + first.title());
        lines.add("+ " + second.title());
        first.versions().untried().forEach(lines::add);
        second.versions().untried().stream()
                .filter(each -> !lines.contains(each))
                .forEach(lines::add);
        if (found.isEmpty()) {
            lines.add("");
            lines.add("the generated files are the same");
        }
        for (var diff : found) {
            lines.add("");
            lines.addAll(diff.text());
        }
        return lines;
    }

    private static Map<String, Object> tree(ConfigChoice first, ConfigChoice second, List<ConfigDiff> found) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("before", side(first));
        tree.put("after", side(second));
        tree.put("differences", found.stream().map(ConfigDiff::tree).toList());
        return tree;
    }

    private static Map<String, Object> side(ConfigChoice choice) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("text", choice.text());
        for (var program : LabProgram.values()) {
            choice.versions().of(program).ifPresent(version -> tree.put(program.word(), version.toString()));
        }
        tree.put("profile", choice.profile());
        return tree;
    }
}
