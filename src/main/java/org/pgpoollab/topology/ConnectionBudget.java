package org.pgpoollab.topology;

/**
 * The number of connections that one PostgreSQL node must accept. Each child of each pgpool keeps up to max_pool connections to every
 * backend, whether a client uses them or not; see the chapter on num_init_children in the manual of Pgpool-II.
 *
 * @param pooled the sum over all pgpools of num_init_children * max_pool
 * @param reserve connections for repmgr, health checks, the probes, and users with psql
 */
public record ConnectionBudget(int pooled, int reserve, String sum) {

    public static final int MAX_POOL = 2;

    /**
     * The fewest children of a pgpool. All clients connect through the VIP, that is to one pgpool, so even each of many pgpools needs some
     * children.
     */
    private static final int LEAST_CHILDREN = 16;

    private static final int MOST_CHILDREN = 32;

    /** The most children of all pgpools together. Each is a process, and in a failover every pgpool replaces all its children. */
    private static final int CHILDREN_OF_A_LAB = 192;

    private static final int FOR_PEOPLE = 20;
    private static final int PER_NODE = 4;

    /** Computes the budget, taking the lab's free settings for pgpool into account. */
    public static ConnectionBudget of(Lab lab) {
        var pooled = 0;
        var sum = new StringBuilder();
        for (var node : lab.pgpoolNodes()) {
            var children = children(lab, node);
            var pool = maxPool(lab, node);
            pooled += children * pool;
            sum.append(sum.isEmpty() ? "" : " + ").append(children).append("*").append(pool);
        }
        return new ConnectionBudget(pooled, FOR_PEOPLE + PER_NODE * lab.nodes().size(), sum.toString());
    }

    /** Returns the num_init_children of a pgpool for which the lab's free settings name none: 32, and fewer in a lab with many pgpools. */
    public static int usualChildren(Lab lab) {
        return Math.max(LEAST_CHILDREN, Math.min(MOST_CHILDREN, CHILDREN_OF_A_LAB / lab.pgpoolCount()));
    }

    /** Returns the num_init_children of one pgpool. */
    public static int children(Lab lab, Node pgpool) {
        return lab.settings()
                .number(Settings.PGPOOL, pgpool, "num_init_children")
                .orElseGet(() -> usualChildren(lab));
    }

    /** Returns the max_pool of one pgpool. */
    public static int maxPool(Lab lab, Node pgpool) {
        return lab.settings().number(Settings.PGPOOL, pgpool, "max_pool").orElse(MAX_POOL);
    }

    public int needed() {
        return pooled + reserve;
    }

    /** Returns the sum in words: {@code num_init_children*max_pool of each pgpool: 32*2 + 32*2 = 128, and 40 in reserve: 168}. */
    public String arithmetic() {
        return "num_init_children*max_pool of each pgpool: " + sum + " = " + pooled + ", and " + reserve
                + " in reserve: " + needed();
    }
}
