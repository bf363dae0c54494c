package dev.callsheet.cli.request;

import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.lint.RequestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The files, directories and patterns that a user names, and {@code -} for standard input. */
public final class InputArguments {
  private static final Path WORKING_DIRECTORY = Path.of("");

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "A request file; a directory, for every .json, .jsonl and .ndjson file below it; a"
              + " pattern such as 'requests/**/*.json'; or - for standard input.")
  private List<String> arguments = List.of();

  /** What the arguments stand for, in their order; each thing once. */
  public List<Input> inputs() {
    return arguments.stream().flatMap(argument -> inputs(argument).stream()).distinct().toList();
  }

  private static List<Input> inputs(String argument) {
    if (argument.equals("-")) {
      return List.of(Input.of(argument));
    }
    List<Path> files = files(argument);
    if (files.isEmpty()) {
      throw new UserMistake(argument + ": there is no such file, and no request file below it");
    }
    return files.stream().map(file -> new Input(file.toString(), file)).toList();
  }

  private static List<Path> files(String argument) {
    try {
      return RequestFiles.find(WORKING_DIRECTORY, argument);
    } catch (InvalidPathException wrong) {
      throw new UserMistake(argument + ": this cannot be the name of a file", wrong);
    } catch (IOException | UncheckedIOException failed) {
      throw new UserMistake(argument + ": could not be read: " + failed.getMessage(), failed);
    }
  }
}
