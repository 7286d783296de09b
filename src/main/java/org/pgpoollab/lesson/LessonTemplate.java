package org.pgpoollab.lesson;

/** A commented lesson to begin with. */
public final class LessonTemplate {

    public static final String TEXT = """
            ---
            title: A lesson of mine
            minutes: 5
            learn:
              - what a task is
            lab:
              postgres: 3
              pgpool: 3
            ---

            # A lesson of mine

            The text before the first section says why the lesson matters. It is Markdown.
            Between the lines `---` above stand the title, the minutes, what is learnt and the lab that the lesson needs;
            `settings:` may follow, with lines such as `pgpool.auto_failback: off`.

            ## Stop a standby

            Each section with a block of goals or a question is a task. Other sections are only read.
            Say here what the student is to do, and what to look at.

            **Now:** say in a sentence what is to be done; where it is no riddle, with the command: `stop pg-2`.

            A block `prepare` holds commands that the program types when the task begins; this task needs none.

            ```goals
            # One condition a line, as for wait and expect; after -- the words for the student.
            pg-2 is down -- pg-2 does not answer
            pg-2 is detached -- every pgpool holds it down
            ```

            ```hint
            Which command ends one server cleanly? `help` lists them.
            ```

            ```solution
            # A line like this says why the command below it is typed.
            stop pg-2
            wait pg-2 is detached for 1m
            ```

            ```question
            Does the primary need pg-2?
            - [ ] yes
              > Do writes go on? What is indented below a wrong answer is said to who chose it.
            - [x] no
            > It goes on alone. After the right answer this text is shown.
            ```

            The text after the solution is shown when the task is done.

            ## Bring it back

            **Now:** start pg-2, wait until it streams, and attach it.

            ```goals
            pg-2 is streaming
            pg-2 is attached
            ```

            ```hint
            `start`, `wait` and `attach`, in this order.
            ```

            ```solution
            start pg-2
            wait pg-2 is streaming for 1m
            # Pgpool-II does not take it back by itself.
            attach pg-2
            ```

            ## Remember

            `lesson verify` tests this file: each task must be undone before its solution and done after it.
            """;

    private LessonTemplate() {}
}
