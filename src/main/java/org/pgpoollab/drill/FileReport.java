package org.pgpoollab.drill;

import org.pgpoollab.report.Report;

/** A report that can also be written to a file. */
public interface FileReport extends Report {

    /** Returns one self-contained HTML page. */
    String html();

    /** Returns Markdown with tables. */
    String markdown();
}
