package org.pgpoollab.plan.step;

import java.util.List;

/** Plans that can be shown, of one step that cannot be performed. */
public final class FakePlan {

    private FakePlan() {}

    public static Plan of(String title) {
        return Plan.of(title, new FakeStep("step of " + title));
    }

    private record FakeStep(String title) implements Step {

        @Override
        public List<ShellLine> shell() {
            return List.of(ShellLine.here("pg_ctl stop"));
        }

        @Override
        public void perform(StepContext context, Progress progress) {
            throw new IllegalStateException("a fake step is never performed");
        }
    }
}
