package org.pgpoollab.engine;

/**
 * The address of a server in the form that libpq and the pcp tools accept at {@link Engine#clients}.
 *
 * @param host a host name, or an absolute path: the directory of a socket named after the port
 * @param gate the way to a socket that this process cannot open by itself
 */
public record Endpoint(String host, int port, Gate gate) {

    public Endpoint(String host, int port) {
        this(host, port, Gate.NONE);
    }

    public boolean isSocket() {
        return host.startsWith("/");
    }

    /** Returns the path of the socket, named as PostgreSQL and Pgpool-II name theirs. */
    public String socket() {
        return host + "/.s.PGSQL." + port;
    }
}
