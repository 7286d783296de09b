package org.pgpoollab.screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.topology.Node;

/** How writes go through the virtual IP: a block for each second, the newest at the right, and a cross where none went through. */
final class LoadPane implements GridPane {

    private static final int LEFT = 1;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String HOLE = "✗";

    /** A load is felt four times a second: one that was not for so long has ended. */
    private static final Duration ENDED = Duration.ofSeconds(3);

    @Override
    public String title(ScreenView view) {
        return "Writes through the VIP";
    }

    /** {@code 98/s  p95 4 ms  12 failed  longest gap 3.1 s}. */
    @Override
    public String note(ScreenView view, int rows) {
        return view.pulse().map(pulse -> note(view, pulse)).orElse("");
    }

    private static String note(ScreenView view, LoadStatus pulse) {
        var past = pulse.failures() + " failed  longest gap " + seconds(pulse.longestGap());
        if (hasEnded(view, pulse)) {
            return "ended " + TimeSpan.text(age(view, pulse)) + " ago  " + past;
        }
        if (pulse.acknowledged() == 0) {
            return "✗ nothing for " + seconds(pulse.gap()) + "  " + pulse.failures() + " failed";
        }
        return pulse.acknowledged() + "/s  p95 " + milliseconds(pulse.p95()) + "  " + past;
    }

    @Override
    public StyleRole noteMeaning(ScreenView view) {
        var isStuck = view.pulse()
                .filter(pulse -> pulse.acknowledged() == 0 && !hasEnded(view, pulse))
                .isPresent();
        return isStuck ? StyleRole.BAD : StyleRole.TEXT;
    }

    private static boolean hasEnded(ScreenView view, LoadStatus pulse) {
        return age(view, pulse).compareTo(ENDED) > 0 || pulse.words().equals(LoadStatus.STOPPED);
    }

    private static Duration age(ScreenView view, LoadStatus pulse) {
        return Duration.between(pulse.at(), view.moment());
    }

    private static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
    }

    private static String milliseconds(Duration span) {
        return span.compareTo(Duration.ofMillis(1)) < 0 ? "<1 ms" : span.toMillis() + " ms";
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
        view.pulse().ifPresent(pulse -> paint(pulse, view.theme(), canvas));
    }

    private static void paint(LoadStatus pulse, Theme theme, Canvas canvas) {
        var beats = newest(pulse.beats(), canvas.columns() - 2 * LEFT);
        var column = canvas.columns() - LEFT - beats.size();
        for (var beat : beats) {
            canvas.write(column++, 0, theme.shown(sign(beat, pulse.shape().writes())), theme.dress(meaning(beat)));
        }
    }

    private static List<LoadStatus.Beat> newest(List<LoadStatus.Beat> beats, int most) {
        return beats.subList(Math.max(0, beats.size() - Math.max(0, most)), beats.size());
    }

    /** Full when as many were acknowledged as were asked for. */
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
