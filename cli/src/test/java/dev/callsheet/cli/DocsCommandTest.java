package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
  @TempDir private Path directory;
  private Path specs;
  private Path out;

  @BeforeEach
  void writeASpec() throws Exception {
    out = directory.resolve("site");
    specs = Files.createDirectory(directory.resolve("specs"));
    Files.writeString(
        specs.resolve("still.yaml"),
        """
        callsheet: 1
        model: {id: "acme:still@1", name: Still & Quiet, status: live}
        parameters:
          model: {const: "acme:still@1"}
          strength: {type: number, maximum: 1, description: How much of it.}
        response: {properties: {}}
        """);
  }

  @Test
  void writesAPageForOnesOwnModel() throws Exception {
    CommandResult outcome = docs("--model", "acme:*");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).isEqualTo(out.resolve("index.html") + ": 1 model\n");
    assertThat(Files.readString(out.resolve("models/acme-still-1.html")))
        .contains("<h1>Still &amp; Quiet</h1>", "How much of it.");
    assertThat(Files.readString(out.resolve("models/acme-still-1.md"))).contains("- **Max**: `1`");
    assertThat(Files.readString(out.resolve("llms.txt"))).contains("models/acme-still-1.md");
  }

  @Test
  void removesThePagesOfModelsThatAreGoneAndNothingElse() throws Exception {
    docs("--model", "acme:*");
    Files.writeString(out.resolve("models/mine.html"), "mine");
    docs("--model", "bria:51@1");
    assertThat(out.resolve("models/acme-still-1.html")).doesNotExist();
    assertThat(out.resolve("models/bria-51-1.html")).exists();
    assertThat(out.resolve("models/mine.html")).hasContent("mine");
  }

  @Test
  void aModelThatIsNotKnownIsAnError() {
    CommandResult outcome = docs("--model", "acme:stil@1");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("did you mean 'acme:still@1'?");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileInTheWayIsAnErrorThatNamesIt() throws Exception {
    Files.writeString(out, "in the way");
    CommandResult outcome = docs("--model", "acme:*");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(out.toString()).doesNotContain("\tat ");
  }

  @Test
  void guidesArePartOfTheSite() throws Exception {
    Path guides = Files.createDirectory(directory.resolve("guides"));
    Files.writeString(guides.resolve("first.md"), "# First steps");
    docs("--model", "acme:*", "--guides", guides.toString());
    assertThat(Files.readString(out.resolve("guides/first.html"))).contains("First steps</h1>");
  }

  @Test
  void guidesThatCannotBeReadAreAnErrorAndNothingIsWritten() throws Exception {
    for (Path no : new Path[] {directory.resolve("none"), specs.resolve("still.yaml")}) {
      CommandResult outcome = docs("--model", "acme:*", "--guides", no.toString());
      assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
      assertThat(outcome.err()).startsWith("callsheet: " + no + ": ").doesNotContain("\tat ");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void aPageShowsWhatChangedSinceAnEarlierVersion() throws Exception {
    Path earlier = Files.createDirectory(directory.resolve("earlier"));
    Path spec = specs.resolve("still.yaml");
    Files.writeString(
        earlier.resolve("still.yaml"),
        Files.readString(spec).replace("type: number, maximum: 1", "type: number, maximum: 2"));
    docs("--model", "acme:*", "--since", earlier.toString());
    assertThat(Files.readString(out.resolve("models/acme-still-1.html")))
        .contains("Changes since " + earlier, "<code>strength</code>", "Breaking:");
  }

  private CommandResult docs(String... more) {
    String[] arguments = {"docs", "--spec", specs.toString(), "--out", out.toString()};
    return CommandResult.run(
        Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
  }
}
