package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.ModelOptions;
import dev.callsheet.cli.option.SpecVersion;
import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.generator.site.Guides;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet docs}: the documentation site. */
@Command(
    name = "docs",
    description = "Write a site that documents models: a page for each, in HTML and Markdown.")
final class DocsCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the site goes; what an earlier run left there is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--guides",
      paramLabel = "DIR",
      description = "A folder of pages in Markdown that become part of the site.")
  private @Nullable Path guides;

  @Option(
      names = "--since",
      paramLabel = "OLD",
      description =
          "Show on each page what changed since this version: a model's file or a directory of"
              + " such, or one in a revision of git: main:specs.")
  private @Nullable String since;

  @Mixin private final ModelOptions models = new ModelOptions();
  private final Console console;

  DocsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<ModelSpec> documented = models.selected();
    DocumentationSite site = DocumentationSite.of(documented).with(readGuides());
    if (since != null) {
      site = site.since(since, SpecVersion.read(since));
    }
    try {
      site.write(out);
    } catch (IOException failed) {
      throw new UserErrorException(
          out + ": could not be written: " + FileErrors.describe(failed), failed);
    }
    String index = DisplayText.fileName(out.resolve("index.html").toString());
    int count = documented.size();
    console.out().println(index + ": " + count + (count == 1 ? " model" : " models"));
    return ExitStatus.DONE;
  }

  private Guides readGuides() {
    try {
      return guides == null ? Guides.NONE : Guides.read(guides);
    } catch (IOException unreadable) {
      throw new UserErrorException(FileErrors.describe(unreadable), unreadable);
    }
  }
}
