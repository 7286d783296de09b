package org.pgpoollab.plan.step;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.observe.FilesProbe;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Reads the end of a server's log, to explain why the server failed. */
public record ServerLog(StepContext context, Node node, Server server) {

    private static final Pattern TROUBLE = Pattern.compile("FATAL|PANIC|ERROR|error:|\\[HINT]|DETAIL");
    private static final int LINES = 4;

    /** Returns the last lines that report trouble, else the last lines, else {@code otherwise}. */
    public String lastTrouble(String otherwise) {
        var lines = tail();
        var trouble =
                lines.stream().filter(line -> TROUBLE.matcher(line).find()).toList();
        var chosen = trouble.isEmpty() ? lines : trouble;
        if (chosen.isEmpty()) {
            return otherwise;
        }
        return String.join("\n", chosen.subList(Math.max(0, chosen.size() - LINES), chosen.size()));
    }

    private List<String> tail() {
        var relative = Path.of(Engine.NODE_DIRECTORY).relativize(Path.of(server.log()));
        return FilesProbe.tail(context.engine().directory(node).resolve(relative)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
