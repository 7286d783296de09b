package org.pgpoollab.engine;

/**
 * The address of a server in the form that libpq and the pcp tools accept.
 *
 * @param host a host name, or an absolute path: the directory of a socket named after the port
 */
public record Endpoint(String host, int port) {

    public boolean isSocket() {
        return host.startsWith("/");
    }
}
