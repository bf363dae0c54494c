package dev.callsheet.sandbox.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the page shows is ever read as HTML or run. */
final class PageFilesTest {
  static Stream<String> names() {
    return PageFiles.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void noFileMakesHtmlOrCodeOfATextOrLoadsAnythingFromElsewhere(String name) {
    assertThat(new PageFiles().find(name).orElseThrow().text())
        .doesNotContain(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "setHTML",
            "srcdoc",
            "DOMParser",
            "document.write",
            "createContextualFragment",
            "eval(",
            "Function(",
            "javascript:",
            "http:",
            "https:");
  }

  @Test
  void everyFileOfTheFolderIsServed() throws Exception {
    Path folder =
        Path.of(
            Objects.requireNonNull(PageFiles.class.getResource(PageFiles.FOLDER + PageFiles.FIRST))
                .toURI());
    try (Stream<Path> files = Files.list(Objects.requireNonNull(folder.getParent()))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.endsWith(".class")))
          .containsExactlyInAnyOrderElementsOf(PageFiles.NAMES);
    }
  }
}
