package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/add-a-model.md says, step by step, and expects what it shows. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AddAModelIT {
  private static final Path JAR = Path.of(System.getProperty("callsheet.jar"));
  private static final Path PAGE = Path.of("../docs/add-a-model.md");

  @TempDir private Path directory;
  private List<String> yaml;
  private List<String> console;

  @BeforeEach
  void readThePage() throws IOException {
    String page = Files.readString(PAGE);
    yaml = blocks("yaml", page);
    console = blocks("console", page);
    List<String> json = blocks("json", page);
    write("requests/harbour.json", json.get(0));
    write("requests/wrong.json", json.get(1));
    write("Card.java", blocks("java", page).get(0));
  }

  @Test
  void everyCommandShowsWhatThePageSays() throws Exception {
    spec(yaml.get(0));
    follow(console.get(0));
    spec(yaml.get(0), yaml.get(1).replace("when: strength", "when: strenth"));
    follow(console.get(1));
    spec(yaml.get(0), yaml.get(1), yaml.get(2));
    for (String session : console.subList(2, console.size())) {
      follow(session);
    }
  }

  private void spec(String... parts) throws IOException {
    write("specs/inkwell-postcard.yaml", String.join("\n", parts));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Runs every command of a session and compares what it prints. */
  private void follow(String session) throws IOException, InterruptedException {
    for (String part : session.substring("$ ".length()).split("(?m)^\\$ ", -1)) {
      int end = part.indexOf('\n');
      assertThat(output(part.substring(0, end)))
          .as(part.substring(0, end))
          .isEqualTo(part.substring(end + 1));
    }
  }

  private String output(String command) throws IOException, InterruptedException {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    String script =
        command
            .replaceFirst("^callsheet ", "\"" + bin + "/java\" -jar \"" + JAR + "\" ")
            .replaceFirst("^(javac?) ", "\"" + bin + "/$1\" ")
            .replace("$CALLSHEET/cli/target/callsheet.jar", "\"" + JAR + "\"");
    Path output = directory.resolve("output.txt");
    new ProcessBuilder("sh", "-c", script)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output);
  }

  private static List<String> blocks(String language, String page) {
    List<String> found = new ArrayList<>();
    Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .forEach(block -> found.add(block.group(1)));
    return found;
  }
}
