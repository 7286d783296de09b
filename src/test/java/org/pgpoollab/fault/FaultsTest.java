package org.pgpoollab.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.topology.Node;

class FaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kill pg-0",
                "pause pg-0",
                "pause pgpool-1 --process pgpool",
                "isolate pgpool-2",
                "cut pg-0 pgpool-0",
                "cut pg-0,pgpool-0 pg-1,pg-2 --one-way --port 5432/tcp",
                "cut pgpool-0 pgpool-1 --port 9694/udp",
                "slow pg-0 pg-1 200ms",
                "slow pg-0 pg-1,pg-2 0ms --loss 5 --rate 1mbit",
                "lag pg-2",
                "fill pg-0",
                "lie pgpool-0 pg-1"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertEquals(text, fault(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "burn pg-0", "kill", "kill pg", "cut pg-0", "slow pg-0 pg-1 soon", "cut a b --port"})
    void whatIsNoFaultIsNone(String text) {
        assertEquals(Optional.empty(), FaultText.parse(text));
    }

    @Test
    void theSameFaultTwiceIsOne() {
        assertEquals(faults("isolate pg-0"), faults("isolate pg-0", "isolate pg-0"));
    }

    @Test
    void aCutOfBothWaysHasNoDirection() {
        assertEquals(fault("cut pg-0 pgpool-0"), fault("cut pgpool-0 pg-0"));
    }

    @Test
    void aHostWithoutPowerIsNeitherPausedNorHeldBack() {
        var faults = faults("pause pg-1", "lag pg-1", "isolate pg-1", "pause pg-2", "kill pg-1");

        assertEquals(faults("isolate pg-1", "pause pg-2", "kill pg-1"), faults);
    }

    @Test
    void aDiskStaysFullWithoutPower() {
        assertEquals(List.of("off", "full"), faults("fill pg-1", "kill pg-1").marks(Node.postgres(1)));
    }

    @Test
    void aPausedHostHasAllItsServersPaused() {
        assertEquals(faults("pause pg-1"), faults("pause pg-1 --process repmgrd", "pause pg-1"));
    }

    @Test
    void oneWayIsSlowInOneMeasure() {
        assertEquals(faults("slow pg-0 pg-1 90ms"), faults("slow pg-0 pg-1 20ms", "slow pg-0 pg-1 90ms"));
    }

    @Test
    void aNodeIsTouchedByCutsAtBothEnds() {
        var faults = faults("cut pg-0 pgpool-0", "isolate pg-2");

        assertEquals(faults("cut pg-0 pgpool-0"), faults.touching(Node.pgpool(0)));
    }

    @Test
    void theGravestMarkComesFirst() {
        assertEquals(
                List.of("isolated", "cut", "held back"),
                faults("lag pg-1", "cut pg-1 pg-0", "isolate pg-1").marks(Node.postgres(1)));
    }

    @Test
    void whatIsWishedComesBackFromDisk() {
        var faults = faults("isolate pg-0", "cut pg-0,pgpool-0 pg-1 --one-way", "lie pgpool-0 pg-1");

        assertEquals(faults, FaultsFile.parse(FaultsFile.json(faults)));
        assertEquals("{\"faults\":[\"lag pg-1\"]}\n", FaultsFile.json(faults("lag pg-1")));
    }

    @Test
    void whatIsHiddenIsNeitherMarkedNorListedButImposed() {
        var faults = faults("isolate pg-0").withHidden(fault("lag pg-1"));

        assertEquals(List.of(), faults.marks(Node.postgres(1)));
        assertFalse(faults.has(fault("lag pg-1")));
        assertEquals(faults("isolate pg-0", "lag pg-1"), faults.revealed());
        assertEquals(faults("isolate pg-0"), faults.without(fault("lag pg-1")));
    }

    @Test
    void aHiddenFaultThatIsInjectedAgainIsToldFromThenOn() {
        assertEquals(
                faults("lag pg-1"), Faults.NONE.withHidden(fault("lag pg-1")).with(fault("lag pg-1")));
    }

    @Test
    void whatIsHiddenComesBackFromAFileThatDoesNotTell(@TempDir Path directory) throws IOException {
        var file = new FaultsFile(directory.resolve("faults.json"), directory.resolve(".hidden"));
        var faults = faults("isolate pg-0").withHidden(fault("lag pg-1"));

        file.write(faults);

        assertEquals(faults, file.read());
        assertFalse(Files.readString(file.path()).contains("lag"));
        assertFalse(Files.readString(file.hidden()).contains("lag"));
        file.write(faults("isolate pg-0"));
        assertFalse(Files.exists(file.hidden()));
    }

    @Test
    void aTornFileWishesNothing() {
        assertTrue(FaultsFile.parse("{\"faults\":[\"isolate").isEmpty());
    }

    @Test
    void whatALaterVersionWroteIsLeftOut() {
        assertEquals(faults("lag pg-1"), FaultsFile.parse("{\"faults\":[\"flood pg-1\",\"lag pg-1\"]}"));
    }

    private static Faults faults(String... texts) {
        return List.of(texts).stream()
                .map(FaultsTest::fault)
                .reduce(Faults.NONE, Faults::with, (some, others) -> others);
    }

    private static Fault fault(String text) {
        return FaultText.parse(text).orElseThrow();
    }
}
