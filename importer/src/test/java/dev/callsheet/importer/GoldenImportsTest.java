package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published files, the specs made of them and what is reported: files beside each other, written
 * anew with {@code -Dgolden.update=true}.
 */
class GoldenImportsTest {
  private static final Path IMPORTS = Path.of("src/test/resources/imports");

  /** Of the schema of one model, and of a file with several. */
  private static final Pattern ENDING = Pattern.compile("\\.(schema|openapi)\\.json$");

  @ParameterizedTest
  @MethodSource("files")
  void aPublishedFileMakesThisSpecAndThisReport(Path file) throws Exception {
    String name = file.getFileName().toString();
    String base = ENDING.matcher(name).replaceFirst("");
    List<ImportedSpec> specs =
        new SpecImporter(ModelFile.bundledFragments(), "")
            .importAll(new SourceText(name, Files.readString(file)), "");
    String report =
        specs.stream()
            .flatMap(spec -> spec.findings().stream())
            .map(each -> each.location() + ": " + each.kind().id() + ": " + each.message() + "\n")
            .collect(Collectors.joining());
    for (ImportedSpec spec : specs) {
      String ending = specs.size() == 1 ? ".yaml" : "." + spec.fileName();
      assertGolden(file.resolveSibling(base + ending), spec.text());
    }
    assertGolden(file.resolveSibling(base + ".report"), report);
  }

  private static void assertGolden(Path expected, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, text);
    }
    assertThat(expected).content().isEqualTo(text);
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(IMPORTS)) {
      return all.filter(file -> ENDING.matcher(file.toString()).find()).sorted().toList().stream();
    }
  }
}
