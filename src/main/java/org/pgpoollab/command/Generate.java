package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.LabShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Writes the lab's configuration files.",
            "It keeps files that you have edited, and names them. With --dry-run it prints names and content instead.",
            "With --engine compose, or with DIRECTORY, it writes a folder that runs a lab as containers without this program."
        })
@CommandHelp(examples = {"generate --dry-run", "generate --force", "generate --engine compose demo --postgres 5"})
public final class Generate implements LabCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIRECTORY",
            description = "The folder for --engine compose (default: one here with the lab's name).")
    private String directory = "";

    @Option(names = "--force", description = "Overwrites files that you have edited.")
    private boolean force;

    @Mixin
    private LabShape shape;

    @Override
    public boolean changes() {
        return true;
    }

    /** {@code generate} knows its lab only after reading its options, and reserves it then. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        if (context.isDryRun()) {
            var files = context.session().rendered(shape.options(), directory);
            return context.show(AdHocReport.of(() -> lines(files), () -> tree(files)));
        }
        return context.carryOut(context.session().generate(shape.options(), directory, force));
    }

    private static List<String> lines(List<GeneratedFile> files) {
        var lines = new ArrayList<String>();
        for (var file : files) {
            lines.add("==> " + file.path() + " <==");
            shown(file).lines().forEach(lines::add);
            lines.add("");
        }
        return lines;
    }

    private static Map<String, Object> tree(List<GeneratedFile> files) {
        return Map.of("files", files.stream().map(Generate::tree).toList());
    }

    private static Map<String, Object> tree(GeneratedFile file) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("path", file.path());
        tree.put("secret", file.secret());
        tree.put("content", file.secret() ? "" : file.content());
        return tree;
    }

    private static String shown(GeneratedFile file) {
        return file.secret() ? "(holds a password; it is written with mode 600 and not shown)" : file.content();
    }
}
