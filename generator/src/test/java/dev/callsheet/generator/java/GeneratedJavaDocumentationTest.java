package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.generator.RepresentativeModels;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/generated-java.md shows what compiles, what does not, and how large it all is. */
class GeneratedJavaDocumentationTest {
  private static final Path PAGE = Path.of("../docs/generated-java.md");

  @TempDir private Path directory;

  @Test
  void showsCodeThatCompilesAndCodeThatDoesNot() throws IOException {
    ModelSpec seed = ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
    CompiledSources.of(directory, new JavaGenerator("com.acme").generate(seed));
    assertThat(blocks("java")).hasSizeGreaterThan(3);
    for (String block : blocks("java")) {
      assertThat(words(block)).as(block).isEmpty();
    }
    String refused = words(blocks("java refused").get(0));
    blocks("text")
        .get(0)
        .lines()
        .map(String::strip)
        .forEach(line -> assertThat(refused).contains(line));
  }

  @Test
  void statesTheSizeOfEveryModel() throws IOException {
    String page = Files.readString(PAGE);
    for (ModelSpec spec : RepresentativeModels.list()) {
      var row =
          Pattern.compile(
                  Pattern.quote("| " + spec.metadata().name() + " |")
                      + " (\\d+) \\| (\\d+) \\| (\\d+) kB \\|")
              .matcher(page);
      assertThat(row.find()).as(spec.metadata().name()).isTrue();
      List<GeneratedFile> files = sources(spec);
      long lines = files.stream().mapToLong(file -> file.content().lines().count()).sum();
      assertThat(files).as(spec.id()).hasSize(Integer.parseInt(row.group(1)));
      assertThat(lines)
          .as(spec.id())
          .isCloseTo(Long.parseLong(row.group(2)), Percentage.withPercentage(1));
      assertThat(jar(spec.id(), files) / 1024.0)
          .as(spec.id())
          .isCloseTo(Double.parseDouble(row.group(3)), within(2.0));
    }
  }

  @Test
  void theReadmeStatesTheSizeOfTheFirstModel() throws IOException {
    ModelSpec seed = ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
    List<GeneratedFile> files = sources(seed);
    long lines = files.stream().mapToLong(file -> file.content().lines().count()).sum();
    assertThat(Files.readString(Path.of("../README.md")))
        .contains("generated: " + files.size() + " files, " + lines + " lines;");
  }

  private static List<GeneratedFile> sources(ModelSpec model) {
    return new JavaGenerator("com.acme")
        .generate(model).stream().filter(GeneratedFile::isSource).toList();
  }

  private int jar(String id, List<GeneratedFile> files) throws IOException {
    Path own = Files.createDirectories(directory.resolve(id.replaceAll("\\W", "-")));
    CompiledSources.of(own, files);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar);
        Stream<Path> classes = Files.walk(own.resolve("classes"))) {
      for (Path file : classes.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(own.resolve("classes").relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return jar.size();
  }

  private String words(String block) {
    return CompiledSources.compilerMessages(
        directory,
        new GeneratedFile(
            "program/Page.java",
            """
            package program;

            import com.acme.klingvideo30omnipro.*;
            import dev.callsheet.runtime.Violation;

            public class Page {
              public static void main(String[] arguments) {
            %s
              }
            }
            """
                .formatted(block)));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
