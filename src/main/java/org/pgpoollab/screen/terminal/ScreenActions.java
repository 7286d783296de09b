package org.pgpoollab.screen.terminal;

import org.pgpoollab.screen.ScreenLayout;
import org.pgpoollab.screen.ScreenView;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Node;

/** The actions of keys that go beyond the state of a screen. They are called on the thread that reads keys. */
interface ScreenActions {

    ScreenLayout layout(ScreenView view);

    /** Returns the overlay, scrolled back to its end if it was scrolled further. */
    Overlay fitted(Overlay overlay);

    /** Redraws the whole screen. */
    void repaint();

    /** Gives the terminal to the user's shell until this program is continued. */
    void suspend();

    /** Opens the details of a node. */
    void details(Node node);

    /** Opens the log lines that belong to an event. */
    void causes(Event event);

    boolean isReadOnly();

    void end();

    /** Ends the screen with this failure. */
    void fail(RuntimeException fault);
}
