package dev.callsheet.cli.completion;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A shell that can complete what is typed.
 *
 * <p>What the command line consists of stands in the script, so that it is there at once. What only
 * the command knows, such as models, the script asks {@code callsheet complete} for, which is given
 * the words before the cursor.
 */
public enum Shell {
  /** Bash 4 and later. */
  BASH,
  /** Zsh with its completion system. */
  ZSH,
  /** Fish 3 and later. */
  FISH;

  /**
   * The script that completes a command line.
   *
   * @param root the command with all its subcommands
   */
  public String script(CommandSpec root) {
    List<CompletedCommand> commands = CompletedCommand.of(root);
    return switch (this) {
      case BASH -> BashScript.of(commands);
      case ZSH -> ZshScript.of(commands);
      case FISH -> FishScript.of(commands);
    };
  }
}
