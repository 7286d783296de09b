package org.pgpoollab.engine;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.topology.Node;

/**
 * The shell lines with which a user can do what an engine does with hosts. A line that begins with # describes what no fixed line does.
 */
public interface HostLines {

    /** @param directory the lab's directory */
    List<String> creating(Path directory);

    /** @param directory the lab's directory */
    List<String> destroying(Path directory);

    /** Returns the lines that remove the images of hosts; none if the engine has no images. */
    List<String> removingImages();

    /** Returns the line that runs another one on a host with the right to mount there. */
    String mounting(Node node, String line);

    /** Returns the lines that end a host at once; one that is typed on a host says so. */
    List<String> cuttingPower(Node node);

    /** Returns the lines that let a host go on that was held with other tools than this program. */
    List<String> releasing(Node node);
}
