package org.pgpoollab.engine.compose;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The names and labels of all that a lab has with Docker. Names contain a part that depends on the lab's directory, because labs of
 * several users, which share the daemon, may have the same name.
 *
 * @param lab the lab's name
 * @param directory its absolute directory
 */
record ContainerNames(String lab, Path directory) {

    /** The label with the name of the lab; everything that this program makes has it. */
    static final String LAB = "pgpool-lab.lab";

    /** The label with the lab's directory, by which a lab finds what is its own. */
    static final String DIRECTORY = "pgpool-lab.directory";

    /** The label with the name of a host. */
    static final String HOST = "pgpool-lab.host";

    /** The label with the lab's network, which no other lab of a daemon has while it runs. */
    static final String SUBNET = "pgpool-lab.subnet";

    private static final int DIGITS = 6;

    String project() {
        return "pgpool-lab-" + lab + "-" + digest();
    }

    String container(String host) {
        return project() + "-" + host;
    }

    /** Returns the name of the volume with the sockets of all hosts. */
    String sockets() {
        return project() + "-sockets";
    }

    /** Returns the filter of docker's listing commands that selects what is this lab's. */
    String filter() {
        return "label=" + DIRECTORY + "=" + directory;
    }

    private String digest() {
        return Sha256.hex(directory.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
