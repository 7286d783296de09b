package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    @Test
    void aReleaseOfPgdgHasAReleaseOfDebianASuiteAndAMajorVersion() {
        var release = Release.named("bookworm-pgdg-16").orElseThrow();

        assertTrue(release.isOfPgdg());
        assertEquals(Release.OLDEST, release.debian());
        assertEquals("bookworm-pgdg", release.pgdgSuite());
        assertEquals(Optional.of(16), release.postgresMajor());
    }

    @Test
    void aReleaseOfDebianIsItsOwn() {
        var release = Release.named("trixie").orElseThrow();

        assertFalse(release.isOfPgdg());
        assertEquals(release, release.debian());
        assertEquals(Optional.of(17), release.postgresMajor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookworm-pgdg",
                "bookworm-pgdg-",
                "bookworm-pgdg-9",
                "bookworm-pgdg-11",
                "sid-pgdg-18",
                "bookworm-16",
                ""
            })
    void othersAreNone(String word) {
        assertEquals(Optional.empty(), Release.named(word));
    }

    @Test
    void everyWordIsARelease() {
        assertTrue(Release.words().stream().allMatch(word -> Release.named(word).isPresent()));
        assertTrue(Release.words().contains("trixie-pgdg-18"), Release.words().toString());
    }
}
