package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.diagnosis.Diagnosis;

/** Checks that {@link Scenarios} is complete. It needs no lab, so a new check without a scenario is noticed at once. */
class ScenariosOfChecksTest {

    private static final Set<String> MADE = Scenarios.all().stream()
            .flatMap(scenario -> scenario.checks().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void everyCheckHasAScenarioOrAReasonWhyThereIsNone() {
        var missed = Diagnosis.checks().stream()
                .filter(check -> !MADE.contains(check) && !Scenarios.without().containsKey(check))
                .toList();

        assertEquals(List.of(), missed);
    }

    @Test
    void everyCheckThatIsNamedIsThereAndHasNotBoth() {
        var strange = Stream.concat(MADE.stream(), Scenarios.without().keySet().stream())
                .filter(check -> !Diagnosis.checks().contains(check))
                .toList();
        var both = Scenarios.without().keySet().stream().filter(MADE::contains).toList();

        assertEquals(List.of(), strange);
        assertEquals(List.of(), both);
    }
}
