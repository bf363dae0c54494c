package dev.callsheet.spec.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code broken-specs/*.yaml} beside the exact output it must lead to. With {@code
 * -Dgolden.update=true} the outputs are written anew, to be looked through and committed.
 */
class BrokenSpecsTest {
  private static final Path FOLDER = Path.of("src/test/resources/broken-specs");

  static Stream<String> specs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void reportsExpectedProblems(String name) throws IOException {
    SpecParser reader = new SpecParser(new TestIncludeResolver(FOLDER));
    String text = Files.readString(FOLDER.resolve(name));
    SpecException wrong = catchThrowableOfType(SpecException.class, () -> reader.parse(name, text));
    assertThat(wrong).as("nothing was found wrong with %s", name).isNotNull();

    Path expected = FOLDER.resolve(name.replace(".yaml", ".expected"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, wrong.getMessage() + "\n");
    }
    assertThat(wrong.getMessage() + "\n").isEqualTo(Files.readString(expected));
  }
}
