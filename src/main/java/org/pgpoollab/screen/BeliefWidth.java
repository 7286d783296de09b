package org.pgpoollab.screen;

import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.report.StatusSign;

/** How many words show a pgpool's belief about a backend. The glyph shows the role: a full circle is a primary. */
enum BeliefWidth {
    /** {@code ○ waiting standby}: status and role in Pgpool-II's words. */
    WORDS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return doubt.after(glyph(view) + " " + view.status() + " " + view.role());
        }
    },
    /** {@code ○ up}: the status alone. {@code waiting} (up, but not used yet) is shown as up. */
    STATUS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return doubt.after(glyph(view) + " " + (view.isUp() ? "up" : view.status()));
        }
    },
    /** {@code ○ up}, {@code ✗ down!}: like {@link #STATUS}, but without a space before the sign. */
    CLOSE_STATUS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return STATUS.text(view, BeliefDoubt.NONE) + doubt.sign();
        }
    },
    /** {@code ○}, {@code ✗!}: the glyph alone. */
    GLYPH {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return glyph(view) + doubt.sign();
        }
    };

    abstract String text(BackendView view, BeliefDoubt doubt);

    private static String glyph(BackendView view) {
        if (view.isUp()) {
            return view.isPrimary() ? StatusSign.GOOD.symbol() : StatusSign.FOLLOWS.symbol();
        }
        return view.status() == BackendStatus.DOWN ? StatusSign.BAD.symbol() : StatusSign.WARNING.symbol();
    }

    static StyleRole meaning(BackendView view) {
        if (view.isUp()) {
            return view.isPrimary() ? StyleRole.PRIMARY : StyleRole.STANDBY;
        }
        return view.status() == BackendStatus.DOWN ? StyleRole.BAD : StyleRole.WARN;
    }
}
