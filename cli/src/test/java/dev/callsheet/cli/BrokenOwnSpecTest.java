package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong spec among many is reported by whatever needs its model, and by nothing else. */
class BrokenOwnSpecTest {
  private static final String PROBLEM = "`type` is \"int\", which is none of ";
  private static final String REPORT = "ink.yaml:4:28: " + PROBLEM;

  @TempDir private Path directory;

  @BeforeEach
  void writeSpecsAndRequests() throws IOException {
    Files.createDirectories(directory.resolve("specs"));
    write("specs/ink.yaml", spec("ink", "int"));
    write("specs/paint.yaml", spec("paint", "integer"));
    write("ink.json", "{\"taskType\": \"imageInference\", \"model\": \"acme:ink@1\"}");
    write("paint.json", "{\"taskType\": \"imageInference\", \"model\": \"acme:paint@1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "price"})
  void whoeverAsksForItsModelSeesWhatIsWrong(String command) {
    assertReported(run(command, directory.resolve("ink.json").toString()));
  }

  @Test
  void noFileBesideItsOwnRequestsIsLintedAsIfItsModelWereUnknown() throws IOException {
    for (int i = 0; i < 40; i++) {
      write("many/" + i + ".json", Files.readString(directory.resolve("paint.json")));
    }
    write("many/20.json", Files.readString(directory.resolve("ink.json")));
    CommandResult result = run("lint", directory.resolve("many").toString());
    assertReported(result);
    assertThat(result.out()).doesNotContain("unknown-model", "internal-error");

    write("lines.jsonl", Files.readString(directory.resolve("ink.json")) + "\n");
    assertReported(run("lint", directory.resolve("lines.jsonl").toString()));
  }

  @Test
  void whateverIsAboutAllModelsReportsIt() {
    assertReported(run("models"));
    assertReported(run("sandbox"));
    assertReported(run("docs", "--out", directory.resolve("site").toString()));
    assertReported(
        run("generate", "--package", "a.b", "--out", directory.resolve("java").toString()));
    assertThat(directory.resolve("site")).doesNotExist();
    assertThat(directory.resolve("java")).doesNotExist();
  }

  @Test
  void checkReportsIt() {
    CommandResult result = CommandResult.run("check", directory.resolve("specs").toString());
    assertThat(result.out()).contains("ink.yaml:4:28: error: " + PROBLEM);
    assertThat(result.status()).isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void requestsForOtherModelsAreLintedAndPriced() {
    String request = directory.resolve("paint.json").toString();
    assertThat(run("lint", request).out()).contains("width");
    assertThat(run("lint", request).err()).doesNotContain("ink.yaml");
    assertThat(run("price", request).err()).doesNotContain("ink.yaml");
  }

  private static void assertReported(CommandResult result) {
    assertThat(result.err()).contains(REPORT).doesNotContain("internal error");
    assertThat(result.status()).isEqualTo(ExitStatus.USER_ERROR);
  }

  private CommandResult run(String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--spec";
    all[2] = directory.resolve("specs").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandResult.run(all);
  }

  private static String spec(String name, String type) {
    return """
    callsheet: 1
    model: {id: "acme:%s@1", name: Ink, status: live}
    include: [platforms/runware/task]
    parameters: {width: {type: %s}, model: {const: "acme:%s@1"}, taskType: {const: imageInference}}
    required: [width]
    """
        .formatted(name, type, name);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
