package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.RequestFileFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files, directories and patterns that a user names, and {@code -} for standard input. */
public final class InputArguments {
  private static final Path WORKING_DIRECTORY = Path.of("");

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "A request file; a directory, for every .json, .jsonl and .ndjson file below it; a"
              + " pattern such as 'requests/**/*.json'; or - for standard input.")
  private List<String> arguments = List.of();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description =
          "What to call standard input; NAME.ndjson is read line by line, as are lines that look"
              + " like it.")
  private String standardInput = RequestInput.of("-").name();

  /**
   * The inputs that the arguments name, in their order, each once. One that does not exist is the
   * user's error.
   */
  public List<RequestInput> inputs() {
    requireAny();
    List<RequestInput> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new RequestInput(standardInput, null));
      } else {
        RequestFileFinder.findInputs(WORKING_DIRECTORY, argument)
            .forEach(found -> inputs.add(toRequestInput(found)));
      }
    }
    return inputs.stream().distinct().toList();
  }

  /** The same for the linter, which reports inputs that do not exist, and lints the others. */
  public List<LintInput> lintInputs(Console console) {
    requireAny();
    Set<LintInput> inputs = new LinkedHashSet<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new LintInput.OfStream(standardInput, console.in()));
      } else {
        inputs.addAll(RequestFileFinder.findInputs(WORKING_DIRECTORY, argument));
      }
    }
    return List.copyOf(inputs);
  }

  private void requireAny() {
    if (arguments.isEmpty()) {
      throw new UserErrorException(
          "name a request file, a directory or a pattern, or - for standard input");
    }
  }

  private static RequestInput toRequestInput(LintInput found) {
    if (found instanceof LintInput.OfFile file) {
      return new RequestInput(file.name(), file.file());
    }
    throw new UserErrorException(found.toString());
  }
}
