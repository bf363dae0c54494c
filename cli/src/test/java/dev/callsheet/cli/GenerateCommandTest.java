package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private Path directory;

  @Test
  void writesTheModelsClassesAndSaysWhere() {
    CommandResult outcome =
        generate("--package", "com.example", "--model", "klingai:kling-video@o3-pro");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out().lines())
        .contains(entry().toString())
        .allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
  }

  @Test
  void aPackageThatCannotBeIsAUserError() {
    CommandResult outcome = generate("--package", "com.1example", "--model", "klingai:*");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("com.1example");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anUnknownModelIsAnsweredWithTheOneThatWasMeant() {
    CommandResult outcome =
        generate("--package", "com.example", "--model", "klingai:kling-video@o3");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("did you mean 'klingai:kling-video@o3-pro'?");
  }

  @Test
  void nothingIsGeneratedThatNobodyNames() {
    CommandResult outcome = generate("--package", "com.example");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("name models with --model, such as 'klingai:*'");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void onesOwnModelsAreGeneratedBesideThoseNamed(@TempDir Path specs) throws IOException {
    Files.writeString(
        specs.resolve("dot.yaml"),
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        include: [platforms/runware/task]
        parameters:
          model: {const: "acme:dot@1"}
        """);
    CommandResult own = generate("--package", "com.example", "--spec", specs.toString());
    assertThat(own.status()).as(own.err()).isEqualTo(ExitStatus.DONE);
    assertThat(directory.resolve("com/example")).isDirectoryNotContaining("glob:**/klingvideo*");
    assertThat(directory.resolve("com/example/dot/Dot.java")).isRegularFile();
    generate(
        "--package",
        "com.example",
        "--spec",
        specs.toString(),
        "--model",
        "klingai:kling-video@o3-pro");
    assertThat(directory.resolve("com/example/dot/Dot.java")).isRegularFile();
    assertThat(entry()).isRegularFile();
  }

  @Test
  void anObjectThatNoRecordCanHoldIsRefusedWhereItStands(@TempDir Path specs) throws IOException {
    StringBuilder spec =
        new StringBuilder("callsheet: 1\nmodel: {id: 'acme:dot@1', name: Dot, status: live}\n")
            .append("include: [platform/task]\nparameters:\n  model: {const: 'acme:dot@1'}\n");
    for (int i = 0; i < 250; i++) {
      spec.append("  m").append(i).append(": {type: integer, description: M.}\n");
    }
    Files.writeString(specs.resolve("dot.yaml"), spec);
    CommandResult outcome =
        generate("--package", "com.example", "--spec", specs.toString(), "--model", "acme:dot@1");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err())
        .startsWith("callsheet: " + specs.resolve("dot.yaml") + ":")
        .contains("an object that becomes Java has at most 240 members");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aSpecThatContradictsItselfIsRefused(@TempDir Path specs) throws IOException {
    Path spec = specs.resolve("dot.yaml");
    Files.writeString(
        spec,
        """
        callsheet: 1
        model: {id: "acme:dot@1", name: Dot, status: live}
        include: [platforms/runware/task]
        parameters:
          model: {const: "acme:dot@1"}
          size: {type: integer, description: Its size.}
        rules:
          - {id: no-size, description: Leave out `size`., forbid: size}
        """);
    CommandResult outcome = generate("--package", "com.example", "--spec", specs.toString());
    assertThat(outcome.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(outcome.err())
        .contains(spec + ":6:3: error: No valid request can provide 'size'", "'no-size'");
    assertThat(directory).isEmptyDirectory();
  }

  private CommandResult generate(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "generate";
    all[1] = "--out";
    all[2] = directory.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandResult.run(all);
  }

  private Path entry() {
    return directory.resolve("com/example/klingvideo30omnipro/KlingVideo30OmniPro.java");
  }
}
