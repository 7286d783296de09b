package org.pgpoollab.plan;

import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;

/** What a step works with. */
public record Workshop(Lab lab, Engine engine, Shell shell) {}
