package dev.callsheet.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Callsheet;
import dev.callsheet.cli.console.Console;
import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.java.JavaGenerator;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages whose Java is in pieces compile as printed, piece by piece; their commands run. */
class JavaPagesTest {
  private static final String CLIENT = "docs/client.md";
  private static final String WORKERS = "docs/workers.md";
  private static final String GENERATORS = "docs/coming-from-generators.md";

  /** What the pieces take for granted. */
  private static final String AROUND =
      """
      package com.example;

      %s

      @SuppressWarnings("all")
      class Piece%d {
        CallsheetClient client;
        KlingVideo30OmniProRequest request;
        Job<KlingVideo30OmniProResult> job;
        Delivery<KlingVideo30OmniProResult> video;
        JsonNode json;
        UUID id;
        byte[] body;
        String secret;
        HttpClient http;
        Authenticator passwords;
        SSLContext certificates;
        DataSource dataSource;
        dev.callsheet.journal.postgresql.JobQueue queue;
        java.util.stream.Stream<KlingVideo30OmniProRequest> requests;
        Display display;

        interface Display {
          void show(long received, java.util.OptionalLong total);
        }

        void piece() throws Exception {
          %s
        }
      }
      """;

  @TempDir private static Path classes;
  @TempDir private Path directory;

  /** The models that the pages name: bundled ones, and that of the invented platform. */
  @BeforeAll
  static void generate(@TempDir Path specs) throws Exception {
    List<String> yaml = PageCode.blocks("docs/add-a-platform.md", "yaml");
    Files.createDirectories(specs.resolve("platforms"));
    Files.createDirectories(specs.resolve("models"));
    Files.writeString(specs.resolve("platforms/easel.yaml"), yaml.get(0));
    Files.writeString(specs.resolve("models/oil-large.yaml"), yaml.get(1));
    List<ModelSpec> models = new ArrayList<>();
    for (ModelFile file : ModelFile.find(specs)) {
      models.add(file.parse());
    }
    for (String id : List.of("klingai:kling-video@o3-pro", "fal-ai/flux/schnell")) {
      models.add(ModelCatalogue.bundled().find(id).orElseThrow());
    }
    compile(
        new JavaGenerator("com.example.models")
            .generate(models).stream()
                .filter(GeneratedFile::isSource)
                .map(file -> (JavaFileObject) new Source(file.path(), file.content()))
                .toList());
  }

  @Test
  void clientPageCompiles() throws Exception {
    List<String> blocks = PageCode.blocks(CLIENT, "java");
    assertThat(blocks).hasSizeGreaterThan(12);
    assertThat(blocks.get(0)).startsWith("import ");
    compile(blocks.get(0), blocks.subList(1, blocks.size()));
  }

  @Test
  void workersPageCompiles() throws Exception {
    List<String> blocks = PageCode.blocks(WORKERS, "java");
    assertThat(blocks).hasSizeGreaterThan(4);
    assertThat(blocks.get(0)).startsWith("import ");
    String around = PageCode.blocks(CLIENT, "java").get(0);
    compile(around + "\n" + blocks.get(0), blocks.subList(1, blocks.size()));
  }

  @Test
  void linesForUsersOfOtherGeneratorsCompile() throws Exception {
    List<String> lines = cells().filter(cell -> cell.matches("(?s)[A-Za-z].*\\).*")).toList();
    assertThat(lines).hasSizeGreaterThan(25);
    compile(
        PageCode.blocks(CLIENT, "java").get(0),
        lines.stream().map(line -> "Object value = " + line + ";").toList());
  }

  @Test
  void commandsForUsersOfOtherGeneratorsRun() throws Exception {
    Files.createDirectories(directory.resolve("out"));
    Files.createDirectories(directory.resolve("specs"));
    Files.writeString(
        directory.resolve("schema.json"),
        Files.readString(
            Path.of("../importer/src/test/resources/imports/every-construct.schema.json")));
    assertThat(run("new acme:still@1 --out specs/still.yaml")).isZero();
    List<String> commands =
        cells()
            .filter(cell -> cell.startsWith("callsheet "))
            .map(cell -> cell.substring("callsheet ".length()))
            .toList();
    assertThat(commands).hasSizeGreaterThan(6);
    for (String command : commands) {
      // Of what it could not lift to rules, an import tells, and ends with 1.
      assertThat(run(command)).as(command).isIn(command.startsWith("import") ? 1 : 0, 0);
    }
    assertThat(directory.resolve("out"))
        .isDirectoryContaining("glob:**/java")
        .isDirectoryContaining("glob:**/imported.yaml")
        .isDirectoryContaining("glob:**/site");
  }

  /** The pieces of code in the last column. */
  private static Stream<String> cells() throws IOException {
    Pattern code = Pattern.compile("`([^`]+)`");
    return Files.readAllLines(Path.of("..").resolve(GENERATORS)).stream()
        .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
        .map(line -> line.substring(0, line.length() - 2))
        .map(line -> line.substring(line.lastIndexOf(" | ") + 3))
        .flatMap(cell -> code.matcher(cell).results())
        .map(piece -> piece.group(1));
  }

  private int run(String command) {
    String[] words =
        Arrays.stream(command.split(" "))
            .map(
                word ->
                    word.matches("(specs|out)/.*|schema\\.json")
                        ? directory.resolve(word).toString()
                        : word)
            .toArray(String[]::new);
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]), writer, writer, false, false, false, Map.of());
    int status = Callsheet.run(console, words);
    assertThat(said.toString()).as(command).doesNotContain("Exception");
    return status;
  }

  private static void compile(String imports, List<String> pieces) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = AROUND.formatted(imports, i, pieces.get(i));
      sources.add(new Source("com/example/Piece" + i + ".java", piece));
    }
    compile(sources);
  }

  private static void compile(List<JavaFileObject> sources) {
    String path = classes + File.pathSeparator + System.getProperty("java.class.path");
    StringWriter messages = new StringWriter();
    boolean compiles =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-d", classes.toString(), "-cp", path, "-proc:none"),
                null,
                sources)
            .call();
    assertThat(compiles).as(messages.toString()).isTrue();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
