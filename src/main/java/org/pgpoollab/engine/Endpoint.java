package org.pgpoollab.engine;

/**
 * Where a server answers, as libpq and the pcp tools take it.
 *
 * @param host a host name, or an absolute path: the directory of a socket named after the port
 */
public record Endpoint(String host, int port) {

    public boolean isSocket() {
        return host.startsWith("/");
    }
}
