package dev.sanca.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code ./sanca site} in a clone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SiteTest {
    private static final Path CLONE = Path.of("target/projects/site/clone").toAbsolutePath();
    private static final List<String> SITE = List.of("sh", "clone/sanca", "site");

    private UserProject project;

    @BeforeAll
    void makeClone() throws Exception {
        project = new UserProject("site");
        SourceTree.copyTo(CLONE);
    }

    @Test
    @Order(1)
    void everyPageIsInTheSiteAndInItsNavigation() throws Exception {
        assertThat(project.run(SITE)).endsWith(CLONE.resolve("target/site/index.html") + "\n");

        String contents = Files.readString(CLONE.resolve("target/site/docs/README.html"));
        try (var pages = Files.list(CLONE.resolve("docs"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                            .map(name -> name.replace(".md", ".html")))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(contents)
                            .contains(
                                    "<li class=\"toctree-l1\"><a class=\"reference internal\" href=\"" + page + "\""));
        }
        assertThat(CLONE.resolve("target/site/javadoc/core/dev.sanca/dev/sanca/Python.html"))
                .content()
                .contains("attach");
    }

    @Test
    @Order(2)
    void aLinkToAHeadingThatIsNotThereFails() throws Exception {
        Files.writeString(
                CLONE.resolve("docs/threads.md"),
                "\nSee [that](errors.md#no-such-heading) and [this](no-such-page.md).\n",
                StandardOpenOption.APPEND);

        assertThat(project.run(SITE, 1))
                .contains("no-such-heading", "no-such-page", "sanca: the site was not built; see above.");
    }
}
