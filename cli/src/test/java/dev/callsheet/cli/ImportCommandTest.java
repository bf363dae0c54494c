package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String COMPLETE =
      """
      {"type": "object", "additionalProperties": false, "required": ["model"],
       "properties": {"model": {"const": "acme:still@1"}, "width": {"type": "integer"}, "height": {"type": "integer"}},
       "allOf": [{"dependentRequired": {"width": ["height"], "height": ["width"]}}]}
      """;

  @TempDir private Path directory;

  @Test
  void aSpecIsWrittenThatCheckPasses() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    CommandResult outcome = imported("" + schema, "--out", "" + directory);

    Path spec = directory.resolve("acme-still-1.yaml");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out()).isEqualTo(spec + ": acme:still@1\n");
    assertThat(spec).content().contains("- id: size-pair", "allOrNone: [width, height]");
    assertThat(CommandResult.run("check", "" + spec).status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void aProposedRuleThatIsConfirmedStaysSo() throws Exception {
    String described =
        COMPLETE.replace(
            "\"width\": {",
            "\"zoom\": {\"enum\": [\"in\"]}, \"width\": {\"description\": \"Only used when zoom is in.\", ");
    Path schema = file("still.schema.json", described);
    Path spec = directory.resolve("still.yaml");

    CommandResult first = imported("" + schema, "--out", "" + spec);
    assertThat(first.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(first.err())
        .contains("proposed: the rule `width-needs-zoom` warns until it is confirmed");
    assertThat(CommandResult.run("check", "" + spec).out()).contains("[proposed-rule]");

    String line = "    proposed: Only used when zoom is in.\n";
    assertThat(spec).content().contains(line);
    Files.writeString(spec, Files.readString(spec).replace(line, ""));
    Files.writeString(schema, described.replace("\"in\"", "\"in\", \"out\""));
    CommandResult again = imported("" + schema, "--out", "" + spec);
    assertThat(again.out()).contains(spec + ": acme:still@1, updated");
    assertThat(spec).content().contains("- id: width-needs-zoom", "out").doesNotContain("proposed");
    assertThat(CommandResult.run("check", "" + spec).status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void aFileOfSeveralModelsMakesAFolderOrOneOfThem() throws Exception {
    Path document =
        file("models.json", CommandResult.run("schema", "--openapi", "--spec", ownSpecs()).out());
    Path one = directory.resolve("ink.yaml");

    CommandResult toFile = imported("" + document, "--out", "" + one);
    assertThat(toFile.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(toFile.err()).contains("models: give --out a directory, or choose one with --model");

    CommandResult chosen =
        imported("" + document, "--out", "" + one, "--model", "fal-ai/inkwell/dev");
    assertThat(chosen.out()).as(chosen.err()).isEqualTo(one + ": fal-ai/inkwell/dev\n");
    assertThat(one).content().contains("id: fal-ai/inkwell/dev", "name: Inkwell Dev");

    assertThat(imported("" + document, "--out", "" + one, "--model", "inkwell-2").err())
        .contains("there is no model 'inkwell-2' among those of the file");
    assertThat(imported("--check", "" + one, "" + document).status()).isEqualTo(ExitStatus.DONE);
  }

  private static String ownSpecs() {
    return "../linter/src/test/resources/platforms";
  }

  @Test
  void whatNoSpecCanHoldIsReportedWithItsPlace() throws Exception {
    String text = COMPLETE.replace("\"allOf\"", "\"propertyNames\": {\"maxLength\": 9}, \"allOf\"");
    Path schema = file("still.schema.json", text);
    CommandResult outcome = imported("" + schema, "--out", "" + directory.resolve("mine.yaml"));

    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err())
        .contains(schema + ":3:2: not-imported: a constraint on the task is left out");
    assertThat(directory.resolve("mine.yaml")).exists();
  }

  @Test
  void theReportGoesToAFileWhereOneIsNamed() throws Exception {
    Path report = directory.resolve("report.txt");
    CommandResult outcome =
        imported(
            "" + file("still.schema.json", COMPLETE),
            "--out",
            "" + directory.resolve("still.yaml"),
            "--report",
            "" + report);

    assertThat(outcome.err()).isEmpty();
    assertThat(report).content().contains("note: the file has no name for people");
  }

  @Test
  void aSpecThatIsThereIsLeftAlone() throws Exception {
    Path spec = file("still.yaml", "mine");
    String schema = "" + file("still.schema.json", COMPLETE);
    CommandResult outcome = imported(schema, "--out", "" + spec);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("is there already");
    assertThat(spec).hasContent("mine");

    assertThat(imported(schema, "--out", "" + spec, "--overwrite").status())
        .isEqualTo(ExitStatus.DONE);
    assertThat(spec).content().startsWith("# Imported from still.schema.json.");
  }

  @Test
  void importingAgainKeepsTheAuthorsEdits_andShowsWhatChangedAtTheSource() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    Path spec = directory.resolve("still.yaml");
    imported("" + schema, "--out", "" + spec);
    String edited = Files.readString(spec).replace("id: size-pair", "id: both-or-none");
    Files.writeString(spec, edited);

    assertThat(imported("" + schema, "--out", "" + spec).status()).isEqualTo(ExitStatus.DONE);
    assertThat(spec).hasContent(edited);

    file("still.schema.json", COMPLETE.replace("\"integer\"}, \"height", "\"number\"}, \"height"));
    CommandResult outcome = imported("" + schema, "--out", "" + spec);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out())
        .contains("still.yaml: acme:still@1, updated", "`width` may have more values");
    assertThat(spec).content().contains("id: both-or-none", "type: number");
    assertThat(CommandResult.run("check", "" + spec).status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void whatTheSourceChangedAndTheAuthorTooIsReported() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    Path spec = directory.resolve("still.yaml");
    imported("" + schema, "--out", "" + spec);
    Files.writeString(
        spec,
        Files.readString(spec).replaceFirst("type: integer", "type: integer\n    minimum: 8"));
    file("still.schema.json", COMPLETE.replace("\"width\": {", "\"width\": {\"minimum\": 16, "));

    CommandResult outcome = imported("" + schema, "--out", "" + spec);
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err()).contains(spec + ":1:1: conflict: ", "`parameters.width.minimum`");
    assertThat(spec).content().contains("minimum: 8");
  }

  @Test
  void aSchemaAndAPageMakeOneSpec_bindingAsTheSchema_namedAsOnThePage() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    Path page =
        file(
            "still.md",
            """
            ---
            title: Acme Still | Docs
            ---
            # Acme Still

            - **ID**: `acme:still@1`
            - **Status**: live
            - **Creator**: Acme

            ## Pricing

            - **each picture**: `$0.02`

            ## Request Parameters

            ### [width](https://example.com#width)

            - **Type**: `integer`
            - **Max**: `2048`
            - **Default**: `1024`

            How wide.
            """);
    Path spec = directory.resolve("still.yaml");
    CommandResult outcome = imported("" + schema, "" + page, "--out", "" + spec);

    assertThat(spec)
        .content()
        .contains(
            "name: Acme Still", "creator: Acme", "default: 1024", "allOrNone: [width, height]")
        .contains("#   **each picture**: `$0.02`")
        .doesNotContain("2048");
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err())
        .contains("disagreement: the page forbids what the schema allows", "must be at most 2048");
    assertThat(CommandResult.run("check", "" + spec).status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void driftIsShownByARequest() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    Path spec = directory.resolve("still.yaml");
    imported("" + schema, "--out", "" + spec);

    CommandResult same = imported("--check", "" + spec, "" + schema);
    assertThat(same.status()).as(same.out() + same.err()).isEqualTo(ExitStatus.DONE);

    file("still.schema.json", COMPLETE.replace("\"height\": {", "\"height\": {\"maximum\": 9, "));
    CommandResult drifted = imported("--check", "" + spec, "" + schema);
    assertThat(drifted.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(drifted.out())
        .contains("`height` is 10; it must be at most 9", "was valid, and is not: {");
    assertThat(spec).content().doesNotContain("maximum: 9");
  }

  @Test
  void editsOfTheAuthorAreNoDrift_asLongAsItIsKnownWhatWasImported() throws Exception {
    Path schema = file("still.schema.json", COMPLETE);
    Path spec = directory.resolve("still.yaml");
    imported("" + schema, "--out", "" + spec);
    Files.writeString(
        spec,
        Files.readString(spec).replaceFirst("type: integer", "type: integer\n    minimum: 8"));

    CommandResult known = imported("--check", "" + spec, "" + schema);
    assertThat(known.status()).as(known.out()).isEqualTo(ExitStatus.DONE);
    assertThat(known.out()).contains("Edits of the spec's author, left out here: 1");

    Files.delete(directory.resolve("still.imported"));
    assertThat(imported("--check", "" + spec, "" + schema).status()).isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void aDamagedFileIsAUserErrorWithItsPlace() throws Exception {
    Path schema = file("still.schema.json", "{\n  \"type\": }");
    CommandResult outcome = imported("" + schema, "--out", "" + directory);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains(schema + ":2:11: a value must stand here");
    assertThat(outcome.err()).doesNotContain("\tat ");
  }

  @Test
  void twoModelsOfOneNameAreNotWrittenIntoOneFile() throws Exception {
    String one = "" + file("one.json", COMPLETE);
    String other = "" + file("other.json", COMPLETE);
    CommandResult outcome = imported(one, other, "--out", "" + directory);
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("is made of another FILE already");
  }

  private static CommandResult imported(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "import";
    all[1] = "--platform";
    all[2] = "none";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandResult.run(all);
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }
}
