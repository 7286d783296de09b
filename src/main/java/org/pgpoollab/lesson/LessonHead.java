package org.pgpoollab.lesson;

import java.util.List;
import org.pgpoollab.topology.LabOptions;

/**
 * The front matter of a lesson.
 *
 * @param wishes the lab that it needs, from {@code lab} and {@code settings}
 */
record LessonHead(String title, int minutes, List<String> learn, LabOptions wishes) {

    LessonHead {
        learn = List.copyOf(learn);
    }
}
