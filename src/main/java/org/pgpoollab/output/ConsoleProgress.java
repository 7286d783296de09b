package org.pgpoollab.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.Step;

/** Prints the progress of a plan: one line for each finished step and, on a terminal, a line for the current step that is overwritten. */
public final class ConsoleProgress implements Progress {

    /** The most shell lines that are shown; a plan with more shows them only with {@code --dry-run}. */
    private static final int MOST_SHELL_LINES = 8;

    private static final String CLEARED = "\r\033[K";
    private static final String LINE_ABOVE_CLEARED = "\033[A\033[K";

    private final Plan plan;
    private final Output output;
    private final boolean onTerminal;
    private final boolean showsShellLines;
    private final List<Map<String, Object>> done = new ArrayList<>();
    private String now = "";
    private int linesShown;

    public ConsoleProgress(Plan plan, Output output, boolean onTerminal) {
        this.plan = plan;
        this.output = output;
        this.onTerminal = onTerminal;
        this.showsShellLines =
                plan.steps().stream().mapToInt(step -> step.shell().size()).sum() <= MOST_SHELL_LINES;
    }

    @Override
    public synchronized void started(Step step) {
        now = step.title();
        show(now + " …");
    }

    @Override
    public synchronized void waiting(String forWhat) {
        if (!forWhat.isEmpty()) {
            waits("waiting for " + forWhat);
        }
    }

    @Override
    public synchronized void waitingBecause(String why) {
        if (!why.isEmpty()) {
            waits("waiting, because " + why);
        }
    }

    private void waits(String words) {
        if (onTerminal) {
            show(now + ": " + words);
            return;
        }
        output.note("  … " + words);
    }

    @Override
    public synchronized void finished(Step step, Duration took) {
        clear();
        output.note("  " + output.style().green("✓") + " " + step.title()
                + output.style().dim("  " + seconds(took)));
        if (showsShellLines && plan.steps().contains(step)) {
            step.shell().forEach(line -> output.note(output.style().dim("      $ " + line.text())));
        }
        var tree = PlanReport.tree(step);
        tree.put("seconds", took.toMillis() / 1000.0);
        done.add(tree);
    }

    @Override
    public synchronized void note(String text) {
        clear();
        output.note("  " + text);
    }

    @Override
    public synchronized void stopped(List<Step> finished, Step failed, List<Step> left) {
        clear();
        output.note("  " + output.style().red("✗") + " " + failed.title());
        left.forEach(step -> output.note(output.style().dim("    not done: " + step.title())));
    }

    /** Erases the lines of the current step. */
    public void clear() {
        if (linesShown > 0) {
            output.message(CLEARED + LINE_ABOVE_CLEARED.repeat(linesShown - 1));
            linesShown = 0;
        }
    }

    public Object tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("plan", plan.title());
        tree.put("dryRun", false);
        tree.put("steps", done);
        return tree;
    }

    private void show(String text) {
        if (onTerminal) {
            clear();
            var lines = output.fitted("  " + text);
            output.message(lines);
            linesShown = (int) lines.lines().count();
        }
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
