package org.pgpoollab.screen;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.QuorumVotes;
import org.pgpoollab.screen.picture.Canvas;

/** Draws the first line: lab, versions, VIP holder, quorum, health and time. It uses the longest of several wordings that fits. */
record HeaderLine(ScreenView view) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LEAST_GAP = 2;
    private static final int MOST_GAP = 6;

    void paint(Canvas canvas) {
        var room = canvas.columns() - 2;
        var wordings = withMessage(wordings());
        var words = wordings.stream()
                .filter(each -> width(each) + LEAST_GAP * (each.size() - 1) <= room)
                .findFirst()
                .orElseGet(() -> wordings.get(wordings.size() - 1));
        paint(canvas, words, room);
    }

    /** Writes all cells from the left, except the last one, the clock, which is at the right edge. */
    private void paint(Canvas canvas, List<GridCell> words, int room) {
        var theme = view.theme();
        var gaps = Math.max(1, words.size() - 1);
        var gap = Math.max(LEAST_GAP, Math.min(MOST_GAP, (room - width(words)) / gaps));
        var column = 1;
        for (var index = 0; index < words.size(); index++) {
            var cell = words.get(index);
            var isLast = index == words.size() - 1 && index > 0;
            var begin = isLast ? Math.max(column, canvas.columns() - 1 - width(List.of(cell))) : column;
            var text = TextFit.to(cell.text(), canvas.columns() - begin, theme);
            column = canvas.write(begin, 0, text, theme.style(cell.meaning())) + gap;
        }
    }

    /**
     * Adds the message after the lab's name. When the line is narrow, every cell except the health is dropped before the message.
     */
    private List<List<GridCell>> withMessage(List<List<GridCell>> wordings) {
        var text = Stream.of(view.message(), view.presentation().isHolding() ? "grid held" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        if (text.isEmpty()) {
            return wordings;
        }
        var message = new GridCell(" " + text + " ", StyleRole.MESSAGE);
        return Stream.concat(wordings.stream().map(cells -> behindFirst(cells, message)), wordings.stream())
                .toList();
    }

    private static List<GridCell> behindFirst(List<GridCell> cells, GridCell message) {
        var more = new ArrayList<>(cells);
        more.add(1, message);
        return more;
    }

    private int width(List<GridCell> cells) {
        return cells.stream()
                .mapToInt(cell -> TextFit.width(cell.text(), view.theme()))
                .sum();
    }

    private List<List<GridCell>> wordings() {
        var lab = view.lab();
        var release = lab.release().isOfMachine() ? "" : " · " + lab.release();
        var name = new GridCell(lab.name() + " · " + lab.engine().word() + release, StyleRole.TITLE);
        var fullName = new GridCell("pgpool-lab · " + name.text(), StyleRole.TITLE);
        var bareName = new GridCell(lab.name(), StyleRole.TITLE);
        var clock = GridCell.dim(CLOCK.format(view.now()));
        return view.state()
                .map(state -> running(state, fullName, name, bareName, clock))
                .orElseGet(() -> resting(fullName, name, bareName, clock));
    }

    private List<List<GridCell>> resting(GridCell fullName, GridCell name, GridCell bareName, GridCell clock) {
        var word = GridCell.dim(view.isRunning() ? "· looking …" : "· not running");
        return List.of(List.of(fullName, word, clock), List.of(name, word, clock), List.of(bareName, word));
    }

    private List<List<GridCell>> running(
            ClusterState state, GridCell fullName, GridCell name, GridCell bareName, GridCell clock) {
        var health = health(state, view.health().orElseThrow());
        var vip = vip(state, state.lab().addresses().vip() + " on ");
        var briefVip = vip(state, "on ");
        var quorum = quorum(state, true);
        var briefQuorum = quorum(state, false);
        var versions = GridCell.dim(state.context().versions().brief());
        var withVersions = List.of(
                List.of(fullName, versions, vip, quorum, health, clock),
                List.of(name, versions, vip, quorum, health, clock),
                List.of(name, versions, briefVip, quorum, health, clock));
        var without = List.of(
                List.of(fullName, vip, quorum, health, clock),
                List.of(name, vip, quorum, health, clock),
                List.of(name, briefVip, quorum, health, clock),
                List.of(bareName, briefVip, briefQuorum, health, clock),
                List.of(bareName, briefVip, health, clock),
                List.of(bareName, health, clock),
                List.of(bareName, health),
                List.of(health));
        return versions.text().isEmpty()
                ? without
                : Stream.concat(withVersions.stream(), without.stream()).toList();
    }

    private static GridCell vip(ClusterState state, String where) {
        var holders = state.vipHolders();
        if (holders.isEmpty()) {
            var isKnown =
                    state.pools().stream().allMatch(pool -> pool.holdsVip().isSeen());
            if (!isKnown) {
                return new GridCell("VIP ?", StyleRole.UNKNOWN);
            }
            return new GridCell("▲ VIP on no node", StyleRole.WARN);
        }
        var text = "VIP " + where + StateText.list(holders);
        return holders.size() == 1 ? GridCell.text(text) : new GridCell("✗ " + text, StyleRole.ALARM);
    }

    private static GridCell quorum(ClusterState state, boolean inFull) {
        if (!state.lab().hasWatchdog()) {
            return GridCell.dim("no watchdog");
        }
        var votes = QuorumVotes.of(state);
        var text = "quorum " + votes.alive() + " of " + votes.total() + (inFull ? ", needs " + votes.needed() : "");
        if (state.pools().stream().noneMatch(pool -> pool.watchdog().isSeen())) {
            return new GridCell("quorum ?", StyleRole.UNKNOWN);
        }
        if (state.leadersWatchdog().isEmpty()) {
            return new GridCell(text, votes.missing() > 0 ? StyleRole.WARN : StyleRole.UNKNOWN);
        }
        var present = state.leadersWatchdog().filter(WatchdogFacts::hasQuorum).isPresent();
        return present ? GridCell.text(text) : new GridCell("✗ " + text, StyleRole.BAD);
    }

    private static GridCell health(ClusterState state, ClusterHealth health) {
        if (health.isHealthy()) {
            return new GridCell("● healthy", StyleRole.GOOD);
        }
        if (state.context().starting()) {
            return new GridCell("· starting", StyleRole.UNKNOWN);
        }
        if (!health.isAsked()) {
            return new GridCell("· looking …", StyleRole.UNKNOWN);
        }
        if (health.isUnknown()) {
            return new GridCell("· not known yet", StyleRole.UNKNOWN);
        }
        var count = health.causes().size() - (health.isComplete() ? 0 : 1);
        return new GridCell("✗ " + count + (count == 1 ? " problem" : " problems"), StyleRole.BAD);
    }
}
