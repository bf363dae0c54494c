package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private Path directory;

  @Test
  void writesTheModelsClassesAndSaysWhere() {
    Outcome outcome = generate("--package", "com.example", "--model", "klingai:kling-video@o3-pro");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(outcome.out().lines())
        .contains(entry().toString())
        .allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
  }

  @Test
  void aPackageThatCannotBeIsTheUsersMistake() {
    Outcome outcome = generate("--package", "com.1example");
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("com.1example");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anUnknownModelIsAnsweredWithTheOneThatWasMeant() {
    Outcome outcome = generate("--package", "com.example", "--model", "klingai:kling-video@o3");
    assertThat(outcome.status()).isEqualTo(ExitStatus.MISTAKE);
    assertThat(outcome.err()).contains("did you mean 'klingai:kling-video@o3-pro'?");
  }

  private Outcome generate(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "generate";
    all[1] = "--out";
    all[2] = directory.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Outcome.of(all);
  }

  private Path entry() {
    return directory.resolve("com/example/klingvideo30omnipro/KlingVideo30OmniPro.java");
  }
}
