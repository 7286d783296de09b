package org.pgpoollab.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Reports how a program connects to the lab. It contains no password: libpq and the JDBC driver both read it from the file that
 * PGPASSFILE names.
 *
 * @param vip the endpoint at which this machine reaches the holder of the VIP
 * @param program how this program was called
 */
record ConnectReport(Lab lab, Endpoint vip, Path passwordFile, boolean export, String program) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        return export ? exports() : explained();
    }

    private List<String> exports() {
        return variables().entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "=" + ShellQuoting.quote(variable.getValue()))
                .toList();
    }

    private List<String> explained() {
        return List.of(
                "From this machine, through the virtual address "
                        + lab.addresses().vip() + ", wherever it is:",
                "  host      " + vip.host(),
                "  port      " + vip.port(),
                "  user      " + user() + ", database " + user(),
                "  password  in " + passwordFile,
                "  psql      PGPASSFILE=" + ShellQuoting.quote(passwordFile.toString()) + " psql -h " + vip.host()
                        + " -p " + vip.port() + " -U " + user() + " " + user(),
                "  libpq     " + libpq(),
                "  JDBC      " + jdbc(),
                "From a host of the lab (exec), through the virtual address, and to the PostgreSQL nodes themselves:",
                "  libpq     postgresql://" + user() + "@" + Lab.VIP_NAME + ":" + Lab.PGPOOL_PORT + "/" + user(),
                "  libpq     postgresql://" + user() + "@" + nodes() + "/" + user()
                        + "?target_session_attrs=read-write",
                "  JDBC      jdbc:postgresql://" + nodes() + "/" + user() + "?user=" + user()
                        + "&targetServerType=primary",
                "For a shell: eval \"$(" + program + " connect --export)\"");
    }

    private Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("PGHOST", vip.host());
        variables.put("PGPORT", String.valueOf(vip.port()));
        variables.put("PGUSER", user());
        variables.put("PGDATABASE", user());
        variables.put("PGPASSFILE", passwordFile.toString());
        return variables;
    }

    private String user() {
        return lab.credentials().user();
    }

    private String libpq() {
        return "postgresql://" + user() + "@" + vip.host() + ":" + vip.port() + "/" + user();
    }

    private String jdbc() {
        return "jdbc:postgresql://" + vip.host() + ":" + vip.port() + "/" + user() + "?user=" + user();
    }

    private String nodes() {
        return lab.postgresNodes().stream()
                .map(Node::name)
                .map(name -> name + ":" + Lab.POSTGRES_PORT)
                .collect(Collectors.joining(","));
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("host", vip.host());
        tree.put("port", vip.port());
        tree.put("user", user());
        tree.put("database", user());
        tree.put("passwordFile", passwordFile.toString());
        tree.put("libpq", libpq());
        tree.put("jdbc", jdbc());
        tree.put("environment", variables());
        return tree;
    }
}
