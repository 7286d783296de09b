package org.pgpoollab.engine.nativelab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;

/** What /proc says in containers that Docker 20.10 has started with and without its options. */
class ContainerLimitTest {

    private static final String REFUSED = "unshare: unshare failed: Operation not permitted";
    private static final String NO_PROC = "unshare: mount /proc failed: Operation not permitted";
    private static final String FILTERED = "NoNewPrivs:\t0\nSeccomp:\t2\nSeccomp_filters:\t1\n";
    private static final String UNFILTERED = "NoNewPrivs:\t0\nSeccomp:\t0\nSeccomp_filters:\t0\n";
    private static final String PLAIN = """
            544 523 0:52 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
            """;
    private static final String MASKED = PLAIN + """
            526 544 0:57 / /proc/acpi ro,relatime - tmpfs tmpfs ro
            527 544 0:53 /null /proc/keys rw,nosuid - tmpfs tmpfs rw,size=65536k,mode=755
            """;

    @Test
    void a_container_without_options_has_both_limits() {
        assertEquals(
                List.of(ContainerLimit.SECCOMP, ContainerLimit.MASKED_PATHS),
                ContainerLimit.of(REFUSED, FILTERED, MASKED, ""));
    }

    @Test
    void only_the_option_that_is_missing_is_named() {
        assertEquals(List.of(ContainerLimit.SECCOMP), ContainerLimit.of(REFUSED, FILTERED, PLAIN, ""));
        assertEquals(List.of(ContainerLimit.MASKED_PATHS), ContainerLimit.of(NO_PROC, UNFILTERED, MASKED, ""));
    }

    @Test
    void a_filter_that_lets_namespaces_be_made_is_no_limit() {
        assertEquals(List.of(ContainerLimit.MASKED_PATHS), ContainerLimit.of(NO_PROC, FILTERED, MASKED, ""));
    }

    @Test
    void a_profile_of_AppArmor_is_a_limit_if_it_is_enforced() {
        assertEquals(
                List.of(ContainerLimit.APPARMOR),
                ContainerLimit.of(NO_PROC, UNFILTERED, PLAIN, "docker-default (enforce)\n"));
        assertEquals(List.of(), ContainerLimit.of(NO_PROC, UNFILTERED, PLAIN, "unconfined\n"));
    }

    @Test
    void a_file_system_of_the_machine_below_proc_masks_nothing() {
        var mounts = PLAIN + "35 26 0:31 / /proc/sys/fs/binfmt_misc rw,relatime shared:16 - autofs systemd-1 rw\n";

        assertEquals(List.of(), ContainerLimit.of(NO_PROC, UNFILTERED, mounts, ""));
    }

    @Test
    void each_runtime_has_its_own_words_for_it() {
        var limits = List.of(ContainerLimit.SECCOMP, ContainerLimit.MASKED_PATHS);

        assertEquals(
                new Problem(
                        "no namespaces",
                        REFUSED + "; in this container seccomp filters system calls, and parts of /proc are masked",
                        "start the container with: "
                                + "--security-opt seccomp=unconfined --security-opt systempaths=unconfined"),
                ContainerRuntime.DOCKER.obstacle("no namespaces", REFUSED, limits));
        assertEquals(
                "start the container with: --security-opt seccomp=unconfined --security-opt unmask=ALL",
                ContainerRuntime.PODMAN
                        .obstacle("no namespaces", NO_PROC, limits)
                        .remedy());
        assertEquals(
                "in the container's securityContext: seccompProfile: {type: Unconfined}, procMount: Unmasked",
                ContainerRuntime.KUBERNETES
                        .obstacle("no namespaces", NO_PROC, limits)
                        .remedy());
    }
}
