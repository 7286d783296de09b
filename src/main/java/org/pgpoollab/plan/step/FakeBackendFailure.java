package org.pgpoollab.plan.step;

import java.util.List;
import java.util.stream.Collectors;
import org.pgpoollab.StagedFile;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;

/**
 * Sets which backends a pgpool's health check reports as down although they are up. Pgpool-II reads the file at every check if it was
 * started with {@code health_check_test}; see its src/main/health_check.c.
 *
 * @param backends the backends to report as down; none: the health check reports the truth
 */
public record FakeBackendFailure(Node pool, List<Node> backends) implements Step {

    private static final String FILE = "backend_down_request";

    /** The path on the node where pgpool reads the file. */
    static final String PATH = Engine.NODE_DIRECTORY + "/" + FILE;

    public FakeBackendFailure {
        backends = List.copyOf(backends);
    }

    @Override
    public String title() {
        return backends.isEmpty()
                ? "let the health check of " + pool + " report the truth"
                : "have " + pool + " find " + backends.stream().map(Node::name).collect(Collectors.joining(", "))
                        + " down";
    }

    @Override
    public List<ShellLine> shell() {
        var numbers = backends.stream().map(node -> node.index() + "\\tdown\\n").collect(Collectors.joining());
        return List.of(ShellLine.on(pool, "printf '" + numbers + "' >" + PATH));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var lines = backends.stream().map(node -> node.index() + "\tdown\n").collect(Collectors.joining());
        StagedFile.write(context.engine().directory(pool).resolve(FILE), lines, false);
    }
}
