package dev.callsheet.cli.request;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.lint.RequestFiles;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.lint.run.Unreadable;
import java.nio.file.InvalidPathException;
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
  private static final String NOTHING_THERE =
      "there is no such file, and no request file below it that git does not ignore";

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
  private String standardInput = Input.of("-").name();

  /**
   * What the arguments stand for, in their order; each thing once. Something that is not there is
   * the user's mistake.
   */
  public List<Input> inputs() {
    requireAny();
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new Input(standardInput, null));
      } else {
        found(argument).forEach(found -> inputs.add(input(found)));
      }
    }
    return inputs.stream().distinct().toList();
  }

  /** The same for a linter, which goes on with the others where something is not there. */
  public List<LintInput> toLint(Console console) {
    requireAny();
    Set<LintInput> inputs = new LinkedHashSet<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        inputs.add(new LintInput.OfStream(standardInput, console.in()));
      } else {
        inputs.addAll(found(argument));
      }
    }
    return List.copyOf(inputs);
  }

  private void requireAny() {
    if (arguments.isEmpty()) {
      throw new UserMistake(
          "name a request file, a directory or a pattern, or - for standard input");
    }
  }

  private static Input input(LintInput found) {
    if (found instanceof LintInput.OfFile file) {
      return new Input(file.name(), file.file());
    }
    throw new UserMistake(found.toString());
  }

  /** The files that an argument stands for, or what keeps it from standing for any. */
  private static List<LintInput> found(String argument) {
    List<LintInput> found = new ArrayList<>();
    try {
      RequestFiles.find(
              WORKING_DIRECTORY,
              argument,
              (place, failed) -> found.add(Unreadable.of(place.toString(), failed)))
          .forEach(file -> found.add(new LintInput.OfFile(file)));
    } catch (InvalidPathException wrong) {
      return List.of(new Unreadable(argument, "this cannot be the name of a file"));
    }
    return found.isEmpty() ? List.of(new Unreadable(argument, NOTHING_THERE)) : found;
  }
}
