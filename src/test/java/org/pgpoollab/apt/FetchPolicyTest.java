package org.pgpoollab.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class FetchPolicyTest {

    @Test
    void theEnvironmentNamesTheMirrorsUnlessAnOptionDoes() {
        var policy = FetchPolicy.of(false, Map.of("PGPOOL_LAB_MIRROR", "http://one/debian,http://one/security"));

        assertEquals(List.of("http://one/debian", "http://one/security"), policy.mirrors());
        assertEquals(
                List.of("file:///srv/debian"),
                policy.with("file:///srv/debian", "--mirror ").mirrors());
        assertEquals(policy, policy.with("", "--mirror "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deb.debian.org",
                "ftp://one/debian",
                "http://one/ trixie",
                "http://a,http://b,http://c",
                "http://one/[trusted=yes]",
                "http://one/#",
                ",http://one"
            })
    void whatCannotBeAMirrorIsRefusedBeforeItIsInAFileOfApt(String typed) {
        var refused = assertThrows(LabException.class, () -> FetchPolicy.USUAL.with(typed, "--mirror "));

        assertEquals(Exit.USAGE, refused.exit());
        assertEquals(
                "--mirror http://deb.debian.org/debian",
                refused.problems().get(0).remedy());
    }
}
