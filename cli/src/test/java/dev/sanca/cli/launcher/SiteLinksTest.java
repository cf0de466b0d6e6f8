package dev.sanca.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteLinksTest {
    @TempDir
    Path site;

    private List<String> broken(String body) throws IOException {
        Files.createDirectories(site.resolve("a/b"));
        Files.writeString(site.resolve("a/b/other page.html"), "<h2 id=\"of(java.lang.Object)\">x</h2><a name='x'>");
        Files.writeString(site.resolve("a/picture.svg"), "<svg/>");
        Files.writeString(site.resolve("a/page.html"), "<h1 id=\"top\">x</h1>" + body);
        return SiteLinks.broken(site);
    }

    @Test
    void linksThatLeadSomewhereAreFine() throws IOException {
        assertThat(broken("""
                <a class="x" href="#top">x</a> <a href="b/other%20page.html#of(java.lang.Object)">x</a> <img src="picture.svg">
                <a href="https://example.com/no">x</a> <a href="mailto:a@example.com">x</a> <a href="#">x</a> <a href="b">x</a>
                <script>"<a href=\"no.html\">"</script> <!-- <a href="no.html"> -->
                """)).isEmpty();
    }

    @Test
    void eachThatDoesNotIsNamedWithItsPage() throws IOException {
        assertThat(broken("""
                <a href="no.html">x</a> <a href="#no">x</a> <a href="b/other%20page.html#no">x</a> <img src="no.svg">
                <a href="../../outside.html">x</a> <a href="not a uri">x</a>
                """))
                .containsExactlyInAnyOrder(
                        "a/page.html: no.html",
                        "a/page.html: #no",
                        "a/page.html: b/other%20page.html#no",
                        "a/page.html: no.svg",
                        "a/page.html: ../../outside.html",
                        "a/page.html: not a uri");
    }
}
