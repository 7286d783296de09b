package org.pgpoollab.topology;

/**
 * How many connections one PostgreSQL node must be able to take. Each child of each pgpool keeps up to max_pool connections to
 * every backend, whether a client uses them or not; see the chapter on num_init_children in the manual of Pgpool-II.
 *
 * @param pooled the sum over all pgpools of num_init_children * max_pool
 * @param reserve for repmgr, health checks, the observer, and people with psql
 */
public record ConnectionBudget(int pooled, int reserve, String sum) {

    public static final int NUM_INIT_CHILDREN = 32;
    public static final int MAX_POOL = 2;

    private static final int FOR_PEOPLE = 20;
    private static final int PER_NODE = 4;

    /** With the lab's free settings for pgpool taken into account. */
    public static ConnectionBudget of(Lab lab) {
        var pooled = 0;
        var sum = new StringBuilder();
        for (var node : lab.pgpoolNodes()) {
            var children = lab.settings()
                    .number(Settings.PGPOOL, node, "num_init_children")
                    .orElse(NUM_INIT_CHILDREN);
            var pool = lab.settings().number(Settings.PGPOOL, node, "max_pool").orElse(MAX_POOL);
            pooled += children * pool;
            sum.append(sum.isEmpty() ? "" : " + ").append(children).append("*").append(pool);
        }
        return new ConnectionBudget(pooled, FOR_PEOPLE + PER_NODE * lab.nodes().size(), sum.toString());
    }

    public int needed() {
        return pooled + reserve;
    }

    /** The sum written out: {@code num_init_children*max_pool of each pgpool: 32*2 + 32*2 = 128, and 40 in reserve: 168}. */
    public String arithmetic() {
        return "num_init_children*max_pool of each pgpool: " + sum + " = " + pooled + ", and " + reserve + " in reserve: "
                + needed();
    }
}
