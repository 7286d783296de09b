package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.pgpoollab.cluster.Given;

/** Formats all findings of a snapshot: warnings are marked with another sign than errors, and an effect is on the line below its cause. */
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
