package org.pgpoollab.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.OwnVersion;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.report.VersionNoteLines;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.version.KnownFaults;
import org.pgpoollab.version.ProgramVersions;
import org.pgpoollab.version.VersionNote;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Shows the versions of this program, of its Java and of the lab's programs.",
            "It adds what is known of those versions: faults, vulnerabilities and ends of support."
        })
@CommandHelp(
        examples = {"version", "version --lab demo"},
        byHand = {"postgres --version", "repmgr --version", "pgpool --version"})
public final class Version implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var own = OwnVersion.read().orElse("(built from source)");
        var java = Runtime.version().toString();
        var versions = versions(context);
        var notes = KnownFaults.of(versions, LocalDate.now(ZoneOffset.UTC));
        return context.show(new AdHocReport(
                look -> lines(own, java, versions, notes, look), () -> tree(own, java, versions, notes)));
    }

    /** Returns the versions of the lab; unknown if its files cannot be read: this command works everywhere. */
    private static ProgramVersions versions(CommandContext context) {
        try {
            return context.session().versions();
        } catch (LabException damaged) {
            return ProgramVersions.UNKNOWN;
        }
    }

    private static List<String> lines(
            String own, String java, ProgramVersions versions, List<VersionNote> notes, TerminalLook look) {
        var lines = new ArrayList<>(List.of("pgpool-lab " + own, "Java " + java));
        if (versions.areKnown()) {
            lines.add(versions.text());
        }
        lines.addAll(versions.untried());
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(VersionNoteLines.lines(notes, look));
        }
        return lines;
    }

    private static Map<String, Object> tree(
            String own, String java, ProgramVersions versions, List<VersionNote> notes) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("version", own);
        tree.put("java", java);
        var programs = new LinkedHashMap<String, Object>();
        versions.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        programs.put(each.getKey().word(), each.getValue().toString()));
        tree.put("programs", programs);
        tree.put("untried", versions.untried());
        tree.put("notes", VersionNoteLines.json(notes));
        return tree;
    }
}
