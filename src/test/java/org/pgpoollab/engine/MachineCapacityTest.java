package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCapacityTest {

    @TempDir
    private Path root;

    @BeforeEach
    void aMachineWithoutLimits() throws IOException {
        write("proc/loadavg", "0.50 0.40 0.30 2/1000 4711\n");
        write("proc/sys/kernel/pid_max", "32768\n");
        write("proc/sys/kernel/threads-max", "96365\n");
        write("proc/meminfo", "MemTotal:       4000000 kB\nMemAvailable:   2000000 kB\n");
        write("proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nThreads:\t20\n");
        write("proc/self/limits", "Max processes             unlimited            unlimited            processes \n");
        write("proc/self/cgroup", "0::/user.slice/session-1.scope\n");
        write("sys/fs/cgroup/user.slice/session-1.scope/memory.max", "max\n");
        write("sys/fs/cgroup/user.slice/session-1.scope/pids.max", "max\n");
    }

    @Test
    void aMachineWithoutLimitsHasWhatItsKernelSays() {
        assertEquals(31_768, capacity().processes());
        assertEquals(2_000_000L * 1024, capacity().memory());
        assertTrue(capacity().disk() > 0);
    }

    @Test
    void theUsersLimitCountsTheUsersThreads() throws IOException {
        write("proc/self/limits", "Max processes             500                  1000                 processes \n");
        write("proc/7/status", "Uid:\t1000\t1000\t1000\t1000\nThreads:\t30\n");
        write("proc/8/status", "Uid:\t1001\t1001\t1001\t1001\nThreads:\t300\n");

        assertEquals(470, capacity().processes());
    }

    @Test
    void rootIsNotHeldToItsLimit() throws IOException {
        write("proc/self/status", "Uid:\t0\t0\t0\t0\nThreads:\t20\n");
        write("proc/self/limits", "Max processes             500                  1000                 processes \n");

        assertEquals(31_768, capacity().processes());
    }

    @Test
    void anOuterGroupLimitsWhatIsInIt() throws IOException {
        write("sys/fs/cgroup/user.slice/pids.max", "300\n");
        write("sys/fs/cgroup/user.slice/pids.current", "40\n");
        write("sys/fs/cgroup/user.slice/memory.max", "536870912\n");
        write("sys/fs/cgroup/user.slice/memory.stat", "anon 36870912\nfile 400000000\n");

        assertEquals(260, capacity().processes());
        assertEquals(500_000_000, capacity().memory());
    }

    @Test
    void groupsOfVersionOneAreKnown() throws IOException {
        write("proc/self/cgroup", "9:name=systemd:/\n8:pids:/docker/1\n4:memory:/docker/1\n0::/\n");
        write("sys/fs/cgroup/pids/docker/1/pids.max", "200\n");
        write("sys/fs/cgroup/pids/docker/1/pids.current", "10\n");
        write("sys/fs/cgroup/memory/docker/1/memory.limit_in_bytes", "1000000\n");
        write("sys/fs/cgroup/memory/docker/1/memory.stat", "total_rss 400000\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertEquals(190, capacity().processes());
        assertEquals(600_000, capacity().memory());
    }

    @Test
    void theKernelsOwnFilesAreReadWhole() {
        var here = new MachineCapacity(Path.of("/")).of(root);

        assertTrue(here.processes() > 100 && here.processes() < Capacity.UNREAD, here.toString());
        assertTrue(here.memory() > 1 << 20 && here.memory() < Capacity.UNREAD, here.toString());
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        var nothing = new MachineCapacity(root.resolve("nothing")).of(root.resolve("lab"));

        assertEquals(Capacity.UNREAD, nothing.processes());
        assertEquals(Capacity.UNREAD, nothing.memory());
    }

    private Capacity capacity() {
        return new MachineCapacity(root).of(root.resolve("state/lab"));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
