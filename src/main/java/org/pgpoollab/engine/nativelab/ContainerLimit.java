package org.pgpoollab.engine.nativelab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What keeps processes in a container from making namespaces, with the words that say so. */
enum ContainerLimit {
    /** A filter of system calls refuses unshare(2); see {@code Seccomp} in proc_pid_status(5). */
    SECCOMP("seccomp filters system calls"),
    /** Something is mounted over parts of /proc: the kernel lets nobody inside mount a /proc that shows them, see user_namespaces(7). */
    MASKED_PATHS("parts of /proc are masked"),
    /** A profile refuses mount(2). */
    APPARMOR("AppArmor confines the processes");

    private final String words;

    ContainerLimit(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Returns what limits this process, of which an attempt to make namespaces ended with these words. */
    static List<ContainerLimit> ofThisProcess(String errors) {
        var self = Path.of("/proc/self");
        return of(
                errors,
                ProcessTable.read(self.resolve("status")).orElse(""),
                ProcessTable.read(self.resolve("mountinfo")).orElse(""),
                ProcessTable.read(self.resolve("attr/current")).orElse(""));
    }

    /**
     * @param errors what unshare(1) said
     * @param status the process's {@code /proc/PID/status}
     * @param mounts its {@code /proc/PID/mountinfo}
     * @param profile its {@code /proc/PID/attr/current}; empty where there is no AppArmor
     */
    static List<ContainerLimit> of(String errors, String status, String mounts, String profile) {
        var limits = new ArrayList<ContainerLimit>();
        if (errors.contains("unshare failed") && status.lines().anyMatch(line -> line.matches("Seccomp:\\s+2"))) {
            limits.add(SECCOMP);
        }
        if (mounts.lines().anyMatch(ContainerLimit::isBelowProc)) {
            limits.add(MASKED_PATHS);
        }
        if (profile.strip().endsWith("(enforce)")) {
            limits.add(APPARMOR);
        }
        return List.copyOf(limits);
    }

    /** The fifth word of a line is where it is mounted: proc_pid_mountinfo(5). */
    private static boolean isBelowProc(String mount) {
        var words = mount.split(" ");
        return words.length > 4 && words[4].startsWith("/proc/") && !words[4].equals("/proc/sys/fs/binfmt_misc");
    }
}
