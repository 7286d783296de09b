package org.pgpoollab.engine;

/**
 * The place where client programs of PostgreSQL and Pgpool-II run: outside the lab's network, so that they reach the socket of every
 * node even while links are cut. It has the endpoints of {@link Engine#endpoint} as they are.
 */
public interface ClientHost {

    /**
     * Returns the command that runs a program there.
     *
     * @param program its first word is a path as the lab's programs have it, see {@code binaries}
     */
    Command on(Command program);

    /** Runs a program there until it ends; cheap enough to be called several times a second. */
    Shell.Ended run(Command program);

    /** Returns the endpoint at which such a program reaches the holder of the VIP. */
    Endpoint vip();

    /** Returns the directory there with the password files of clients. */
    String files();

    /** The place is this machine itself, with the programs that the hosts have. */
    record ThisMachine(Shell shell, HostPrograms programs, Endpoint vip, String files) implements ClientHost {

        @Override
        public Command on(Command program) {
            return programs.outside(program);
        }

        @Override
        public Shell.Ended run(Command program) {
            return shell.run(on(program));
        }
    }
}
