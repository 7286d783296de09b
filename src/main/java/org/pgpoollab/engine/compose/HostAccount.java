package org.pgpoollab.engine.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/**
 * The user whose number all servers on hosts have. It is that of the user who calls, so that this user owns all files that they write; for
 * root, as whom PostgreSQL refuses to run, it is another one.
 *
 * @param user the number of the user
 * @param group the number of the group
 * @param ofCaller whether files that this process writes belong to it
 */
record HostAccount(int user, int group, boolean ofCaller) {

    private static final int INSTEAD_OF_ROOT = 1000;

    /** What a server that moves the VIP, or a user who changes routes, needs of root's rights. */
    private static final String CAPABILITIES = "-all,+net_admin,+net_raw";

    /** Returns the account for the labs of this process's user. */
    static HostAccount ofThisUser() {
        return Stream.of(Path.of("/proc/self"), Path.of(System.getProperty("user.home")))
                .flatMap(owned -> ownerOf(owned).stream())
                .findFirst()
                // Without numbers of users, in a shared folder of a virtual machine, every user owns every file.
                .orElse(new HostAccount(INSTEAD_OF_ROOT, INSTEAD_OF_ROOT, true));
    }

    private static Optional<HostAccount> ownerOf(Path path) {
        try {
            return Optional.of(
                    of((int) Files.getAttribute(path, "unix:uid"), (int) Files.getAttribute(path, "unix:gid")));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    static HostAccount of(int user, int group) {
        return user == 0
                ? new HostAccount(INSTEAD_OF_ROOT, INSTEAD_OF_ROOT, false)
                : new HostAccount(user, group, true);
    }

    /**
     * Gives files to this account; does nothing if those of this process are its own.
     *
     * @param option of chown(1): {@code -R} for all below a directory, {@code -h} for itself only
     */
    void own(Shell shell, String option, Path path) {
        if (ofCaller) {
            return;
        }
        var ended = shell.run(Command.of("chown", option, numbers(), path.toString()));
        if (!ended.succeeded()) {
            throw LabException.failed(path + " cannot be given to the lab's hosts", ended.lastWords(), "");
        }
    }

    /** Returns user and group as chown and docker take them. */
    String numbers() {
        return user + ":" + group;
    }

    /** Returns the user under which {@code docker exec} starts a program. */
    String execUser(Account account) {
        return account == Account.POSTGRES ? numbers() : "0:0";
    }

    /** Returns the words before a program on a host: {@link Account#ROOT} has the same number, but may change addresses and routes. */
    List<String> prefix(Account account) {
        if (account == Account.POSTGRES) {
            return List.of();
        }
        return List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + group,
                "--clear-groups",
                "--inh-caps=" + CAPABILITIES,
                "--ambient-caps=" + CAPABILITIES,
                "--");
    }
}
