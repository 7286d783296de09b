package org.pgpoollab.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
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
                        "https://apt.postgresql.org/pub/repos/apt/",
                        PackageSources.KEYRING,
                        ""),
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
    void aReleaseOfPgdgHasDebiansPackagesAndPgdgsWhichOnlyTheKeysOfTheWorkspaceVerify() {
        assertEquals(
                SIGNED + "http://deb.debian.org/debian/ bookworm main\n" + SIGNED
                        + "http://deb.debian.org/debian/ bookworm-updates main\n" + SIGNED
                        + "http://deb.debian.org/debian-security/ bookworm-security main\n"
                        + "deb https://apt.postgresql.org/pub/repos/apt/ bookworm-pgdg main\n",
                PackageSources.OF_DEBIAN.list(new Release("bookworm-pgdg-16")));
    }

    @Test
    void aDirectoryThatWasCarriedHereIsVerifiedLikeAnArchiveOnlyItsAgeIsNot() {
        var signed = "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg by-hash=no check-valid-until=no] ";
        var repository = new LocalRepository(Path.of("/media/a stick/trixie-amd64"));

        assertEquals(
                signed + "copy:/media/a%20stick/trixie-amd64/debian/ trixie main\n" + signed
                        + "copy:/media/a%20stick/trixie-amd64/debian/ trixie-updates main\n" + signed
                        + "copy:/media/a%20stick/trixie-amd64/debian-security/ trixie-security main\n"
                        + "deb [by-hash=no check-valid-until=no] copy:/media/a%20stick/trixie-amd64/pgdg/ trixie-pgdg main\n",
                PackageSources.OF_DEBIAN.in(repository).list(new Release("trixie-pgdg-17")));
    }

    @Test
    void sidHasNoUpdatesBesideIt() {
        assertEquals(
                SIGNED + "http://deb.debian.org/debian/ sid main\n", PackageSources.OF_DEBIAN.list(new Release("sid")));
    }
}
