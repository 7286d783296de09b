package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;

class ComposeEngineTest {

    @TempDir
    Path state;

    @Test
    void onlyWhatHasTheLabelOfTheDirectoryIsRemoved() {
        var shell = new FakeDocker()
                .saying("docker ps -a", "id1\texited\tpg-0\tnet\nid2\trunning\tutility\tnet\n")
                .saying("docker network ls", "lab-network\n")
                .saying("docker volume ls", "lab-volume\n");

        engine(shell).destroy();

        assertEquals(
                List.of("docker rm -f -v id1 id2", "docker network rm lab-network", "docker volume rm lab-volume"),
                shell.ran.stream().filter(line -> line.contains(" rm ")).toList());
        assertTrue(
                shell.ran.stream()
                        .filter(line -> line.contains(" ls ") || line.contains(" ps "))
                        .allMatch(line -> line.contains("label=pgpool-lab.directory=")),
                shell.ran::toString);
    }

    @Test
    void whereNothingIsLeftNothingIsRemoved() {
        var shell = new FakeDocker();

        engine(shell).destroy();

        assertFalse(shell.ran.stream().anyMatch(line -> line.contains(" rm ")), shell.ran::toString);
    }

    @Test
    void whatHasEndedBetweenListAndRemovalIsNoFailure() {
        var shell = new FakeDocker()
                .saying("docker ps -a", "id1\texited\tpg-0\tnet\n")
                .failing("docker rm", "Error: No such container: id1");

        engine(shell).destroy();

        assertTrue(shell.ran.contains("docker rm -f -v id1"), shell.ran::toString);
    }

    @Test
    void aLabWhoseContainersHaveAllEndedDoesNotRunButHasRemains() {
        var engine =
                engine(new FakeDocker().saying("docker ps -a", "id1\texited\tpg-0\tnet\nid2\tcreated\tutility\tnet\n"));

        assertFalse(engine.isRunning());
        assertTrue(engine.hasRemains());
        assertEquals(Set.of(), engine.hosts());
    }

