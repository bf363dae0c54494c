package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.lsp.LanguageServerProcess;
import dev.callsheet.cli.option.SpecOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet lsp}: a language server. */
@Command(
    name = "lsp",
    description =
        "Serve an editor that speaks the language server protocol, on standard input and output.")
final class LspCommand implements Callable<Integer> {
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  LspCommand(Console console) {
    this.console = console;
  }

  /** Nothing else can be asked for, so it changes nothing. */
  @Option(
      names = "--stdio",
      description = "What is done anyway; many editors pass it to every language server.")
  void useStandardStreams(boolean given) {}

  /** Whatever else is printed goes to standard error: standard output is the protocol's alone. */
  @Override
  public Integer call() {
    System.setOut(System.err);
    return LanguageServerProcess.serve(
        specs.directories(),
        Callsheet.Version.text(),
        console.in(),
        new FileOutputStream(FileDescriptor.out));
  }
}
