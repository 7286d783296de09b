package org.pgpoollab.screen;

import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.report.Sign;

/** How many words a pgpool's belief of a backend gets. The glyph has the role: a full circle is a primary. */
enum BeliefWidth {
    /** {@code ○ waiting standby}: Pgpool-II's own words. */
    WORDS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return doubt.after(glyph(view) + " " + view.status() + " " + view.role());
        }
    },
    /** {@code ○ up}; {@code waiting}, which is up and not yet used, is up. */
    STATUS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return doubt.after(glyph(view) + " " + (view.isUp() ? "up" : view.status()));
        }
    },
    /** {@code ○ up}, {@code ✗ down!}. */
    CLOSE_STATUS {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return STATUS.text(view, BeliefDoubt.NONE) + doubt.sign();
        }
    },
    /** {@code ○}, {@code ✗!}. */
    GLYPH {
        @Override
        String text(BackendView view, BeliefDoubt doubt) {
            return glyph(view) + doubt.sign();
        }
    };

    abstract String text(BackendView view, BeliefDoubt doubt);

    private static String glyph(BackendView view) {
        if (view.isUp()) {
            return view.role().equals("primary") ? Sign.GOOD.symbol() : Sign.FOLLOWS.symbol();
        }
        return view.status().equals("down") ? Sign.BAD.symbol() : Sign.WARNING.symbol();
    }

    static StyleRole meaning(BackendView view) {
        if (view.isUp()) {
            return view.role().equals("primary") ? StyleRole.PRIMARY : StyleRole.STANDBY;
        }
        return view.status().equals("down") ? StyleRole.BAD : StyleRole.WARN;
    }
}
