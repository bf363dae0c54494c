package dev.callsheet.cli.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the macros of man(7), with all that its help says. */
public final class ManPage {
  private static final String EXIT_STATUS = "Exit status: ";

  private final CommandSpec command;
  private final StringBuilder page = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /** The name of a command's page, such as {@code callsheet-lint}. */
  public static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /**
   * The page of a command, or of a subcommand.
   *
   * @param version what the page belongs to, such as {@code callsheet 1.0}
   */
  public static String of(CommandSpec command, String version) {
    ManPage page = new ManPage(command);
    page.addHead(version);
    page.addArguments();
    page.addSubcommands();
    page.addFooter();
    page.addSeeAlso();
    return page.page.toString();
  }

  private void addHead(String version) {
    String name = name(command);
    String description = description(command);
    line(".TH " + escaped(name.toUpperCase(Locale.ROOT)) + " 1 \"\" \"" + escaped(version) + "\"");
    line(".SH NAME");
    text(name + " - " + description.replaceFirst("\\.$", ""));
    line(".SH SYNOPSIS");
    String parameters =
        command.positionalParameters().stream()
            .map(ManPage::label)
            .collect(Collectors.joining(" "));
    String required =
        command.options().stream()
            .filter(OptionSpec::required)
            .map(option -> option.longestName() + "=" + option.paramLabel() + " ")
            .collect(Collectors.joining());
    line(".B " + escaped(command.qualifiedName()));
    text(
        "[OPTION...] "
            + required
            + (command.subcommands().isEmpty() ? parameters : "COMMAND [ARGUMENT...]"));
    line(".SH DESCRIPTION");
    text(description);
  }

  private void addArguments() {
    if (!command.positionalParameters().isEmpty()) {
      line(".SH ARGUMENTS");
      for (PositionalParamSpec argument : command.positionalParameters()) {
        item("\\fI" + escaped(argument.paramLabel()) + "\\fR", argument);
      }
    }
    line(".SH OPTIONS");
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        String names =
            Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        boolean takesValue = option.arity().max() > 0;
        item(names + (takesValue ? "=\\fI" + escaped(option.paramLabel()) + "\\fR" : ""), option);
      }
    }
  }

  private void addSubcommands() {
    List<CommandSpec> shown = subcommands(command);
    if (!shown.isEmpty()) {
      line(".SH COMMANDS");
      for (CommandSpec each : shown) {
        line(".TP");
        line("\\fB" + escaped(name(each)) + "\\fR(1)");
        text(description(each));
      }
    }
  }

  private void addFooter() {
    String notes = command.usageMessage().footerHeading().formatted().strip();
    if (!notes.isEmpty()) {
      line(".SH NOTES");
      text(notes);
    }
    String footer = String.join(" ", command.usageMessage().footer()).strip();
    line(".SH EXIT STATUS");
    text(footer.startsWith(EXIT_STATUS) ? footer.substring(EXIT_STATUS.length()) : footer);
  }

  private void addSeeAlso() {
    CommandSpec parent = command.parent();
    List<CommandSpec> others = parent == null ? subcommands(command) : List.of(parent);
    line(".SH SEE ALSO");
    text(others.stream().map(each -> name(each) + "(1)").collect(Collectors.joining(", ")));
  }

  private void item(String heading, ArgSpec argument) {
    line(".TP");
    line(heading);
    text(String.join(" ", argument.description()));
  }

  private static String label(PositionalParamSpec argument) {
    String label = argument.paramLabel() + (argument.isMultiValue() ? "..." : "");
    return argument.required() ? label : "[" + label + "]";
  }

  private static List<CommandSpec> subcommands(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.usageMessage().hidden())
        .toList();
  }

  /** In one paragraph; %n in it is the end of a line. */
  static String description(CommandSpec command) {
    return String.join(" ", command.usageMessage().description())
        .replaceAll("(?:%n|\\s)+", " ")
        .strip();
  }

  private void line(String raw) {
    page.append(raw).append('\n');
  }

  private void text(String words) {
    line(escaped(words));
  }

  /** Nothing in it is taken for a request of the formatter. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
