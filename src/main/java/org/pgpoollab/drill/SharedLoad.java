package org.pgpoollab.drill;

import org.pgpoollab.engine.Await;
import org.pgpoollab.load.LoadShape;

/** The load that runs already, or one of its own that ends with it. */
final class SharedLoad implements AutoCloseable {

    private final DrillTarget ground;
    private final LoadShape shape;
    private boolean isOwn;

    SharedLoad(DrillTarget ground, LoadShape shape) {
        this.ground = ground;
        this.shape = shape;
    }

    void begin() {
        if (!ground.load().isRunning()) {
            isOwn = true;
            ground.carryOut(ground.load().start(shape));
        }
    }

    void end() {
        if (isOwn) {
            isOwn = false;
            ground.carryOut(ground.load().stop());
        }
    }

    @Override
    public void close() {
        Await.undisturbed(this::end);
    }
}
