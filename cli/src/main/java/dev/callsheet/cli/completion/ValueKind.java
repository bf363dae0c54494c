package dev.callsheet.cli.completion;

import java.nio.file.Path;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is written behind an option, or as an argument of a command. */
enum ValueKind {
  /** Nothing: the option stands alone. */
  NOTHING,
  /** One of a few words. */
  WORD,
  FILE,
  DIRECTORY,
  /** The identifier of a model. */
  MODEL,
  /** A parameter of the model that was named before. */
  PARAMETER,
  /** The name of a rule. */
  RULE,
  /** The name of a platform. */
  PLATFORM,
  /** Something that nobody can guess, such as a time. */
  OTHER;

  /** By the words to choose from, where there are some, else by the label that the help shows. */
  static ValueKind of(ArgSpec argument) {
    if (argument instanceof OptionSpec && argument.arity().max() == 0) {
      return NOTHING;
    }
    if (argument.completionCandidates() != null
        && argument.completionCandidates().iterator().hasNext()) {
      return WORD;
    }
    return switch (argument.paramLabel()) {
      case "DIR" -> DIRECTORY;
      case "FILE", "PLACE", "SPEC", "OLD", "NEW" -> FILE;
      case "MODEL", "ID" -> MODEL;
      case "PARAMETER" -> PARAMETER;
      case "RULE" -> RULE;
      case "PLATFORM" -> PLATFORM;
      default -> Path.class.isAssignableFrom(argument.type()) ? FILE : OTHER;
    };
  }

  /** Whether only the command itself knows what there is. */
  boolean isAsked() {
    return this == MODEL || this == PARAMETER || this == RULE || this == PLATFORM;
  }
}
