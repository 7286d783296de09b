package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.pgpoollab.cluster.Given;

/** All that is found in a snapshot, as it is told: a warning begins with another sign, and what comes from another finding is one line below it. */
final class Told {

    private Told() {}

    static void assertFindings(String expected, Given lab) {
        var told = Diagnosis.of(lab.state()).findings().stream().map(Told::text).collect(Collectors.joining("\n"));
        assertEquals(expected.strip(), told);
    }

    private static String text(Finding finding) {
        if (finding.isConsequence()) {
            return "  hence    " + finding.problem().what();
        }
        return finding.isError()
                ? finding.problem().text()
                : finding.problem().text().replaceFirst("✗", "▲");
    }
}
