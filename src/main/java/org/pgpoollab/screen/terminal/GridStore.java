package org.pgpoollab.screen.terminal;

import java.util.function.UnaryOperator;

/** Holds the state that a live screen and a playback have in common: the grid and what lies over it. */
interface GridStore {

    ScreenState now();

    /** Replaces the state as {@link StateStore#change} does. */
    void change(UnaryOperator<ScreenState> change);

    static GridStore of(StateStore<ScreenState> store) {
        return new GridStore() {

            @Override
            public ScreenState now() {
                return store.now();
            }

            @Override
            public void change(UnaryOperator<ScreenState> change) {
                store.change(change);
            }
        };
    }

    static GridStore ofPlayback(StateStore<PlaybackState> store) {
        return new GridStore() {

            @Override
            public ScreenState now() {
                return store.now().screen();
            }

            @Override
            public void change(UnaryOperator<ScreenState> change) {
                store.change(state -> state.with(change.apply(state.screen())));
            }
        };
    }
}
