package org.pgpoollab.screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/**
 * The pane that shows writes through the VIP: one block for each second, the newest at the right, and a cross for a second without
 * a successful write.
 */
final class LoadPane implements GridPane {

    private static final int LEFT = 1;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String HOLE = "✗";

    /** The load's status is polled four times a second. A load without a status for this long has ended. */
    private static final Duration ENDED = Duration.ofSeconds(3);

    @Override
    public String title(ScreenView view) {
        return "Writes through the VIP";
    }

    /** {@code 98/s  p95 4 ms  12 failed  longest gap 3.1 s}. */
    @Override
    public String note(ScreenView view, int rows) {
        return view.loadStatus().map(loadStatus -> note(view, loadStatus)).orElse("");
    }

    private static String note(ScreenView view, LoadStatus loadStatus) {
        var past = loadStatus.failures() + " failed  longest gap " + seconds(loadStatus.longestGap());
        if (hasEnded(view, loadStatus)) {
            return "ended " + TimeSpan.text(age(view, loadStatus)) + " ago  " + past;
        }
        if (loadStatus.acknowledged() == 0) {
            return "✗ nothing for " + seconds(loadStatus.gap()) + "  " + loadStatus.failures() + " failed";
        }
        return loadStatus.acknowledged() + "/s  p95 " + milliseconds(loadStatus.p95()) + "  " + past;
    }

    @Override
    public StyleRole noteMeaning(ScreenView view) {
        var isStuck = view.loadStatus()
                .filter(loadStatus -> loadStatus.acknowledged() == 0 && !hasEnded(view, loadStatus))
                .isPresent();
        return isStuck ? StyleRole.BAD : StyleRole.TEXT;
    }

    private static boolean hasEnded(ScreenView view, LoadStatus loadStatus) {
        return age(view, loadStatus).compareTo(ENDED) > 0 || loadStatus.words().equals(LoadStatus.STOPPED);
    }

    private static Duration age(ScreenView view, LoadStatus loadStatus) {
        return Duration.between(loadStatus.at(), view.moment());
    }

    private static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }

    private static String milliseconds(Duration span) {
        return span.compareTo(Duration.ofMillis(1)) < 0 ? "<1 ms" : span.toMillis() + " ms";
    }

    @Override
    public boolean isHeldWithGrid() {
        return true;
    }

    @Override
    public int leastRows() {
        return 1;
    }

    @Override
    public int mostRows(ScreenView view) {
        return 1;
    }

    @Override
    public Optional<Node> nodeAt(ScreenView view, int row, int rows) {
        return Optional.empty();
    }

    @Override
    public void paint(ScreenView view, Canvas canvas) {
        view.loadStatus().ifPresent(loadStatus -> paint(loadStatus, view.theme(), canvas));
    }

    private static void paint(LoadStatus loadStatus, Theme theme, Canvas canvas) {
        var beats = newest(loadStatus.beats(), canvas.columns() - 2 * LEFT);
        var column = canvas.columns() - LEFT - beats.size();
        for (var beat : beats) {
            canvas.write(column++, 0, theme.shown(sign(beat, loadStatus.shape().writes())), theme.style(meaning(beat)));
        }
    }

    private static List<LoadStatus.Beat> newest(List<LoadStatus.Beat> beats, int most) {
        return beats.subList(Math.max(0, beats.size() - Math.max(0, most)), beats.size());
    }

    /** Returns the block for one second. It is full if as many writes were acknowledged as were requested. */
    private static String sign(LoadStatus.Beat beat, int full) {
        if (beat.isHole()) {
            return HOLE;
        }
        var last = BLOCKS.length() - 1;
        var height = Math.min(last, Math.round((float) last * beat.acknowledged() / full));
        return BLOCKS.substring(height, height + 1);
    }

    private static StyleRole meaning(LoadStatus.Beat beat) {
        if (beat.isHole()) {
            return StyleRole.BAD;
        }
        return beat.failed() > 0 ? StyleRole.WARN : StyleRole.BAR;
    }
}
