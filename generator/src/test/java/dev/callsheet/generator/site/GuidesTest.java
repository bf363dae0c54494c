package dev.callsheet.generator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsheet.generator.java.GeneratedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuidesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir private Path folder;
  @TempDir private Path out;

  @Test
  void everyGuideIsAPageThatCanBeFound() throws Exception {
    write("README.md", "# All of it\n\nRead this first.\n\n## How?");
    write(
        "deep/tables.md",
        "# Tables\n\n| a | b |\n| --- | --- |\n| 1 | `2` |\n\n| | |\n| --- | --- |\n| 3 | 4 |\n");
    site();
    assertThat(read("guides/README.html"))
        .contains("<h2 id=\"how\">How?</h2>", "href=\"../style.css\"", "<title>All of it</title>");
    assertThat(read("guides/deep/tables.html"))
        .contains("href=\"../../style.css\"", "<th>a</th>", "<td><code>2</code></td>")
        .containsOnlyOnce("<thead>")
        .contains("<td>3</td>")
        .contains("<div class=\"scroll\" role=\"region\" aria-label=\"Table 1\" tabindex=\"0\">");
    assertThat(read("guides/deep/tables.md")).startsWith("# Tables");
    assertThat(read("guides.html"))
        .contains("<a href=\"guides/README.html\">All of it</a>", "<h2>deep</h2>");
    assertThat(read("index.html")).contains("<a href=\"guides.html\">Guides</a>");
    assertThat(read("search-index.js")).contains("guides/README.html#how", "Read this first.");
    assertThat(read("llms.txt")).contains("- [All of it](guides/README.md): Read this first.");
  }

  @Test
  void aSiteWithoutGuidesDoesNotSpeakOfThem() throws Exception {
    DocumentationSite.of(List.of()).write(out);
    assertThat(read("index.html")).doesNotContainIgnoringCase("guides");
    assertThat(read("llms.txt")).doesNotContain("Guides");
    assertThat(out.resolve("guides.html")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "[to](deep/other%20one.md#part),        <a href=\"deep/other%20one.html#part\">to</a>",
    "[to](deep/),                           <a href=\"deep/README.html\">to</a>",
    "[to](#part),                           <a href=\"#part\">to</a>",
    "[to](https://example.com/a?b=1),       <a href=\"https://example.com/a?b=1\">to</a>",
    "[to](mailto:a@example.com),            <a href=\"mailto:a@example.com\">to</a>",
    "![a bird](bird.png),                   <img src=\"bird.png\" alt=\"a bird\" />",
    "![a bird](https://example.com/b.png),  <a href=\"https://example.com/b.png\">a bird</a>",
    "[to](../secret.md),                    <p>to</p>",
    "[to](nowhere.md),                      <p>to</p>",
    "[to](.hidden/file.md),                 <p>to</p>",
    "[to](//example.com/a.md),              <p>to</p>",
    "[to](javascript:alert(1)),             <p>to</p>",
    "![to](data:image/svg+xml;base64;PHN2),  <p>to</p>",
    "[to](%zz),                             <p>to</p>",
  })
  void aLinkLeadsToAPageOrIsText(String markdown, String html) throws Exception {
    write("a.md", markdown);
    write("deep/other one.md", "## Part");
    write("deep/README.md", "# Deep");
    write(".hidden/file.md", "# Hidden");
    write("bird.png", "not looked at");
    site();
    assertThat(read("guides/a.html")).contains(html);
  }

  @Test
  void whatIsShownOrLinkedToIsCopiedAndNothingElse() throws Exception {
    write("a.md", "![a bird](images/bird.png) [settings](ci/build.yml)");
    write("images/bird.png", "bird");
    write("ci/build.yml", "a: b");
    write("private.txt", "not linked");
    site();
    assertThat(read("guides/images/bird.png")).isEqualTo("bird");
    assertThat(read("guides/ci/build.yml")).isEqualTo("a: b");
    assertThat(out.resolve("guides/private.txt")).doesNotExist();
  }

  @Test
  void markupInAGuideIsShownAsText() throws Exception {
    write(
        "a.md",
        "# <script>alert(1)</script>\n\na <b onclick='x'>b</b>\n\n<iframe src=x>\n\n\u202e");
    site();
    assertThat(read("guides/a.html"))
        .contains("&lt;script&gt;", "&lt;b onclick", "&lt;iframe")
        .doesNotContain("<script>alert", "<b ", "<iframe", "\u202e");
    assertThat(read("guides.html")).doesNotContain("<script>alert");
  }

  @Test
  void twoHeadingsOfOneTextHaveNamesOfTheirOwn() throws Exception {
    write("a.md", "## Use it\n\n## Use it\n\n## `--guides` & more\n");
    site();
    assertThat(read("guides/a.html"))
        .contains("id=\"use-it\"", "id=\"use-it-1\"", "id=\"--guides--more\"");
  }

  @Test
  void whatIsNoGuideIsRefusedByItsName() throws Exception {
    Files.write(folder.resolve("a.md"), new byte[] {'#', ' ', (byte) 0xff});
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> Guides.read(folder))
        .withMessageContaining("a.md: it is no text in UTF-8");
    write("a.md", "x".repeat((1 << 20) + 1));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> Guides.read(folder))
        .withMessageContaining("a.md: a guide has at most 1 MiB");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Guides.read(folder.resolve("none")));
  }

  @ParameterizedTest
  @CsvSource({
    "'*a ', ' b*'",
    "'> ', ''",
    "'- ', ''",
    "'[', ']()'",
    "'![', '](a.png)'",
    "'**a', ''"
  })
  void manyThingsInEachOtherAreAPageOrAreRefused(String open, String close) throws Exception {
    write("a.md", open.repeat(20_000) + "x" + close.repeat(20_000));
    try {
      assertThat(onlyPage(Guides.read(folder))).contains("x");
    } catch (FileSystemException tooDeep) {
      assertThat(tooDeep).hasMessageContaining("lie in each other");
    }
  }

  private static String onlyPage(Guides guides) {
    return DocumentationSite.of(List.of()).with(guides).files().stream()
        .filter(file -> file.path().equals("guides/a.html"))
        .map(GeneratedFile::content)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyLinkOfOurOwnGuidesLeadsSomewhere() throws Exception {
    DocumentationSite.of(List.of()).with(Guides.read(Path.of("../docs"))).write(out);
    Set<String> broken = new TreeSet<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.matches("(https?|mailto):.*") && !isThere(page, link))
          .forEach(link -> broken.add(out.relativize(page) + ": " + link));
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isThere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? page : Objects.requireNonNull(page.getParent()).resolve(parts[0]);
    try {
      return Files.isRegularFile(target)
          && (parts.length == 1 || Files.readString(target).contains(" id=\"" + parts[1] + "\""));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(file -> file.toString().endsWith(".html")).collect(Collectors.toList());
    }
  }

  private void site() throws IOException {
    DocumentationSite.of(List.of()).with(Guides.read(folder)).write(out);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(out.resolve(name));
  }
}
