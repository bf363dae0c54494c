package dev.callsheet.spec.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRevisionTest {
  private static final String MODEL =
      """
      callsheet: 1
      model: {id: "acme:still@1", name: Still, status: live}
      include: [platforms/acme/task]
      parameters: {model: {const: "acme:still@1"}}
      response: {properties: {}}
      """;

  private static final String FRAGMENT =
      """
      callsheet: 1
      fragment: {name: task, description: What all requests have.}
      parameters: {model: {type: string}, id: {type: string}}
      """;

  @TempDir private Path directory;

  @BeforeEach
  void commitsAModelAndChangesItsFiles() throws Exception {
    write("specs/models/still.yaml", MODEL);
    write("specs/platforms/acme/task.yaml", FRAGMENT);
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--no-gpg-sign", "--message", "first");
    write("specs/models/still.yaml", MODEL.replace("Still", "Stiller"));
    write("specs/platforms/acme/task.yaml", FRAGMENT.replace(", id: {type: string}", ""));
  }

  @Test
  void aFileIsReadAsItWas_withTheFragmentsOfThatTime() throws Exception {
    ModelSpec spec =
        new GitRevision(directory, "HEAD").models("specs/models/still.yaml").get(0).parse();

    assertThat(spec.metadata().name()).isEqualTo("Still");
    assertThat(spec.request().member("id")).isPresent();
    assertThat(spec.location().file()).isEqualTo("HEAD:specs/models/still.yaml");
  }

  @Test
  void aPathWithADotBeginsAtTheDirectory() throws Exception {
    GitRevision revision = new GitRevision(directory.resolve("specs/models"), "HEAD");

    assertThat(revision.models("./still.yaml").get(0).parse().id()).isEqualTo("acme:still@1");
  }

  @Test
  void allModelsOfADirectoryAreRead_withoutFragments() throws Exception {
    for (String path : List.of("specs", "specs/models")) {
      assertThat(new GitRevision(directory, "HEAD").models(path))
          .extracting(file -> file.source().file())
          .containsExactly("HEAD:specs/models/still.yaml");
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> new GitRevision(directory, "HEAD").models("specs/other.yaml"))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file specs/other.yaml in HEAD");
    assertThatThrownBy(() -> new GitRevision(directory, "elsewhere").models("specs/other.yaml"))
        .hasMessage("git knows no revision 'elsewhere' here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--output=x", "-x", "a b", "a\nb", "a:b"})
  void aNameThatCouldBeSomethingElseIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GitRevision(directory, name));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(directory.toFile()).start();
    git.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    assertThat(git.waitFor()).as("git %s", command).isZero();
  }
}
