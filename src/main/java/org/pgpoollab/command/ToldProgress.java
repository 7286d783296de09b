package org.pgpoollab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.Progress;
import org.pgpoollab.plan.Step;

/** Tells how a plan goes: a line for each step that is done, and on a terminal one that is written over for what goes on now. */
final class ToldProgress implements Progress {

    /** A plan with more steps shows its shell lines only when it is asked to by {@code --dry-run}. */
    private static final int STEPS_WITH_SHELL_LINES = 6;

    private static final String CLEARED = "\r\033[K";

    private final Plan plan;
    private final Output output;
    private final boolean onTerminal;
    private final List<Map<String, Object>> done = new ArrayList<>();
    private String now = "";
    private boolean shown;

    ToldProgress(Plan plan, Output output, boolean onTerminal) {
        this.plan = plan;
        this.output = output;
        this.onTerminal = onTerminal;
    }

    @Override
    public void started(Step step) {
        now = step.title();
        show(now + " …");
    }

    @Override
    public void waiting(String forWhat) {
        if (forWhat.isEmpty()) {
            return;
        }
        if (onTerminal) {
            show(now + ": waiting for " + forWhat);
            return;
        }
        output.note("  … waiting for " + forWhat);
    }

    @Override
    public void finished(Step step, Duration took) {
        clear();
        output.note("  " + output.style().green("✓") + " " + step.title()
                + output.style().dim("  " + seconds(took)));
        if (plan.steps().size() <= STEPS_WITH_SHELL_LINES) {
            step.shell().stream()
                    .flatMap(String::lines)
                    .forEach(line -> output.note(output.style().dim("      $ " + line)));
        }
        var tree = PlanView.tree(step);
        tree.put("seconds", took.toMillis() / 1000.0);
        done.add(tree);
    }

    /** Removes the line about what goes on now. */
    void clear() {
        if (shown) {
            output.message(CLEARED);
            shown = false;
        }
    }

    Object tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("plan", plan.title());
        tree.put("dryRun", false);
        tree.put("steps", done);
        return tree;
    }

    private void show(String text) {
        if (onTerminal) {
            output.message(CLEARED + "  " + text);
            shown = true;
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
