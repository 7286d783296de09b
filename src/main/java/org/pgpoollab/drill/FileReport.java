package org.pgpoollab.drill;

import org.pgpoollab.report.Report;

/** A result that can also be put into a file of its own, to be kept or passed on. */
public interface FileReport extends Report {

    /** One self-contained page. */
    String html();

    /** As Markdown, with the tables that others render. */
    String markdown();
}
