package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code broken-platforms/*.yaml} beside the exact output it must lead to. With {@code
 * -Dgolden.update=true} the outputs are written anew, to be looked through and committed.
 */
class BrokenPlatformsTest {
  private static final Path FOLDER = Path.of("src/test/resources/broken-platforms");

  static Stream<String> platforms() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void reportsExpectedProblems(String name) throws IOException {
    String file = name + ".yaml";
    SourceText source = new SourceText(file, Files.readString(FOLDER.resolve(file)));
    SpecException wrong =
        catchThrowableOfType(SpecException.class, () -> PlatformParser.parse(name, source));
    assertThat(wrong).as("nothing was found wrong with %s", name).isNotNull();

    Path expected = FOLDER.resolve(name + ".expected");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, wrong.getMessage() + "\n");
    }
    assertThat(wrong.getMessage() + "\n").isEqualTo(Files.readString(expected));
  }
}
