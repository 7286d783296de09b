package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Writes the lab's configuration files.",
            "A file that you have edited is kept, and named. With --dry-run names and content are printed instead."
        })
@Guide(examples = {"generate --dry-run", "generate --force"})
final class Generate implements LabCommand {

    @Option(names = "--force", description = "Overwrites files that you have edited.")
    private boolean force;

    @Mixin
    private LabShape shape;

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(Errand errand) {
        if (errand.isDryRun()) {
            var files = errand.desk().rendered(shape.wish());
            return errand.show(View.of(() -> lines(files), () -> tree(files)));
        }
        return errand.carryOut(errand.desk().generate(shape.wish(), force));
    }

    private static List<String> lines(List<RenderedFile> files) {
        var lines = new ArrayList<String>();
        for (var file : files) {
            lines.add("==> " + file.path() + " <==");
            shown(file).lines().forEach(lines::add);
            lines.add("");
        }
        return lines;
    }

    private static Object tree(List<RenderedFile> files) {
        return Map.of("files", files.stream().map(Generate::tree).toList());
    }

    private static Map<String, Object> tree(RenderedFile file) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("path", file.path());
        tree.put("secret", file.secret());
        tree.put("content", file.secret() ? "" : file.content());
        return tree;
    }

    private static String shown(RenderedFile file) {
        return file.secret() ? "(holds a password; it is written with mode 600 and not shown)" : file.content();
    }
}
