package org.pgpoollab.screen.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.screen.picture.Picture;

/** Tests what a screen of ten by four shows for given output. {@code ^} stands for the escape character. */
class EscapeSequencesTest {

    static Stream<Arguments> sequences() {
        return Stream.of(
                        cursor(), erasing(), shifting(), regions(), wrapping(), widths(), savingAndPages(), swallowed())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> cursor() {
        return Stream.of(
                arguments("text", "abc", "abc", 3, 0),
                arguments("line feed goes down", "ab\ncd", "ab/  cd", 4, 1),
                arguments("carriage return", "abc\rX", "Xbc", 1, 0),
                arguments("backspace", "abc\bX", "abX", 3, 0),
                arguments("backspace at the left edge", "\b\bX", "X", 1, 0),
                arguments("tab", "a\tb", "a       b", 9, 0),
                arguments("tab stops at the last column", "\t\t\tx", "         x", 9, 0),
                arguments("own tab stop", "^[4G^H\r\tx", "   x", 4, 0),
                arguments("own tab stop cleared", "^[4G^H^[g\r\tx", "        x", 9, 0),
                arguments("all tab stops cleared", "^[3g\tx", "         x", 9, 0),
                arguments("tabs counted and back", "^[2I^[Zx", "        x", 9, 0),
                arguments("up stops at the top", "a\r\nb^[9Ax", "ax/b", 2, 0),
                arguments("down stops at the bottom", "^[99Bx", "///x", 1, 3),
                arguments("right stops at the edge", "^[99Cx", "         x", 9, 0),
                arguments("left stops at the edge", "abc^[99Dx", "xbc", 1, 0),
                arguments("next line", "abc^[2Ex", "abc//x", 1, 2),
                arguments("previous line", "\n\nabc^[2Fx", "x//abc", 1, 0),
                arguments("column", "abc^[2Gx", "axc", 2, 0),
                arguments("column, other letter", "abc^[2`x", "axc", 2, 0),
                arguments("row", "abc^[3dx", "abc//   x", 4, 2),
                arguments("row and column", "^[2;4Hx", "/   x", 4, 1),
                arguments("row and column, other letter", "^[2;4fx", "/   x", 4, 1),
                arguments("without numbers to the corner", "abc^[Hx", "xbc", 1, 0),
                arguments("a huge row and column", "^[65535;99999999999Hx", "///         x", 9, 3),
                arguments("index", "ab^Dc", "ab/  c", 3, 1),
                arguments("next line by escape", "ab^Ec", "ab/c", 1, 1),
                arguments("reverse index", "\nab^Mc", "  c/ab", 3, 0),
                arguments("reverse index at the top scrolls", "ab^Mc", "  c/ab", 3, 0),
                arguments("eight-bit control sequence", "abc\u009b2Gx", "axc", 2, 0),
                arguments("eight-bit next line", "ab\u0085c", "ab/c", 1, 1));
    }

    private static Stream<Arguments> erasing() {
        var full = "0123456789\r\nabcdefghij\r\nABCDEFGHIJ";
        return Stream.of(
                arguments("to the end of the line", "abcdef^[3G^[K", "ab", 2, 0),
                arguments("from its beginning", "abcdef^[3G^[1K", "   def", 2, 0),
                arguments("all of it", "abcdef^[3G^[2K", "", 2, 0),
                arguments("some characters", "abcdef^[2G^[3X", "a   ef", 1, 0),
                arguments("more characters than there are", "abcdef^[2G^[9999X", "a", 1, 0),
                arguments("to the end of the screen", full + "^[2;4H^[J", "0123456789/abc", 3, 1),
                arguments("from its beginning", full + "^[2;4H^[1J", "/    efghij/ABCDEFGHIJ", 3, 1),
                arguments("all of the screen", full + "^[2;4H^[2J", "", 3, 1),
                arguments("an unknown part", "abc^[7K^[9J", "abc", 3, 0));
    }

    private static Stream<Arguments> shifting() {
        return Stream.of(
                arguments("insert characters", "abcdef^[2G^[2@", "a  bcdef", 1, 0),
                arguments("insert pushes out", "0123456789^[2G^[3@", "0   123456", 1, 0),
                arguments("insert more than fits", "abc^[2G^[999@", "a", 1, 0),
                arguments("delete characters", "abcdef^[2G^[2P", "adef", 1, 0),
                arguments("delete more than there are", "abcdef^[2G^[999P", "a", 1, 0),
                arguments("insert mode", "abc^[2G^[4hXY^[4lZ", "aXYZc", 4, 0),
                arguments("insert lines", "a\r\nb\r\nc^[2H^[L", "a//b/c", 0, 1),
                arguments("delete lines", "a\r\nb\r\nc^[1H^[2M", "c", 0, 0),
                arguments("delete more lines than there are", "a\r\nb^[H^[999M", "", 0, 0),
                arguments("scroll up", "a\r\nb\r\nc^[S", "b/c", 1, 2),
                arguments("scroll down", "a\r\nb^[2T", "//a/b", 1, 1),
                arguments("repeat", "ab^[3b", "abbbb", 5, 0),
                arguments("repeat too often", "x^[65535b", "xxxxxxxxxx/xxxxxxxxxx/xxxxxxxxxx/x", 1, 3));
    }

    private static Stream<Arguments> regions() {
        var four = "a\r\nb\r\nc\r\nd";
        return Stream.of(
                arguments("only the region scrolls", four + "^[2;3r^[3H\n*", "a/c/*/d", 1, 2),
                arguments("and scrolls down", four + "^[2;3r^[2H^Mx", "a/x/b/d", 1, 1),
                arguments("above it nothing scrolls", four + "^[3;4r^[2H^[A^[A\u001bMx", "x/b/c/d", 1, 0),
                arguments("below it nothing scrolls", four + "^[1;2r^[4H\n\nx", "a/b/c/x", 1, 3),
                arguments("insert lines only inside", four + "^[1;2r^[4H^[L", "a/b/c/d", 0, 3),
                arguments("insert lines up to its end", four + "^[1;2r^[H^[L", "/a/c/d", 0, 0),
                arguments("up stops at its top", four + "^[2;3r^[3H^[9Ax", "a/x/c/d", 1, 1),
                arguments("origin mode counts inside", four + "^[2;3r^[?6h^[1;1Hx", "a/x/c/d", 1, 1),
                arguments("a region of one row changes nothing", four + "^[2;2r^[4H\nx", "b/c/d/x", 1, 3),
                arguments("reset", four + "^[2;3r^[r^[4H\nx", "b/c/d/x", 1, 3));
    }

    private static Stream<Arguments> wrapping() {
        return Stream.of(
                arguments("the last column waits", "0123456789", "0123456789", 9, 0),
                arguments("and wraps when more comes", "0123456789x", "0123456789/x", 1, 1),
                arguments("a return before that does not wrap", "0123456789\rx", "x123456789", 1, 0),
                arguments("nor does a line feed twice", "0123456789\r\nx", "0123456789/x", 1, 1),
                arguments("space and backspace make it wrap", "0123456789 \b", "0123456789", 0, 1),
                arguments("without wrapping the last is overwritten", "^[?7l0123456789xyz", "012345678z", 9, 0),
                arguments("wrapping at the end scrolls", "^[4H0123456789x", "//0123456789/x", 1, 3),
                arguments("colours leave it waiting", "0123456789^[1mx", "0123456789/x", 1, 1));
    }

    private static Stream<Arguments> widths() {
        return Stream.of(
                arguments("wide characters", "日本x", "日本x", 5, 0),
                arguments("beyond sixteen bits", "😀x", "😀x", 3, 0),
                arguments("a wide one that does not fit wraps", "012345678日", "012345678/日", 2, 1),
                arguments("and waits behind the last column", "01234567日x", "01234567日/x", 1, 1),
                arguments("overwriting the left half", "日本\rx", "x 本", 1, 0),
                arguments("overwriting the right half", "日本^[2Gx", " x本", 2, 0),
                arguments("erasing the right half", "日本^[2G^[K", "", 1, 0),
                arguments("deleting the left half", "a日本^[2G^[P", "a 本", 1, 0),
                arguments("inserting between the halves", "日本^[2G^[@", "   本", 1, 0),
                arguments("pushing half of it out", "01234567日^[G^[@", " 01234567", 0, 0),
                arguments("a combining mark", "e\u0301x", "e\u0301x", 2, 0),
                arguments("on a wide one", "か\u3099x", "か\u3099x", 3, 0),
                arguments("on the last column", "012345678e\u0301", "012345678e\u0301", 9, 0),
                arguments("on nothing", "\u0301x", "x", 1, 0),
                arguments("a skin tone belongs to its emoji", "👍🏽x", "👍🏽x", 3, 0),
                arguments("joiners and selectors are left out", "👩\u200d🚀❤\ufe0fx", "👩🚀❤x", 6, 0),
                arguments("what turns the writing direction too", "a\u202eb", "ab", 2, 0),
                arguments("a line separator is replaced", "a\u2028b", "a\ufffdb", 3, 0),
                arguments("half a surrogate pair", "a\ud800b\udc00c", "a\ufffdb\ufffdc", 5, 0));
    }

    private static Stream<Arguments> savingAndPages() {
        return Stream.of(
                arguments("save and restore", "ab^7cd^8x", "abxd", 3, 0),
                arguments("the other way", "ab^[scd^[ux", "abxd", 3, 0),
                arguments("restore what was never saved", "ab^8x", "xb", 1, 0),
                arguments("alternate screen", "ab^[?1049hcd", "cd", 2, 0),
                arguments("and back", "ab^[?1049hcd^[?1049l*", "ab*", 3, 0),
                arguments("twice in", "ab^[?1049h^[?1049hcd^[?1049l*", "ab*", 3, 0),
                arguments("out without in", "ab^[?1049l*", "ab*", 3, 0),
                arguments("older alternate screens", "ab^[?47hcd^[?47l^[?1047hef", "ef", 2, 0),
                arguments("line drawing", "^(0lqk^(Bq", "┌─┐q", 4, 0),
                arguments("line drawing in the second set", "^)0\u000eqx\u000fq", "─│q", 3, 0),
                arguments("full reset", "ab^[31m^[4h^c*", "*", 1, 0),
                arguments("soft reset", "ab\r^[4h^[!px", "xb", 1, 0));
    }

    private static Stream<Arguments> swallowed() {
        return Stream.of(
                arguments("a title, ended by a bell", "^]0;title\u0007x", "x", 1, 0),
                arguments("a title, ended by ST", "^]0;title^\\x", "x", 1, 0),
                arguments("a title, ended by eight-bit ST", "^]0;title\u009cx", "x", 1, 0),
                arguments("a title that never ends", "^]0;title\nx", "x", 1, 0),
                arguments("a title cut off by another sequence", "^]0;title^[31mx", "x", 1, 0),
                arguments("a link", "^]8;;http://x^\\ab^]8;;^\\", "ab", 2, 0),
                arguments("a device string", "^P1$r0m^\\x", "x", 1, 0),
                arguments("an application's", "^_Gabc^\\x", "x", 1, 0),
                arguments("a cancelled one", "^[12\u0018x", "x", 1, 0),
                arguments("an escape begins anew", "^[12^[2Gx", " x", 2, 0),
                arguments("control characters inside still act", "abc^[2\r;3Hx", "abc/  x", 3, 1),
                arguments("an unknown one", "^[5yx^[>5nx", "xx", 2, 0),
                arguments("an unknown mode", "^[?12;34;56hx", "x", 1, 0),
                arguments("a marker in the wrong place", "^[1?5Hx", "x", 1, 0),
                arguments("a cursor shape", "^[5 qx", "x", 1, 0),
                arguments("too many numbers", "^[" + "1;".repeat(5000) + "mx", "x", 1, 0),
                arguments("a letter of no alphabet inside", "^[3日x", "日x", 3, 0),
                arguments("nulls and deletes", "a\u0000\u007fb", "ab", 2, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void isInterpretedAsXtermWould(String name, String written, String expected, int column, int row) {
        var screen = new VirtualScreen(10, 4, 100);

        screen.write(written.replace('^', '\u001b'));

        assertEquals(expected, shown(screen), name);
        assertEquals(new Picture.Place(column, row), screen.cursor(), name);
    }

    private static String shown(VirtualScreen screen) {
        var text = String.join("/", screen.picture(0).lines());
        return text.replaceAll("/+$", "");
    }
}
