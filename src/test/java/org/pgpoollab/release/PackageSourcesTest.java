package org.pgpoollab.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.Release;

class PackageSourcesTest {

    private static final String SIGNED = "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ";

    @Test
    void theMachinesMirrorIsUsedAndOtherRepositoriesAreNot() {
        var sources = PackageSources.among(List.of(
                "https://packages.example.com/apt/",
                "http://mirror.example.com/debian/",
                "http://mirror.example.com/debian-security/"));

        assertEquals(
                new PackageSources(
                        "http://mirror.example.com/debian/",
                        "http://mirror.example.com/debian-security/",
                        PackageSources.KEYRING),
                sources);
    }

    @Test
    void whatTheMachineHasNotComesFromDebian() {
        assertEquals(PackageSources.OF_DEBIAN, PackageSources.among(List.of("http://archive.ubuntu.com/ubuntu/", "")));
    }

    @Test
    void aReleaseHasItsUpdates() {
        assertEquals(
                SIGNED + "http://deb.debian.org/debian/ trixie main\n" + SIGNED
                        + "http://deb.debian.org/debian/ trixie-updates main\n" + SIGNED
                        + "http://deb.debian.org/debian-security/ trixie-security main\n",
                PackageSources.OF_DEBIAN.list(new Release("trixie")));
    }

    @Test
    void sidHasNoUpdatesBesideIt() {
        assertEquals(
                SIGNED + "http://deb.debian.org/debian/ sid main\n", PackageSources.OF_DEBIAN.list(new Release("sid")));
    }
}
