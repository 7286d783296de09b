package org.pgpoollab.drill;

import org.pgpoollab.engine.Await;
import org.pgpoollab.load.LoadShape;

/** Uses the load that already runs, or starts one and stops it at the end. */
final class SharedLoad implements AutoCloseable {

    private final DrillTarget target;
    private final LoadShape shape;
    private boolean isOwn;

    SharedLoad(DrillTarget target, LoadShape shape) {
        this.target = target;
        this.shape = shape;
    }

    void begin() {
        if (!target.load().isRunning()) {
            isOwn = true;
            target.carryOut(target.load().start(shape));
        }
    }

    void end() {
        if (isOwn) {
            isOwn = false;
            target.carryOut(target.load().stop());
        }
    }

    @Override
    public void close() {
        Await.undisturbed(this::end);
    }
}