    @Test
    void aLabSaysWhyItDoesNotRun() {
        var ended = engine(new FakeDocker().saying("docker ps -a", "id1\texited\tpg-0\tnet\n"));
        var withoutDaemon = engine(new FakeDocker()
                .failing("docker version", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock."));

        assertTrue(ended.whyNotRunning().orElseThrow().why().startsWith("its containers have ended"));
        assertTrue(withoutDaemon.whyNotRunning().orElseThrow().why().startsWith("the Docker daemon does not run"));
        assertEquals(Optional.empty(), engine(new FakeDocker()).whyNotRunning());
    }

    @Test
    void withoutItsUtilityHostALabStillRuns() {
        var engine =
                engine(new FakeDocker().saying("docker ps -a", "id1\trunning\tpg-0\tnet\nid2\texited\tutility\tnet\n"));

        assertTrue(engine.isRunning());
        assertEquals(Set.of("pg-0"), engine.hosts());
    }

    @Test
    void hostsWithoutTheirNetworkAreNamedAtOnce() {
        var engine = engine(new FakeDocker().saying("docker ps -a", "id1\trunning\tpg-0\t\n"));

        var refusal = assertThrows(LabException.class, engine::create);

        assertEquals("pg-0 has no network", refusal.problems().get(0).what());
        assertEquals("kill pg-0; start pg-0", refusal.problems().get(0).remedy());
    }

    @Test
    void whereTheUtilityHostHasNoNetworkEitherTheLabIsMadeAnew() {
        var engine = engine(new FakeDocker().saying("docker ps -a", "id1\trunning\tpg-0\t\nid2\trunning\tutility\t\n"));

        var refusal = assertThrows(LabException.class, engine::create);

        assertEquals("down --keep; up", refusal.problems().get(0).remedy());
    }

    @Test
    void aHostThatIsOffIsConnectedWithItsAddressBeforeItStarts() {
        var shell = new FakeDocker()
                .saying("docker ps -a", "id1\texited\tpg-0\t\nid2\trunning\tutility\tnet\n")
                .failing("docker start", "the end");

        assertThrows(LabException.class, () -> engine(shell).powerOn(List.of(Node.postgres(0))));

        var made = shell.ran.stream()
                .filter(line -> line.startsWith("docker network connect") || line.startsWith("docker start"))
                .toList();
        assertEquals(2, made.size(), made::toString);
        assertTrue(made.get(0).matches("docker network connect --ip 10[.]77[.]0[.]10 \\S+ id1"), made::toString);
        assertTrue(made.get(1).startsWith("docker start"), made::toString);
    }

    @Test
    void withoutTheUtilityHostNothingIsSaidOfTheNodes() {
        var engine = engine(new FakeDocker().saying("docker ps -a", "id1\trunning\tpg-0\tnet\n"));

        var blindness = engine.blindness().orElseThrow();

        assertTrue(blindness.why().contains("the nodes themselves may well run"), blindness.why());
    }

    @Test
    void withoutDockerNoLabRuns() {
        assertFalse(engine(new FakeDocker().without("docker")).isRunning());
    }

    @Test
    void onAHostThatIsOffNothingRuns() {
        var engine = engine(new FakeDocker().saying("docker ps -a", "id1\trunning\tutility\tnet\n"));

        var refusal = assertThrows(LabException.class, () -> engine.on("pg-0", Account.POSTGRES, Command.of("true")));

        assertEquals("start pg-0", refusal.problems().get(0).remedy());
    }

    @Test
    void theImagesOfAllVersionsOfThisProgramAreRemoved() {
        var shell = new FakeDocker().saying("docker image ls", "pgpool-lab:15-1\npgpool-lab:15-2\n");

        engine(shell).removeImages();

        assertTrue(shell.ran.contains("docker image rm pgpool-lab:15-1 pgpool-lab:15-2"), shell.ran::toString);
        assertTrue(
                shell.ran.stream().anyMatch(line -> line.contains("reference=pgpool-lab:[0-9]*-*")),
                shell.ran::toString);
    }

    @Test
    void theImageIsNamedByItsFilesAndBuiltIfAnEarlierStartHadAnother() {
        assertTrue(
                LabImage.name(Release.OF_MACHINE).matches("pgpool-lab:15-[0-9a-f]{8}"),
                LabImage.name(Release.OF_MACHINE));
        var shell = new FakeDocker()
                .failing("docker image inspect", "No such image")
                .failing("docker build", "the end");

        var refusal = assertThrows(LabException.class, engine(shell)::create);

        assertTrue(refusal.getMessage()
                .contains("the image " + LabImage.name(Release.OF_MACHINE) + " could not be built"));
    }

    @Test
    void anImageThatIsNotThereIsNotRemoved() {
        var shell = new FakeDocker();

        engine(shell).removeImages();

        assertFalse(shell.ran.stream().anyMatch(line -> line.contains("image rm")), shell.ran::toString);
    }

    @Test
    void anImageThatAnotherLabUsesStays() {
        var shell = new FakeDocker()
                .saying("docker image ls", LabImage.name(Release.OF_MACHINE) + "\n")
                .failing(
                        "docker image rm",
                        "Error response from daemon: conflict: image is being used by running container 1");

        var refusal = assertThrows(LabException.class, engine(shell)::removeImages);

        assertTrue(refusal.getMessage().contains("is being used"), refusal.getMessage());
    }

    @Test
    void aSubnetThatIsTakenIsAnObstacle() {
        var shell = FakeDocker.working().saying("network inspect", "other 10.77.0.0/16\n");

        var obstacle = engine(shell).obstacles().get(0);

        assertEquals("the network other of Docker has 10.77.0.0/16", obstacle.why());
    }

    private ComposeEngine engine(FakeDocker shell) {
        return new ComposeEngine(ComposeTextTest.lab(1, 1), state.resolve("one"), shell);
    }
}
