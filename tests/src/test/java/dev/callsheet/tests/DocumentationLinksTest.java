package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between pages lead somewhere, and pages for contributors name classes that exist. */
class DocumentationLinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:|mailto:)([^)#]*)(#[^)]*)?\\)");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`");

  static List<Path> pages() throws IOException {
    return files(".md").toList();
  }

  static List<Path> contributorPages() throws IOException {
    return files(".md")
        .filter(
            page -> page.endsWith("CONTRIBUTING.md") || page.toString().contains("contributing"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFilesAndHeadings(Path page) throws IOException {
    String text = withoutCode(Files.readString(page));
    assertThat(LINK.matcher(text).results())
        .allSatisfy(
            link -> {
              Path target =
                  link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
              assertThat(target).exists();
              if (link.group(2) != null) {
                assertThat(anchors(target)).contains(link.group(2));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("contributorPages")
  void namedClassesExist(Path page) throws IOException {
    Set<String> classes =
        files(".java")
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    assertThat(CLASS.matcher(Files.readString(page)).results())
        .allSatisfy(name -> assertThat(classes).contains(name.group(1)));
  }

  private static Stream<Path> files(String suffix) throws IOException {
    try (Stream<Path> all =
        Files.find(
            ROOT,
            32,
            (file, attributes) ->
                attributes.isRegularFile()
                    && file.toString().endsWith(suffix)
                    && !ROOT.relativize(file).toString().matches("(.*[/\\\\])?target[/\\\\].*"))) {
      return all.sorted().toList().stream();
    }
  }

  /** The anchors that a code host gives the headings of a page. */
  private static Set<String> anchors(Path page) throws IOException {
    return withoutCode(Files.readString(page))
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
        .map(line -> "#" + line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?s)```.*?```", "");
  }
}
